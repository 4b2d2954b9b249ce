package dev.virtworkbench.server.workspace;

import dev.virtworkbench.language.rules.WorkspaceFacts.Pool;
import dev.virtworkbench.language.syntax.XmlTree;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Reads the pool documents on disk. What cannot be read is passed over: it may be anybody's file. Links are not followed, and
 * there are limits, since a workspace may be somebody's home folder.
 */
public final class WorkspaceFiles {

    private static final int DEPTH = 12;
    private static final int ENTRIES = 100_000;
    private static final long LARGEST_POOL = 64 * 1024;
    private static final Set<String> PASSED_OVER = Set.of("node_modules", "target", "build", "dist", "__pycache__");

    private WorkspaceFiles() {
    }

    /** The file that a URI names; empty for other URIs and for those that name none. */
    public static Optional<Path> path(String uri) {
        try {
            return uri.startsWith("file:") ? Optional.of(Path.of(URI.create(uri))) : Optional.empty();
        } catch (IllegalArgumentException | FileSystemNotFoundException noPath) {
            return Optional.empty();
        }
    }

    /**
     * The pools that documents in a folder and below describe.
     *
     * @param cancelled is asked at each file; once true, what was found so far is returned
     */
    public static Map<Path, Pool> pools(Path folder, BooleanSupplier cancelled) {
        Map<Path, Pool> found = new HashMap<>();
        try {
            Files.walkFileTree(folder, EnumSet.noneOf(FileVisitOption.class), DEPTH, new PoolVisitor(cancelled, found));
            return found;
        } catch (IOException unreadable) {
            throw new IllegalStateException("the visitor passes over what is unreadable", unreadable);
        }
    }

    /** The pool that a file describes; empty if it describes none, is too large for that, unreadable or gone. */
    public static Optional<Pool> pool(Path file) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST_POOL) {
                return Optional.empty();
            }
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            return text.contains("<pool") ? Pool.of(file.toString(), XmlTree.parse(text)) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static final class PoolVisitor extends SimpleFileVisitor<Path> {

        private final BooleanSupplier cancelled;
        private final Map<Path, Pool> found;
        private int entries;

        PoolVisitor(BooleanSupplier cancelled, Map<Path, Pool> found) {
            this.cancelled = cancelled;
            this.found = found;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = folder.getFileName() == null ? "" : folder.getFileName().toString();
            return name.startsWith(".") || PASSED_OVER.contains(name) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (cancelled.getAsBoolean() || ++entries > ENTRIES) {
                return FileVisitResult.TERMINATE;
            }
            if (attributes.isRegularFile() && file.toString().endsWith(".xml")) {
                pool(file).ifPresent(pool -> found.put(file, pool));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException failure) {
            return FileVisitResult.CONTINUE;
        }
    }
}
