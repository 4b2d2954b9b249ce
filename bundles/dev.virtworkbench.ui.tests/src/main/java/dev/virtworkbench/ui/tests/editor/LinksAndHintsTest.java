package dev.virtworkbench.ui.tests.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.ui.tests.driver.FreshWorkbench;
import dev.virtworkbench.ui.tests.driver.Screenshots;
import dev.virtworkbench.ui.tests.driver.Ui;
import dev.virtworkbench.ui.tests.driver.Widgets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IEditorPart;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Paths lead to files, and sizes are told in units that people read. */
@ExtendWith(FreshWorkbench.class)
class LinksAndHintsTest {

    private static final String OPEN_LINK = "org.eclipse.ui.edit.text.open.hyperlink";

    @Test
    void aPathOpensItsXmlFile(@TempDir Path folder) throws Exception {
        Path other = Files.writeString(folder.resolve("other.xml"), "<volume><name>a</name></volume>");
        OpenFile file = OpenFile.open("link.xml", "<domain type='kvm'>\n  <os>\n    <kernel>" + other + "</kernel>\n  </os>\n</domain>\n");
        file.caretBehind("<kernel>/").execute(OPEN_LINK);
        IEditorPart active = Ui.get(() -> FreshWorkbench.page().getActiveEditor());
        assertEquals("other.xml", Ui.get(active::getTitle));
    }

    @Test
    void aFileOfAnotherHostIsMissedWithAReason() {
        OpenFile file = OpenFile.open("link.xml", "<disk type='file' device='disk'>\n  <source file='/no/such/image'/>\n</disk>\n");
        file.caretBehind("/no/such");
        Ui.start(() -> file.viewer().getTextOperationTarget()
                .doOperation(org.eclipse.jface.text.hyperlink.HyperlinkManager.OPEN_HYPERLINK));
        Shell message = Widgets.shell("Open Link");
        assertNotNull(message);
        Widgets.press(Widgets.button(message, "OK"));
    }

    @Test
    @Tag(Screenshots.TAG)
    void sizesStandBesideTheirNumbers() {
        OpenFile file = OpenFile.open("size.xml",
                "<domain type='kvm'>\n  <name>a</name>\n  <memory>1048576</memory>\n  <currentMemory unit='MiB'>512</currentMemory>\n</domain>\n");
        int behind = file.content().indexOf("</memory>");
        Ui.await("room for the size", () -> hasRoom(file, behind - 1) || hasRoom(file, behind));
        assertTrue(file.content().contains("<memory>1048576</memory>"), "the text stays as it is");
        file.picture("editor-sizes");
    }

    /** Remarks are painted into room that a character leaves. */
    private static boolean hasRoom(OpenFile file, int offset) {
        return Arrays.stream(file.text().getStyleRanges(offset, 1)).map(style -> ((StyleRange) style).metrics)
                .anyMatch(metrics -> metrics != null && metrics.width > 0);
    }
}
