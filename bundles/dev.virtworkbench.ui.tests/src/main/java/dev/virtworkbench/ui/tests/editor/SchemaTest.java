package dev.virtworkbench.ui.tests.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.ui.tests.driver.FreshWorkbench;
import dev.virtworkbench.ui.tests.driver.Ui;
import java.util.Optional;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.text.hyperlink.HyperlinkManager;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** F3 leads from a name to libvirt's schema, and one command mends what leaves no choice. */
@ExtendWith(FreshWorkbench.class)
class SchemaTest {

    private static final String MEND = "dev.virtworkbench.editor.mend";
    private static final String UNDO = "org.eclipse.ui.edit.undo";

    private static final String VOLUME = "<volume>\n  <name>a</name>\n  <capacity unit='GiB'>1</capacity>\n</volume>\n";

    @Test
    void anElementLeadsToItsDefinitionWhichIsNotForEditing() {
        OpenFile file = OpenFile.open("volume.xml", VOLUME).caretBehind("<capa");
        follow(file);
        ITextEditor schema = schema(file);
        assertTrue(Ui.get(() -> ((ITextSelection) schema.getSelectionProvider().getSelection()).getText()).contains("capacity"));
        assertFalse(Ui.get(schema::isEditable), "can be edited");
    }

    @Test
    void anAttributeLeadsToItsOwnDefinition() {
        OpenFile file = OpenFile.open("volume.xml", VOLUME).caretBehind("<capacity un");
        follow(file);
        ITextEditor schema = schema(file);
        String line = Ui.get(() -> ((ITextSelection) schema.getSelectionProvider().getSelection()).getText());
        assertTrue(line.contains("<attribute name=\"unit\""), line);
    }

    @Test
    void whatLeavesNoChoiceIsMendedAtOnceAndTakenBackAtOnce() {
        String mistaken = VOLUME.replace("name", "nmae").replace("capacity", "capactiy").replace("</volume>", "  <target/>\n</volume>");
        OpenFile file = OpenFile.open("volume.xml", mistaken).execute(MEND);
        assertEquals(VOLUME.replace("</volume>", "  <target/>\n</volume>"), file.content());
        file.execute(UNDO);
        assertEquals(mistaken, file.content());
    }

    @Test
    void whereNothingCanBeMendedTheTextStays() {
        OpenFile file = OpenFile.open("volume.xml", VOLUME.replace("</volume>", "  <target/>\n</volume>"));
        String before = file.content();
        assertEquals(before, file.execute(MEND).content());
    }

    /** As F3 does; comes back at once, as a dialog may follow. */
    private static void follow(OpenFile file) {
        Ui.start(() -> ((ITextOperationTarget) file.viewer()).doOperation(HyperlinkManager.OPEN_HYPERLINK));
    }

    private static ITextEditor schema(OpenFile from) {
        return Ui.find("schema", () -> Optional.ofNullable(FreshWorkbench.page().getActiveEditor())
                .filter(editor -> editor != from.editor() && editor.getTitle().endsWith(".rng")).map(ITextEditor.class::cast));
    }
}
