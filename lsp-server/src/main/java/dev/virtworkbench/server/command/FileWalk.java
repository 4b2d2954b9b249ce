package dev.virtworkbench.server.command;

import dev.virtworkbench.language.findings.Message;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the files that the words of a call mean. Folders are walked in the order of their names; hidden entries are left out;
 * links are followed, but no folder is walked and no file is judged twice, so that a loop ends.
 */
final class FileWalk {

    private final List<Input> found = new ArrayList<>();
    private final Set<Path> walked = new HashSet<>();
    private final Set<Path> files = new HashSet<>();

    private final Path start;

    private FileWalk(Path start) {
        this.start = start;
    }

    /** @param start the folder that relative names count from */
    static List<Input> inputs(Path start, List<String> words) {
        FileWalk walk = new FileWalk(start);
        words.forEach(walk::word);
        return List.copyOf(walk.found);
    }

    private void word(String word) {
        if (word.equals(Options.STANDARD_INPUT)) {
            found.add(new Input.StandardInput("-"));
            return;
        }
        Path path;
        try {
            path = start.resolve(word);
        } catch (InvalidPathException impossible) {
            unusable(word, true, "noSuchFile");
            return;
        }
        if (Files.isDirectory(path)) {
            folder(word, path, new ArrayDeque<>());
        } else if (Files.exists(path)) {
            file(word, path, true);
        } else {
            unusable(word, true, Files.isSymbolicLink(path) ? "brokenLink" : "noSuchFile");
        }
    }

    private void folder(String name, Path folder, Deque<Path> above) {
        List<Path> entries = new ArrayList<>();
        Path real;
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            real = folder.toRealPath();
            all.forEach(entries::add);
        } catch (IOException | DirectoryIteratorException unreadable) {
            found.add(new Input.Unusable(name, Failures.reason(unreadable), true));
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
            if (Files.isDirectory(entry)) {
                folder(way, entry, above);
            } else if (Files.isRegularFile(entry)) {
                file(way, entry, false);
            }
        }
        above.pop();
    }

    private void file(String name, Path path, boolean named) {
        if (files.add(path.toAbsolutePath().normalize())) {
            found.add(new Input.File(name, path, named));
        }
    }

    private void unusable(String name, boolean failure, String key) {
        found.add(new Input.Unusable(name, Message.of(FileWalk.class, key), failure));
    }
}
