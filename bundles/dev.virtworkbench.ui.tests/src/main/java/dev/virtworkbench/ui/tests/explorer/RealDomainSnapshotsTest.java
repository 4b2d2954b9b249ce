package dev.virtworkbench.ui.tests.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.domains.Domain;
import dev.virtworkbench.engine.snapshots.Snapshot;
import dev.virtworkbench.engine.snapshots.SnapshotKind;
import dev.virtworkbench.engine.snapshots.Snapshots;
import dev.virtworkbench.ui.tests.driver.FileChooser;
import dev.virtworkbench.ui.tests.driver.FreshWorkbench;
import dev.virtworkbench.ui.tests.driver.Screenshots;
import dev.virtworkbench.ui.tests.driver.Ui;
import dev.virtworkbench.ui.tests.driver.Widgets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The snapshots of a real domain: taken, gone back to and deleted from the tree that shows them. */
class RealDomainSnapshotsTest extends OnRealHost {

    private Path disk;
    private Composite window;

    @BeforeEach
    void start() throws IOException {
        disk = daemon.folder().resolve("disk.qcow2");
        daemon.run("qemu-img", "create", "-q", "-f", "qcow2", disk.toString(), "8M");
        host.domains().define("<domain type='qemu'><name>guest</name><memory unit='MiB'>64</memory>"
                + "<os><type arch='x86_64' machine='pc'>hvm</type></os><features><acpi/></features><devices><disk type='file' device='disk'>"
                + "<driver name='qemu' type='qcow2'/><source file='" + disk + "'/><target dev='vda' bus='virtio'/></disk></devices></domain>",
                true).await();
        window = Ui.get(() -> FreshWorkbench.window().getShell());
    }

    private void open() {
        Tree tree = LiveEditor.tree();
        Widgets.select(tree, daemon.uri(), "Domains", "guest");
        Widgets.contextMenu(tree, "Snapshots");
    }

    /** The tree, once it has any. */
    private Tree snapshots() {
        return Widgets.find(window, Tree.class, "tree of snapshots", tree -> tree.getColumnCount() == 5 && tree.getItemCount() > 0);
    }

    private Label empty() {
        return Widgets.find(window, Label.class, "what to do without snapshots", label -> label.getText().contains("guest has no snapshots")
                && label.getText().contains("Take…"));
    }

    private void press(String button) {
        Widgets.press(Widgets.button(window, button));
    }

    private Shell take() {
        press("Take…");
        return Widgets.shell("Take Snapshot");
    }

    private void make(String name) {
        Shell dialog = take();
        Text field = Widgets.labelled(dialog, "Name", Text.class);
        Ui.run(() -> field.setText(name));
        Widgets.press(Widgets.button(dialog, "Take Snapshot"));
        awaitCurrent(name);
    }

    /** Waits until the tree has that one as the current one, and no other is selected. */
    private void awaitCurrent(String name) {
        Tree tree = snapshots();
        Ui.await("current snapshot " + name, () -> tree.getSelectionCount() == 1 && tree.getSelection()[0].getText().equals(name + " (current)"));
    }

    private String virsh(String... words) throws IOException {
        return daemon.run(Stream.concat(Stream.of("virsh", "-c", daemon.uri()), Stream.of(words)).toArray(String[]::new)).strip();
    }

    private void awaitNames(String... names) {
        Ui.await("snapshots " + String.join(", ", names), () -> virsh("snapshot-list", "guest", "--name").lines().map(String::strip)
                .filter(name -> !name.isEmpty()).toList().equals(List.of(names)));
    }

    /** Looks whether that byte stands at the disk's beginning, also while the domain runs. */
    private void assertDiskReads(int value) throws IOException {
        String said = daemon.run("qemu-io", "-f", "qcow2", "-r", "-U", "-c", "read -P " + value + " 0 512", disk.toString());
        assertFalse(said.contains("failed"), said);
    }

