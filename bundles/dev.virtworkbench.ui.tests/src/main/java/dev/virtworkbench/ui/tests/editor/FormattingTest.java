package dev.virtworkbench.ui.tests.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.virtworkbench.ui.tests.driver.FreshWorkbench;
import dev.virtworkbench.ui.tests.driver.Keyboard;
import dev.virtworkbench.ui.tests.driver.Ui;
import org.eclipse.jface.text.ITextOperationTarget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Formatting lays out the document or what is selected, in one step of undo. */
@ExtendWith(FreshWorkbench.class)
class FormattingTest {

    private static final String FORMAT = "dev.virtworkbench.editor.format";
    private static final String MESSY = "<pool type='dir'>\n      <name>a</name>\n <target><path>/a</path>\n</target>\n</pool>\n";

    @Test
    void theWholeDocument() {
        OpenFile file = OpenFile.open("messy.xml", MESSY).execute(FORMAT);
        assertEquals("<pool type='dir'>\n  <name>a</name>\n  <target>\n    <path>/a</path>\n  </target>\n</pool>\n", file.content());
        Ui.run(() -> file.viewer().getTextOperationTarget().doOperation(ITextOperationTarget.UNDO));
        assertEquals(MESSY, file.content());
    }

    @Test
    void onlyWhatIsSelected() {
        OpenFile file = OpenFile.open("messy.xml", MESSY);
        file.select(MESSY.indexOf("<name"), "<name>a</name>".length());
        assertEquals(MESSY.replace("      <name", "  <name"), file.execute(FORMAT).content());
    }

    @Test
    void byItsKey() {
        OpenFile file = OpenFile.open("messy.xml", MESSY);
        file.type("");
        Keyboard.press("CTRL+SHIFT+F");
        Ui.await("layout", () -> file.document().get().contains("\n  <name>"));
    }

    @Test
    void notSomebodyElsesXml() {
        String project = "<project>\n      <name>a</name>\n</project>\n";
        OpenFile file = OpenFile.open("pom.xml", project);
        file.type("");
        Keyboard.press("CTRL+SHIFT+F");
        assertEquals(project, file.content());
    }
}
