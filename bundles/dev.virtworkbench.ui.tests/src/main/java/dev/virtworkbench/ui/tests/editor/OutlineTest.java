package dev.virtworkbench.ui.tests.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.virtworkbench.ui.tests.driver.FreshWorkbench;
import dev.virtworkbench.ui.tests.driver.Keyboard;
import dev.virtworkbench.ui.tests.driver.Screenshots;
import dev.virtworkbench.ui.tests.driver.Ui;
import java.util.Arrays;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.views.contentoutline.ContentOutline;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The view "Outline" shows a document's things, goes with the caret and leads to them. */
@ExtendWith(FreshWorkbench.class)
class OutlineTest {

    private static final String DOMAIN = """
            <domain type='kvm'>
              <name>web</name>
              <memory unit='GiB'>4</memory>
              <os><type arch='x86_64'>hvm</type></os>
              <features><acpi/></features>
              <devices>
                <disk type='file' device='disk'>
                  <source file='/var/lib/libvirt/images/web.qcow2'/>
                  <target dev='vda' bus='virtio'/>
                </disk>
                <disk type='file' device='cdrom'>
                  <target dev='sda' bus='sata'/>
                </disk>
                <interface type='network'>
                  <source network='default'/>
                </interface>
                <controller type='usb' index='0'/>
                <graphics type='vnc' port='-1'/>
              </devices>
            </domain>
            """;

    @Test
    @Tag(Screenshots.TAG)
    void thingsHaveTheNamesThatPeopleKnow() {
        OpenFile file = OpenFile.open("web.xml", DOMAIN);
        Tree outline = outline();
        Ui.await("outline", () -> outline.getItemCount() == 1);
        assertEquals(List.of("name", "memory", "os", "features", "devices"), Ui.get(() -> names(outline.getItem(0).getItems())));
        expand(outline, 4);
        assertEquals(List.of("disk vda", "cdrom sda"), Ui.get(() -> names(outline.getItem(0).getItem(4).getItems()).subList(0, 2)));
        file.caretBehind("<target dev='vda'");
        Ui.await("line of the caret", () -> outline.getSelectionCount() == 1 && name(outline.getSelection()[0]).equals("disk vda"));
        file.picture("editor-outline");
    }

    @Test
    void itGoesWithTheCaretAndLeadsToWhatIsChosen() {
        OpenFile file = OpenFile.open("web.xml", DOMAIN);
        Tree outline = outline();
        Ui.await("outline", () -> outline.getItemCount() == 1);
        file.caretBehind("hvm");
        Ui.await("line of the caret", () -> outline.getSelectionCount() == 1 && name(outline.getSelection()[0]).equals("type"));
        Ui.run(() -> {
            TreeItem memory = outline.getItem(0).getItem(1);
            outline.setSelection(memory);
            Event chosen = new Event();
            chosen.item = memory;
            outline.notifyListeners(SWT.Selection, chosen);
        });
        assertEquals("memory", file.selected());
    }

    @Test
    void typingKeepsWhatIsOpen() {
        OpenFile file = OpenFile.open("web.xml", DOMAIN);
        Tree outline = outline();
        Ui.await("outline", () -> outline.getItemCount() == 1);
        expand(outline, 4);
        file.caretBehind("<name>web</name>").type("\n<title>a</title>");
        Ui.await("new line", () -> names(outline.getItem(0).getItems()).contains("title"));
        TreeItem devices = Ui.get(() -> outline.getItem(0).getItem(5));
        assertEquals("devices", Ui.get(() -> name(devices)));
        assertEquals(true, Ui.get(devices::getExpanded));
    }

    @Test
    void itsKeyTakesTheKeyboardThere() {
        OpenFile.open("web.xml", DOMAIN).type("");
        Tree outline = outline();
        Ui.await("outline", () -> outline.getItemCount() == 1);
        Ui.run(() -> FreshWorkbench.page().activate(FreshWorkbench.page().getActiveEditor()));
        Keyboard.press("CTRL+O");
        Ui.await("keyboard in the outline", outline::isFocusControl);
    }

    @Test
    void itAppearsAsAnEmptyFileFills() {
        OpenFile file = OpenFile.open("new.xml", "|");
        Tree outline = outline();
        file.type("<pool type='dir'><name>a");
        Ui.await("outline of what is typed", () -> outline.getItemCount() == 1 && name(outline.getItem(0)).startsWith("pool"));
    }

    private static Tree outline() {
        ContentOutline view = FreshWorkbench.view("org.eclipse.ui.views.ContentOutline", ContentOutline.class);
        return Ui.find("tree of the outline",
                () -> java.util.Optional.ofNullable(view.getCurrentPage().getControl() instanceof Tree tree ? tree : null));
    }

    private static void expand(Tree outline, int child) {
        Ui.run(() -> {
            TreeItem item = outline.getItem(0).getItem(child);
            Event opened = new Event();
            opened.item = item;
            outline.notifyListeners(SWT.Expand, opened);
            item.setExpanded(true);
        });
    }

    private static List<String> names(TreeItem[] items) {
        return Arrays.stream(items).map(OutlineTest::name).toList();
    }

    private static String name(TreeItem item) {
        int detail = item.getText().indexOf("  ");
        return detail < 0 ? item.getText() : item.getText().substring(0, detail);
    }
}