    @Test
    @Tag(Screenshots.TAG)
    void aDomainGoesBackToASnapshotAndAllAreDeleted() throws IOException {
        open();
        empty();
        Screenshots.take("snapshots-none");
        make("first");
        daemon.run("qemu-io", "-f", "qcow2", "-c", "write -P 5 0 512", disk.toString());
        make("second");
        host.domains().lookup("guest").await().start().await();
        make("third");
        Tree tree = snapshots();
        Screenshots.take("snapshots");

        Widgets.select(tree, "first");
        press("Revert…");
        Shell revert = Widgets.shell("Revert");
        assertEquals("Cancel", Ui.get(() -> revert.getDefaultButton().getText()));
        Widgets.find(revert, Label.class, "what will be lost", label -> label.getText().contains("guest") && label.getText().contains("first")
                && label.getText().contains("runs") && label.getText().contains("is lost"));
        Screenshots.take("snapshots-revert");
        Widgets.press(Widgets.button(revert, "Afterwards paused"));
        Widgets.press(Widgets.button(revert, "Revert"));
        Ui.await("paused domain", () -> virsh("domstate", "guest").equals("paused"));
        awaitCurrent("first");
        assertDiskReads(0);

        press("Delete…");
        Shell delete = Widgets.shell("Delete Snapshot");
        assertEquals("Cancel", Ui.get(() -> delete.getDefaultButton().getText()));
        Screenshots.take("snapshots-delete");
        Widgets.press(Widgets.button(delete, "Delete it and all made on top of it (2): second, third"));
        Widgets.press(Widgets.button(delete, "Delete Snapshot"));
        empty();
        awaitNames();
    }

    @Test
    @Tag(Screenshots.TAG)
    void whatADomainCannotHaveIsGreyedWithTheReason() throws IOException {
        open();
        Shell off = take();
        assertTrue(Ui.get(Widgets.button(off, "Inside the disks' images")::getSelection));
        assertFalse(Ui.get(Widgets.button(off, "In new images, with the memory in a file")::isEnabled));
        Widgets.find(off, Label.class, "the reason", label -> label.getText().contains("the domain does not run: it has no memory to keep"));
        Screenshots.take("snapshots-take");
        Widgets.press(Widgets.button(off, "Cancel"));
        Ui.await("closed dialog", off::isDisposed);

        host.domains().lookup("guest").await().start().await();
        Shell running = take();
        Widgets.find(running, Label.class, "the reason", label -> label.getText().contains("guest agent, which freezes"));
        assertFalse(Ui.get(Widgets.button(running, "Have the guest write out everything first")::isEnabled));
        Screenshots.take("snapshots-take-running");
        Text name = Widgets.labelled(running, "Name", Text.class);
        Ui.run(() -> name.setText("a/b"));
        assertFalse(Ui.get(Widgets.button(running, "Take Snapshot")::isEnabled), "a name with a slash");
        Ui.run(() -> name.setText(".b"));
        assertFalse(Ui.get(Widgets.button(running, "Take Snapshot")::isEnabled), "a name with a dot before it");
        Link add = Widgets.find(running, Link.class, "what adds the channel", link -> link.getText().contains("Add that channel"));
        Ui.start(() -> add.notifyListeners(SWT.Selection, new Event()));
        Shell differences = Widgets.shell("Apply");
        Screenshots.take("snapshots-agent-channel");
        Widgets.press(Widgets.button(differences, "Apply"));
        Domain guest = host.domains().lookup("guest").await();
        Ui.awaitHost("channel", () -> guest.xml(true, false).await().contains("name='org.qemu.guest_agent.0'"));
    }

