package dev.virtworkbench.ui.tests.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.virtworkbench.ui.tests.driver.FreshWorkbench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A selection grows and shrinks by what the text means. */
@ExtendWith(FreshWorkbench.class)
class SelectionTest {

    private static final String EXPAND = "dev.virtworkbench.editor.selection.expand";
    private static final String SHRINK = "dev.virtworkbench.editor.selection.shrink";

    @Test
    void stepsLeadOutwardsAndBack() {
        OpenFile file = OpenFile.open("grow.xml", "<pool type='dir'>\n  <source><dir path='/var/im|ages'/></source>\n</pool>\n");
        assertEquals("images", file.execute(EXPAND).selected());
        assertEquals("/var/images", file.execute(EXPAND).selected());
        assertEquals("'/var/images'", file.execute(EXPAND).selected());
        assertEquals("path='/var/images'", file.execute(EXPAND).selected());
        assertEquals("<dir path='/var/images'/>", file.execute(EXPAND).selected());
        assertEquals("path='/var/images'", file.execute(SHRINK).selected());
        assertEquals("'/var/images'", file.execute(SHRINK).selected());
        file.execute(SHRINK).execute(SHRINK);
        assertEquals("", file.execute(SHRINK).selected());
    }
}
