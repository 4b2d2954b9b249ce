package dev.virtworkbench.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/**
 * A test case that is a file: lines {@code # setting: value}, a document with at most one cursor mark {@code |}, a line
 * {@code ---}, and what is expected. A new case is a new file. With the system property {@code virtworkbench.acceptFixtures} the
 * expected half of every file is written anew, to be read in the diff.
 */
public final class Fixture {

    private static final Path ROOT = Path.of("src", "test", "resources", "dev", "virtworkbench", "language");
    private static final String SEPARATOR = "\n---\n";

    private final Path file;
    private final String source;
    private final String expected;
    private final Map<String, String> settings = new HashMap<>();
    private final String text;
    private final int offset;

    private Fixture(Path file) {
        this.file = file;
        String all = read(file);
        int separator = all.indexOf(SEPARATOR);
        source = separator < 0 ? all.stripTrailing() : all.substring(0, separator);
        expected = separator < 0 ? "" : all.substring(separator + SEPARATOR.length());
        String document = source;
        while (document.startsWith("# ")) {
            int end = document.indexOf('\n');
            String[] setting = document.substring(2, end).split(": ?", 2);
            settings.put(setting[0], setting.length > 1 ? setting[1] : "true");
            document = document.substring(end + 1);
        }
        offset = document.indexOf('|');
        text = offset < 0 ? document : document.substring(0, offset) + document.substring(offset + 1);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The document, without settings and mark. */
    public String text() {
        return text;
    }

    /** Where the cursor mark stood; -1 without one. */
    public int offset() {
        return offset;
    }

    public String setting(String name, String otherwise) {
        return settings.getOrDefault(name, otherwise);
    }

    /** One test a file of {@code folder}, in which {@code answer} tells what is there. */
    public static DynamicNode tests(String folder, Function<Fixture, String> answer) throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
            List<DynamicTest> tests = files.sorted()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), file.toUri(),
                            () -> new Fixture(file).check(answer)))
                    .toList();
            return DynamicContainer.dynamicContainer(folder, tests);
        }
    }

    private void check(Function<Fixture, String> answer) throws IOException {
        String actual = answer.apply(this);
        if (Boolean.getBoolean("virtworkbench.acceptFixtures")) {
            Files.writeString(file, source + SEPARATOR + actual.stripTrailing() + "\n");
        } else {
            assertEquals(expected.stripTrailing(), actual.stripTrailing(), () -> file + "\n" + source);
        }
    }
}