    @Test
    void anExternalSnapshotHasItsMemoryBesideTheDiskAndGoingBackSaysWhatIsMissing() throws IOException {
        Domain guest = host.domains().lookup("guest").await();
        guest.start().await();
        open();
        Shell dialog = take();
        Text memory = Widgets.labelled(dialog, "Memory file", Text.class);
        assertFalse(Ui.get(memory::isEnabled));
        Widgets.press(Widgets.button(dialog, "In new images, with the memory in a file"));
        Ui.await("memory file", memory::isEnabled);
        Path file = daemon.folder().resolve("guest.snapshot-1.memory");
        assertEquals(file.toString(), Ui.get(memory::getText));
        Widgets.press(Widgets.button(dialog, "Take Snapshot"));
        awaitCurrent("snapshot-1");
        assertTrue(Files.exists(file));
        Widgets.find(window, Text.class, "where the disk goes on", text -> text.getText().startsWith("vda: goes on in " + daemon.folder()));
        Snapshots snapshots = host.snapshots(guest);
        Snapshot made = snapshots.list().await().getFirst();
        assertEquals(SnapshotKind.EXTERNAL_WITH_MEMORY, made.kind());
        if (snapshots.abilities().await().cannotRevert(made).isPresent()) {
            press("Revert…");
            Shell refused = Widgets.shell("Not done");
            Widgets.find(refused, Label.class, "why", label -> label.getText().contains("9.9.0") && label.getText().contains("backing files"));
            Widgets.press(Widgets.button(refused, "OK"));
            Ui.await("closed dialog", refused::isDisposed);
        }
        press("Delete…");
        Shell delete = Widgets.shell("Delete Snapshot");
        Widgets.press(Widgets.button(delete, "Only have libvirt forget it; images and files stay as they are"));
        Widgets.press(Widgets.button(delete, "Delete Snapshot"));
        empty();
        awaitNames();
        assertTrue(Files.exists(file));
    }

    @Test
    @Tag(Screenshots.TAG)
    void aSnapshotIsDescribedAnewAndMadeTheCurrentOne() throws IOException {
        open();
        make("first");
        press("Take as in File…");
        FileChooser.open("Document of a Snapshot of guest",
                Files.writeString(daemon.folder().resolve("second.xml"), "<domainsnapshot><name>second</name></domainsnapshot>"));
        awaitCurrent("second");
        Tree tree = snapshots();
        assertFalse(Ui.get(Widgets.button(window, "Make Current")::isEnabled), "it is the current one");
        press("Edit Description…");
        Shell dialog = Widgets.shell("Edit Description");
        Text words = Widgets.find(dialog, Text.class, "description", Text::getEditable);
        Ui.run(() -> words.setText("before the upgrade\n& after the backup"));
        Screenshots.take("snapshots-describe");
        Widgets.press(Widgets.button(dialog, "OK"));
        Widgets.find(window, Text.class, "its details", text -> text.getText().startsWith("before the upgrade") && text.getText().contains("& after"));
        Widgets.select(tree, "first");
        press("Make Current");
        awaitCurrent("first");
        Ui.await("current snapshot of libvirt's", () -> virsh("snapshot-current", "guest", "--name").equals("first"));
    }

    @Test
    void theSnapshotsCloseWithTheirDomain() {
        open();
        empty();
        host.domains().lookup("guest").await().undefine(Set.of()).await();
        Ui.await("closed editor", () -> FreshWorkbench.page().getEditorReferences().length == 0);
    }

    @Test
    void whatIsMadeElsewhereIsThereAndItsDocumentIsShown() throws IOException {
        open();
        empty();
        virsh("snapshot-create-as", "guest", "elsewhere", "by hand");
        press("Refresh");
        awaitCurrent("elsewhere");
        Widgets.find(window, Text.class, "its details", text -> text.getText().startsWith("by hand") && text.getText().contains("vda"));
        press("XML");
        LiveEditor editor = LiveEditor.await("elsewhere.xml");
        assertTrue(editor.content().startsWith("<domainsnapshot>"), editor::content);
        assertFalse(Ui.get(editor.editor()::isEditable), "libvirt takes no changes of it");
    }
}
