package dev.virtworkbench.language.relaxng;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrammarReaderTest {

    @ParameterizedTest
    @CsvSource({
        "undefined-name, 3, nowhere",
        "refers-to-itself, 2, refers to itself",
        "defined-twice, 4, twice",
        "unknown-type, 3, unsignedIntt",
        "bad-pattern, 3, regular expression",
        "includes-itself, 2, itself",
        "outside, 2, outside",
        "no-relaxng, 3, elemnt",
        "not-well-formed, 3, ''",
        "doctype, 1, DOCTYPE",
        "includes-missing, 3, no such file",
        "missing, 0, no such file",
    })
    void saysWhatIsWrongAndWhere(String file, int line, String message) {
        GrammarException wrong = assertThrows(GrammarException.class, () -> GrammarReader.read(
                SchemaSource.folder(GrammarFiles.folder("broken")), file + ".rng"));
        SourceLocation location = wrong.location().orElseThrow();
        assertTrue(wrong.getMessage().contains(message), wrong.getMessage());
        assertTrue(location.file().toString().endsWith("/broken/" + file + ".rng"), location.toString());
        assertEquals(line, location.line(), wrong.getMessage());
    }

    @Test
    void tellsWhereAnElementIsDefined() throws Exception {
        ElementDefinition first = GrammarFiles.read("definitions").define("more").orElseThrow().elements().getFirst();
        assertEquals("more", first.define());
        assertTrue(first.location().file().toString().endsWith("/included.rng"), first.location().toString());
        assertEquals(3, first.location().line());
    }
}
