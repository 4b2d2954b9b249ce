package dev.virtworkbench.ui.tests.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.virtworkbench.ui.tests.driver.FreshWorkbench;
import dev.virtworkbench.ui.tests.driver.Screenshots;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An element gets another name in both its tags, typed where it stands. */
@ExtendWith(FreshWorkbench.class)
class RenameTest {

    private static final String RENAME = "dev.virtworkbench.editor.rename";

    @Test
    @Tag(Screenshots.TAG)
    void bothTagsTakeWhatIsTyped() {
        OpenFile file = OpenFile.open("rename.xml", "<pool type='dir'>\n  <ti|tle>a</title>\n</pool>\n").execute(RENAME);
        assertEquals("title", file.selected());
        file.picture("editor-rename");
        file.type("name");
        assertEquals("<pool type='dir'>\n  <name>a</name>\n</pool>\n", file.content());
    }

    @Test
    void fromTheEndTagToo() {
        OpenFile file = OpenFile.open("rename.xml", "<pool type='dir'>\n  <title>a</ti|tle>\n</pool>\n").execute(RENAME);
        file.type("name");
        assertEquals("<pool type='dir'>\n  <name>a</name>\n</pool>\n", file.content());
    }

    @Test
    void whereNothingHasANameNothingHappens() {
        String pool = "<pool type='d|ir'>\n</pool>\n";
        assertEquals(pool, OpenFile.open("rename.xml", pool).execute(RENAME).contentWithCaret());
    }
}
