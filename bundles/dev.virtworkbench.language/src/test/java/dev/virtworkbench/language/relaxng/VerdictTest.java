package dev.virtworkbench.language.relaxng;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.thaiopensource.util.PropertyMap;
import com.thaiopensource.util.PropertyMapBuilder;
import com.thaiopensource.validate.ValidateProperty;
import com.thaiopensource.validate.ValidationDriver;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Each {@code grammars/NAME.docs} holds documents for {@code NAME.rng}, each behind the verdict that is expected,
 * and that Jing must come to as well.
 */
class VerdictTest {

    @TestFactory
    List<DynamicContainer> verdictsAreThoseOfTheSpecificationAndOfJing() throws Exception {
        try (Stream<Path> files = Files.list(GrammarFiles.folder("grammars"))) {
            return files.filter(file -> file.toString().endsWith(".docs")).sorted().map(this::verdicts).toList();
        }
    }

    private DynamicContainer verdicts(Path documents) {
        try {
            String name = documents.getFileName().toString().replace(".docs", "");
            Grammar grammar = GrammarFiles.read(name);
            Grammar compact = CompactGrammar.read(CompactGrammar.write(grammar), GrammarFiles.SOURCE).orElseThrow();
            ValidationDriver jing = new ValidationDriver(silent());
            jing.loadSchema(new InputSource(documents.resolveSibling(name + ".rng").toUri().toString()));
            return DynamicContainer.dynamicContainer(name,
                    Arrays.stream(Files.readString(documents).split("\n(?=valid|invalid)"))
                            .map(line -> DynamicTest.dynamicTest(line, () -> check(List.of(grammar, compact), jing, line))));
        } catch (Exception e) {
            throw new IllegalStateException(documents.toString(), e);
        }
    }

    private static void check(List<Grammar> grammars, ValidationDriver jing, String line) throws Exception {
        boolean expected = line.startsWith("valid");
        String document = line.substring(line.indexOf('<'));
        for (Grammar grammar : grammars) {
            assertEquals(expected, DocumentMatch.valid(MatchState.before(grammar), stream(document)));
        }
        assertEquals(expected, jingAccepts(jing, document), "Jing's verdict");
    }

    private static PropertyMap silent() {
        PropertyMapBuilder properties = new PropertyMapBuilder();
        properties.put(ValidateProperty.ERROR_HANDLER, new DefaultHandler() {
            @Override
            public void error(SAXParseException mistake) {
                // the verdict alone counts
            }
        });
        return properties.toPropertyMap();
    }

    private static boolean jingAccepts(ValidationDriver jing, String document) throws Exception {
        return jing.validate(new InputSource(new StringReader(document)));
    }

    private static ByteArrayInputStream stream(String document) {
        return new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8));
    }
}
