package dev.virtworkbench.ui.tests.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.virtworkbench.ui.tests.driver.FreshWorkbench;
import dev.virtworkbench.ui.tests.driver.Ui;
import org.eclipse.jface.text.ITextOperationTarget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is written by itself beside what somebody types. */
@ExtendWith(FreshWorkbench.class)
class PairsTest {

    private static final String MATCHING = "org.eclipse.ui.genericeditor.gotoMatchingBracket";

    @Test
    void anEndTagComesWithItsStartTag() {
        check("<pool type='dir'>\n  <name|\n</pool>\n", ">", "<pool type='dir'>\n  <name>|</name>\n</pool>\n");
        check("<pool type='dir'>\n  <name|</name>\n</pool>\n", ">", "<pool type='dir'>\n  <name>|</name>\n</pool>\n");
    }

    @Test
    void anEndTagBegunIsEndedAndStandsBelowItsStartTag() {
        check("<pool type='dir'>\n  <target>\n    <path>/a</path>\n    |\n</pool>\n", "</",
                "<pool type='dir'>\n  <target>\n    <path>/a</path>\n  </target>|\n</pool>\n");
    }

    @Test
    void quotesComeInPairs() {
        check("<pool type=|>\n</pool>\n", "\"dir\"", "<pool type=\"dir\"|>\n</pool>\n");
        check("<pool type=|>\n</pool>\n", "'", "<pool type='|'>\n</pool>\n");
        check("<pool type='dir'>\n  <name>it|</name>\n</pool>\n", "'s", "<pool type='dir'>\n  <name>it's|</name>\n</pool>\n");
        check("<pool type='dir'>\n  <target a='|'/>\n</pool>\n", "\"", "<pool type='dir'>\n  <target a='\"|'/>\n</pool>\n");
    }

    @Test
    void aNewLineIsIndentedByTheElementAroundIt() {
        check("<pool type='dir'>|\n</pool>\n", "\n", "<pool type='dir'>\n  |\n</pool>\n");
        check("<pool type='dir'>\n  <target>|</target>\n</pool>\n", "\n", "<pool type='dir'>\n  <target>\n    |\n  </target>\n</pool>\n");
        check("<pool type='dir'>\n  <name>a</name>|<source/>\n</pool>\n", "\n",
                "<pool type='dir'>\n  <name>a</name>\n  |<source/>\n</pool>\n");
    }

    @Test
    void bothTagsChangeTheirNameTogether() {
        check("<pool type='dir'>\n  <nam|>a</nam>\n</pool>\n", "e", "<pool type='dir'>\n  <name|>a</name>\n</pool>\n");
        check("<pool type='dir'>\n  <named>a</named|>\n</pool>\n", "\b", "<pool type='dir'>\n  <name>a</name|>\n</pool>\n");
        check("<pool type='dir'>\n  <target|></target>\n</pool>\n", " ", "<pool type='dir'>\n  <target |></target>\n</pool>\n");
    }

    /** The platform puts the caret on the inner side of the delimiter that it goes to. */
    @Test
    void theMatchingDelimiterIsOneKeyAway() {
        String pool = "<pool type='dir'>\n  <target>\n    <path>/a</path>\n  </target>\n</pool>\n";
        OpenFile file = OpenFile.open("jump.xml", pool.replace("<target>", "|<target>"));
        assertEquals(pool.replace("</target>", "</target|>"), file.execute(MATCHING).contentWithCaret(), "from the start of an element to its end");
        assertEquals(pool.replace("<target>", "<|target>"), file.execute(MATCHING).contentWithCaret(), "and back");
        assertEquals(pool.replace("'dir'", "'|dir'"), file.caretBehind("'dir'").execute(MATCHING).contentWithCaret(), "from quote to quote");
    }

    @Test
    void oneUndoTakesAKeyBack() {
        OpenFile file = OpenFile.open("undo.xml", "<pool type='dir'>\n  <nam|>a</nam>\n</pool>\n");
        file.type("e");
        Ui.run(() -> file.viewer().getTextOperationTarget().doOperation(ITextOperationTarget.UNDO));
        assertEquals("<pool type='dir'>\n  <nam>a</nam>\n</pool>\n", file.content());
    }

    @Test
    void inSomebodyElsesXmlNothingIsWritten() {
        check("<project>\n  <name|\n</project>\n", ">", "<project>\n  <name>|\n</project>\n");
    }

    private static int count;

    private static void check(String before, String typed, String after) {
        OpenFile file = OpenFile.open("pairs-" + count++ + ".xml", before);
        assertEquals(after, file.type(typed).contentWithCaret(), "typed " + typed + " into " + before);
    }
}
