package dev.virtworkbench.engine.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.virtworkbench.language.syntax.XmlTree;
import org.junit.jupiter.api.Test;

class CompletedTest {

    private static final String PRESENT = "<domain><name>d</name><uuid>6b1c9a0e-0d2c-4f5b-9b3e-0c1d2e3f4a5b</uuid><devices>"
            + "<graphics type='vnc' passwd='a&amp;b'/><graphics type='spice' passwd='zwei'/></devices></domain>";

    @Test
    void theUuidComesBehindTheName() {
        assertEquals("<domain>\n  <name>d</name><uuid>6b1c9a0e-0d2c-4f5b-9b3e-0c1d2e3f4a5b</uuid>\n</domain>",
                text("<domain>\n  <name>d</name>\n</domain>", false));
    }

    @Test
    void aTextThatHasAllStaysAsItIs() {
        assertEquals(PRESENT, text(PRESENT, true));
    }

    @Test
    void passwordsAreTakenOnlyWhereAskedAndWhereNoneIsWritten() {
        String edited = "<domain><uuid>6b1c9a0e-0d2c-4f5b-9b3e-0c1d2e3f4a5b</uuid><devices>"
                + "<graphics type='vnc' port='1'/><graphics type='spice' passwd='neu'/></devices></domain>";
        assertEquals(edited, text(edited, false));
        assertEquals(edited.replace("<graphics type='vnc'", "<graphics passwd='a&amp;b' type='vnc'"), text(edited, true));
    }

    private static String text(String edited, boolean secrets) {
        return Completed.text(XmlTree.parse(edited), XmlTree.parse(PRESENT), secrets);
    }
}
