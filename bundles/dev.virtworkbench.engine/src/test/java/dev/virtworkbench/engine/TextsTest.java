package dev.virtworkbench.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever any bundle says to people it says in English and in Simplified Chinese, about the same things. */
class TextsTest {

    private static final Path BUNDLES = Path.of("..");
    private static final Path SERVER = Path.of("../../lsp-server");
    private static final String CHINESE = "_zh_CN.properties";
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");

    @ParameterizedTest
    @MethodSource
    void everyTextIsThereInBothLanguages(Path english) throws IOException {
        Path chinese = english.resolveSibling(english.getFileName().toString().replace(".properties", CHINESE));
        assertTrue(Files.exists(chinese), () -> "no Chinese beside " + english);
        Properties texts = texts(english);
        Properties others = texts(chinese);
        assertEquals(texts.stringPropertyNames(), others.stringPropertyNames());
        for (String key : texts.stringPropertyNames()) {
            assertEquals(places(texts.getProperty(key)), places(others.getProperty(key)), () -> "what is filled into " + key);
        }
    }

    /** What the sources have; what only builds and tests read says nothing to people. */
    static List<Path> everyTextIsThereInBothLanguages() throws IOException {
        return Stream.concat(below(BUNDLES), below(SERVER)).toList();
    }

    @Test
    void allBundlesWithTextsAreLookedAt() throws IOException {
        Set<String> bundles = everyTextIsThereInBothLanguages().stream().map(file -> BUNDLES.relativize(file).getName(0).toString())
                .collect(Collectors.toSet());
        assertTrue(bundles.containsAll(Stream.of("editor", "engine", "explorer", "help", "language", "product", "tour")
                .map("dev.virtworkbench."::concat).toList()), bundles::toString);
    }

    private static Stream<Path> below(Path module) throws IOException {
        try (Stream<Path> files = Files.walk(module)) {
            return files.filter(file -> file.toString().endsWith(".properties") && !file.toString().endsWith(CHINESE))
                    .filter(file -> file.toString().matches(".*/(src/main/(java|resources)|OSGI-INF/l10n)/.*") && !file.toString().contains("/target/"))
                    .sorted().toList().stream();
        }
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(match -> match.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties texts(Path file) throws IOException {
        Properties texts = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            texts.load(in);
        }
        return texts;
    }
}
