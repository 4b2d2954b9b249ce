package dev.virtworkbench.ui.tests.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.ui.tests.driver.FreshWorkbench;
import dev.virtworkbench.ui.tests.driver.Keyboard;
import dev.virtworkbench.ui.tests.driver.Screenshots;
import dev.virtworkbench.ui.tests.driver.Ui;
import dev.virtworkbench.ui.tests.driver.Widgets;
import dev.virtworkbench.ui.tests.editor.OpenFile;
import dev.virtworkbench.ui.tests.editor.Popup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A handbook's commands, pasted into the explorer and into an editor, come to be on a real libvirtd; asked of it by its own {@code virsh}. */
@Tag(Screenshots.TAG)
class RealCommandsTest extends OnRealHost {

    private static final String TITLE = "New from a Command";

    @Test
    void aPoolIsPastedLookedAtAndApplied() throws IOException {
        copy("# virsh pool-define-as guest_images dir - - - - \"" + daemon.folder().resolve("guest images") + "\"\n# virsh pool-build guest_images\n");
        Tree tree = LiveEditor.tree();
        Widgets.select(tree, daemon.uri());
        Ui.run(tree::forceFocus);
        Keyboard.press("CTRL+V");
        Shell wizard = Widgets.shell(TITLE);
        assertTrue(xml(wizard).contains("<name>guest_images</name>"), xml(wizard));
        Screenshots.take("command-pool");
        Widgets.press(Widgets.button(wizard, "Finish"));
        LiveEditor editor = LiveEditor.await("guest_images.xml");
        assertTrue(editor.dirty(), "nothing is sent yet");
        assertTrue(editor.content().startsWith("<!-- A dash stands for nothing"), editor.content());
        assertFalse(virsh("pool-list", "--all").contains("guest_images"));
        Screenshots.take("command-pool-opened");
        editor.save();
        Widgets.press(Widgets.button(Widgets.shell("Apply"), "Apply"));
        Widgets.row(tree, daemon.uri(), "Storage pools", "guest_images");
        assertTrue(virsh("pool-dumpxml", "guest_images").contains("<path>" + daemon.folder().resolve("guest images")));
        Ui.await("one editor, of what was made", () -> FreshWorkbench.page().getEditorReferences().length == 1
                && !FreshWorkbench.page().getActiveEditor().isDirty());
    }

    @Test
    void aDiskIsPutIntoItsDomain() throws IOException {
        Path disk = daemon.folder().resolve("it's data.qcow2");
        daemon.run("qemu-img", "create", "-f", "qcow2", disk.toString(), "1M");
        define("web1");
        Shell wizard = type("sudo virsh attach-disk web1 \"" + disk + "\" vdb --targetbus virtio --driver qemu --subdriver qcow2 --persistent");
        Widgets.press(Widgets.button(wizard, "Finish"));
        LiveEditor editor = LiveEditor.await("web1.xml");
        Ui.await("the disk in the document", () -> editor.document().get().contains("dev='vdb'"));
        assertTrue(editor.dirty());
        Screenshots.take("command-disk");
        editor.save();
        Widgets.press(Widgets.button(Widgets.shell("Apply"), "Apply"));
        editor.awaitClean();
        assertTrue(virsh("domblklist", "web1", "--inactive").contains("it's data.qcow2"));
    }

    @Test
    void ofSeveralCommandsOneIsChosenAndAVolumeGoesIntoItsPool() throws IOException {
        virsh("pool-create-as", "vms", "dir", "--build", "--target", daemon.folder().resolve("vms").toString());
        Tree tree = LiveEditor.tree();
        Widgets.select(tree, daemon.uri());
        Shell wizard = type("virsh vol-create-as vms a.qcow2 1M --format qcow2\n"
                + "qemu-system-x86_64 -name guest -m 64 -smp 1 -drive file=/srv/b.img,format=raw,if=virtio -cdrom /isos/c.iso -boot dc -vnc :1");
        Combo choice = Widgets.labelled(wizard, "Becomes:", Combo.class);
        Wizard.choose(choice, "domain");
        Ui.await("the domain", () -> Widgets.all(wizard, StyledText.class).anyMatch(text -> text.getText().contains("<domain type='qemu'>")));
        Screenshots.take("command-domain");
        Wizard.choose(choice, "volume");
        Widgets.press(Widgets.button(wizard, "Finish"));
        LiveEditor editor = LiveEditor.await("a.qcow2.xml");
        editor.save();
        Widgets.press(Widgets.button(Widgets.shell("Apply"), "Apply"));
        editor.awaitClean();
        assertTrue(virsh("vol-list", "vms").contains("a.qcow2"));
        assertTrue(editor.content().contains("<physical"), editor.content());
    }

    @Test
    void inAnEditorItIsAFindingWithAFix() {
        OpenFile file = OpenFile.open("pool.xml", "virsh pool-define-as |vms dir --target /srv/vms\n");
        Ui.await("marker", () -> file.file().findMarkers(IMarker.PROBLEM, true, IResource.DEPTH_ZERO).length == 1);
        Popup fixes = Popup.fixes(file.editor(), "Turn the command into XML");
        Screenshots.take("command-fix");
        fixes.choose(fixes.labels().getFirst());
        assertEquals("<pool type='dir'>\n  <name>vms</name>\n  <target>\n    <path>/srv/vms</path>\n  </target>\n</pool>\n", file.content());
        Ui.await("no marker", () -> file.file().findMarkers(IMarker.PROBLEM, true, IResource.DEPTH_ZERO).length == 0);
    }

    /** Opens the wizard from its menu and types a command. */
    private Shell type(String command) {
        copy("nothing of that kind");
        Shell wizard = Wizard.open("command", TITLE);
        Button finish = Widgets.button(wizard, "Finish");
        assertFalse(Ui.get(finish::isEnabled), "there is no command yet");
        Text text = Widgets.labelled(wizard, "Command:", Text.class);
        Ui.run(() -> text.setText(command));
        return wizard;
    }

    private static String xml(Shell wizard) {
        StyledText xml = Widgets.find(wizard, StyledText.class, "XML", text -> text.getText().startsWith("<"));
        return Ui.get(xml::getText);
    }

    private static void copy(String text) {
        Ui.run(() -> {
            Clipboard clipboard = new Clipboard(Ui.display());
            clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
            clipboard.dispose();
        });
    }

    private void define(String name) throws IOException {
        Path file = daemon.folder().resolve(name + ".xml");
        Files.writeString(file, "<domain type='qemu'><name>" + name + "</name><memory>65536</memory><os><type>hvm</type></os></domain>");
        virsh("define", file.toString());
        Tree tree = LiveEditor.tree();
        Widgets.select(tree, daemon.uri(), "Domains", name);
    }

    private String virsh(String... words) throws IOException {
        String[] command = new String[words.length + 3];
        command[0] = "virsh";
        command[1] = "--connect";
        command[2] = daemon.uri();
        System.arraycopy(words, 0, command, 3, words.length);
        return daemon.run(command);
    }
}
