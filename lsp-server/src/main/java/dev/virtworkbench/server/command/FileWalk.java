package dev.virtworkbench.server.command;

import dev.virtworkbench.language.findings.Message;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds the files that the words of a call mean. Folders are walked in the order of their names; hidden entries are left out;
 * links are followed, but no folder is walked and no file is judged twice, so that a loop ends.
 */
final class FileWalk {

    private final Consumer<Input> found;
    private final Set<Path> walked = new HashSet<>();
    private final Set<Path> files = new HashSet<>();

    private final Path start;

    private FileWalk(Path start, Consumer<Input> found) {
        this.start = start;
        this.found = found;
    }

    /**
     * @param start the folder that relative names count from
     * @param found gets each input as soon as it is found
     */
    static void walk(Path start, List<String> words, Consumer<Input> found) {
        words.forEach(new FileWalk(start, found)::word);
    }

    private void word(String word) {
        if (word.equals(Options.STANDARD_INPUT)) {
            found.accept(new Input.StandardInput("-"));
            return;
        }
        Path path;
        try {
            path = start.resolve(word);
        } catch (InvalidPathException impossible) {
            unusable(word, true, "noSuchFile");
            return;
        }
        BasicFileAttributes attributes = attributes(path);
        if (attributes != null && attributes.isDirectory()) {
            folder(word, path, new ArrayDeque<>());
        } else if (attributes != null) {
            file(word, path, true);
        } else {
            unusable(word, true, Files.isSymbolicLink(path) ? "brokenLink" : "noSuchFile");
        }
    }

    /** Of what the path leads to; null if that cannot be told. */
    private static BasicFileAttributes attributes(Path path) {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class);
        } catch (IOException unreachable) {
            return null;
        }
    }

    private void folder(String name, Path folder, Deque<Path> above) {
        List<Path> entries = new ArrayList<>();
        Path real;
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            real = folder.toRealPath();
            all.forEach(entries::add);
        } catch (IOException | DirectoryIteratorException unreadable) {
            found.accept(new Input.Unusable(name, Failures.reason(unreadable), true));
            return;
        }
        if (!walked.add(real)) {
            if (above.contains(real)) {
                unusable(name, false, "loop");
            }
            return;
        }
        entries.sort(Comparator.comparing(entry -> entry.getFileName().toString()));
        above.push(real);
        for (Path entry : entries) {
            String entryName = entry.getFileName().toString();
            if (entryName.startsWith(".")) {
                continue;
            }
            String way = name.endsWith("/") ? name + entryName : name + "/" + entryName;
            BasicFileAttributes attributes = attributes(entry);
            if (attributes != null && attributes.isDirectory()) {
                folder(way, entry, above);
            } else if (attributes != null && attributes.isRegularFile()) {
                file(way, entry, false);
            }
        }
        above.pop();
    }

    private void file(String name, Path path, boolean named) {
        if (files.add(path.toAbsolutePath().normalize())) {
            found.accept(new Input.File(name, path, named));
        }
    }

    private void unusable(String name, boolean failure, String key) {
        found.accept(new Input.Unusable(name, Message.of(FileWalk.class, key), failure));
    }
}
