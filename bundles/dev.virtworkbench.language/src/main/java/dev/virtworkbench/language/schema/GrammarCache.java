package dev.virtworkbench.language.schema;

import dev.virtworkbench.language.relaxng.CompactGrammar;
import dev.virtworkbench.language.relaxng.Grammar;
import dev.virtworkbench.language.relaxng.GrammarException;
import dev.virtworkbench.language.relaxng.GrammarReader;
import dev.virtworkbench.language.relaxng.SchemaSource;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads schema files once and keeps their grammars in a folder, from which they come in a fraction of the time. What is kept
 * answers for exactly the files it was read from; where the folder cannot be used, schema files are read as if there were none.
 * Several processes may share a folder: a file in it appears whole or not at all.
 */
public final class GrammarCache implements GrammarSource {

    private static final String SUFFIX = ".grammar";

    /** Grammars of folders that nobody has looked at for longest make room: ten libvirt releases are as many as anyone compares. */
    private static final int MOST = 150;

    private final Path folder;

    /** @param folder made when there is something to keep in it */
    public GrammarCache(Path folder) {
        this.folder = folder;
    }

    @Override
    public Grammar read(SchemaSource source, String fileName) throws GrammarException {
        Path file = folder.resolve(fileName + '-' + Integer.toHexString(source.root().hashCode()) + SUFFIX);
        Optional<Grammar> kept = kept(file, source);
        if (kept.isPresent()) {
            return kept.get();
        }
        Grammar grammar = GrammarReader.read(source, fileName);
        keep(file, grammar);
        // What is used from now on is used from the start.
        return kept(file, source).orElse(grammar);
    }

    private static Optional<Grammar> kept(Path file, SchemaSource source) {
        try {
            return CompactGrammar.read(Files.readAllBytes(file), source);
        } catch (IOException none) {
            // Not kept yet, or not for us to read: the schema files tell.
            return Optional.empty();
        }
    }

    private void keep(Path file, Grammar grammar) {
        try {
            Files.createDirectories(folder);
            Path whole = Files.createTempFile(folder, "", ".new");
            try {
                Files.write(whole, CompactGrammar.write(grammar));
                move(whole, file);
            } finally {
                Files.deleteIfExists(whole);
            }
            makeRoom();
        } catch (IOException notKept) {
            // A full disk or a folder that may not be written costs time at the next start, and nothing else.
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void makeRoom() throws IOException {
        List<Path> kept;
        try (Stream<Path> files = Files.list(folder)) {
            kept = files.filter(file -> file.toString().endsWith(SUFFIX)).toList();
        }
        if (kept.size() <= MOST) {
            return;
        }
        List<Path> oldestFirst = kept.stream().sorted(Comparator.comparing(GrammarCache::age)).toList();
        for (Path old : oldestFirst.subList(0, kept.size() - MOST)) {
            Files.deleteIfExists(old);
        }
    }

    private static FileTime age(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }
}
