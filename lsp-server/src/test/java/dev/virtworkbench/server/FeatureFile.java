package dev.virtworkbench.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One example of a feature: a document with the cursor written {@value #CURSOR}, a line {@code ==== words}, and what the
 * server makes of it. The words, if any, are what the person says: a new name, a typed character.
 *
 * @param text the document without the cursor
 * @param cursor offset of the cursor; 0 where none is written
 * @param words what stands behind the bar
 * @param expected what should come out
 */
record FeatureFile(Path file, String text, int cursor, String words, String expected) {

    static final String CURSOR = "‸";

    private static final Pattern BAR = Pattern.compile("^====(.*)\\n", Pattern.MULTILINE);

    static List<FeatureFile> in(Path folder) {
        try (var files = Files.list(folder)) {
            return files.sorted().map(FeatureFile::read).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static FeatureFile read(Path file) {
        try {
            String all = Files.readString(file);
            Matcher bar = BAR.matcher(all);
            if (!bar.find()) {
                throw new IllegalArgumentException(file + " has no line ====");
            }
            String marked = all.substring(0, bar.start());
            return new FeatureFile(file, marked.replace(CURSOR, ""), Math.max(marked.indexOf(CURSOR), 0),
                    bar.group(1).strip(), all.substring(bar.end()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String name() {
        return file.getFileName().toString();
    }

    /** Writes down what comes out as what is expected from now on. */
    void rewrite(String actual) {
        try {
            String all = Files.readString(file);
            Matcher bar = BAR.matcher(all);
            bar.find();
            Files.writeString(file, all.substring(0, bar.end()) + actual);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
