package dev.virtworkbench.ui.tests.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.ui.tests.driver.FreshWorkbench;
import dev.virtworkbench.ui.tests.driver.Screenshots;
import dev.virtworkbench.ui.tests.driver.Ui;
import java.util.Arrays;
import org.eclipse.swt.custom.StyledText;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What can be written is proposed as one types, and comes with places to fill in. */
@ExtendWith(FreshWorkbench.class)
class CompletionTest {

    private static final String POOL = """
            <pool type='dir'>
              <name>images</name>
              |
            </pool>
            """;

    @Test
    @Tag(Screenshots.TAG)
    void anElementComesWithItsPlacesAndGoesInOneStep() {
        OpenFile file = OpenFile.open("pool.xml", POOL);
        Popup popup = Popup.completions(file.editor(), "target");
        popup.select("target");
        Ui.await("documentation", () -> Arrays.stream(Ui.display().getShells())
                .filter(shell -> shell.isVisible() && shell != FreshWorkbench.window().getShell())
                .flatMap(shell -> Arrays.stream(shell.getChildren())).anyMatch(CompletionTest::hasText));
        file.picture("completion");
        popup.choose("target");
        assertEquals(POOL.replace("|", """
                <target>
                    <path>/var/lib/libvirt/example|</path>
                  </target>"""), file.contentWithCaret());
        assertEquals("/var/lib/libvirt/example", file.selected());
        file.execute("org.eclipse.ui.edit.undo");
        assertEquals(POOL.replace("|", ""), file.content());
    }

    @Test
    void whatIsTypedNarrowsTheListAndIsReplaced() {
        OpenFile file = OpenFile.open("pool.xml", POOL.replace("|", "").replace("'dir'", "'|'"));
        Popup all = Popup.completions(file.editor(), "dir");
        assertTrue(all.labels().contains("iscsi"), () -> all.labels().toString());
        file.type("iscsi-");
        Ui.await("narrowed list", () -> !all.table().isDisposed() && all.table().getItemCount() == 1);
        all.choose("iscsi-direct");
        assertTrue(file.content().startsWith("<pool type='iscsi-direct'>"), file::content);
    }

    @Test
    @Tag(Screenshots.TAG)
    void tabGoesFromPlaceToPlaceWithListsOfChoices() {
        OpenFile file = OpenFile.open("domain.xml", """
                <domain type='kvm'>
                  <name>tabbed</name>
                  <devices>
                    |
                  </devices>
                </domain>
                """);
        Popup.completions(file.editor(), "disk").choose("disk (qcow2 image, virtio)");
        file.picture("tab-stops");
        String first = file.selected();
        assertTrue(!first.isEmpty(), file::contentWithCaret);
        file.type("chosen").type("\t");
        assertTrue(file.content().contains("chosen") && !file.content().contains(first), file::content);
        String second = file.selected();
        assertTrue(!second.isEmpty() && !second.equals(first), file::contentWithCaret);
    }

    @Test
    @Tag(Screenshots.TAG)
    void aListOfChoicesOpensAtItsPlace() {
        OpenFile file = OpenFile.open("domain.xml", """
                <domain type='kvm'>
                  <name>chosen</name>
                  <devices>
                    <disk |>
                      <target dev='vda'/>
                    </disk>
                  </devices>
                </domain>
                """);
        Popup.completions(file.editor(), "device").choose("device");
        Popup choices = Popup.with("cdrom");
        file.picture("choices");
        choices.choose("cdrom");
        assertTrue(file.content().contains("<disk device='cdrom'>"), file::content);
    }

    private static boolean hasText(org.eclipse.swt.widgets.Control control) {
        return control instanceof StyledText text ? !text.getText().isBlank()
                : control instanceof org.eclipse.swt.widgets.Composite part && Arrays.stream(part.getChildren()).anyMatch(CompletionTest::hasText);
    }
}
