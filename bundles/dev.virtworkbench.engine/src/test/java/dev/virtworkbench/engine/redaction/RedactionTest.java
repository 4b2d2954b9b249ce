package dev.virtworkbench.engine.redaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.virtworkbench.language.syntax.XmlTree;
import java.util.List;
import org.junit.jupiter.api.Test;

class RedactionTest {

    private static final String DOMAIN = "<domain>\n  <graphics type='vnc' passwd='a&amp;b' passwdValidTo='2030-01-01T00:00:00'/>\n"
            + "  <graphics type='spice' passwd=\"zwei\"/>\n</domain>";

    @Test
    void nothingButTheSecretsIsTakenOut() {
        assertEquals("<domain>\n  <graphics type='vnc' passwdValidTo='2030-01-01T00:00:00'/>\n  <graphics type='spice'/>\n</domain>",
                Redaction.withoutSecrets(DOMAIN));
    }

    @Test
    void aDocumentWithoutSecretsStaysAsItIs() {
        assertEquals("<pool>\n</pool>", Redaction.withoutSecrets("<pool>\n</pool>"));
    }

    @Test
    void secretsAreHiddenInErrorsAsWrittenAndAsMeant() {
        String hidden = Redaction.hide("XML error at passwd='a&amp;b': a&b is too long, zwei too", XmlTree.parse(DOMAIN));
        assertEquals("XML error at passwd='•••': ••• is too long, ••• too", hidden);
    }

    @Test
    void alsoInADocumentThatIsBroken() {
        String broken = "<domain><graphics type='vnc' passwd='geheim'";
        assertEquals(List.of("geheim"), Redaction.secrets(XmlTree.parse(broken)));
        assertFalse(Redaction.withoutSecrets(broken).contains("geheim"));
    }
}
