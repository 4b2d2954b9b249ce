package dev.virtworkbench.ui.tests.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.images.Image;
import dev.virtworkbench.engine.images.ImageChange;
import dev.virtworkbench.engine.images.NewImage;
import dev.virtworkbench.ui.tests.driver.FreshWorkbench;
import dev.virtworkbench.ui.tests.driver.Screenshots;
import dev.virtworkbench.ui.tests.driver.Ui;
import dev.virtworkbench.ui.tests.driver.Widgets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.navigator.resources.ProjectExplorer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The menu Image works on the files of a real libvirtd with the real qemu-img. */
class RealImageFilesTest extends ImagesOnRealHost {

    @BeforeEach
    void makeAnother() {
        host.images().create(new NewImage(path("plain.raw"), "raw"), 4 * MIB).await();
        makePool();
    }

    private Tree chosen(String volume) {
        Tree tree = LiveEditor.tree();
        Widgets.select(tree, daemon.uri(), "Storage pools", "images", volume);
        return tree;
    }

    private void choose(String volume, String operation) {
        Widgets.contextMenu(chosen(volume), "Image", operation);
    }

    @Test
    @Tag(Screenshots.TAG)
    void informationTellsSizesChainSnapshotsAndUsers() throws IOException {
        host.images().overlay(new NewImage(path("top.qcow2"), "qcow2"), new Image(path(DISK), "qcow2"), OptionalLong.empty()).await();
        host.images().change(new Image(path("top.qcow2"), "qcow2"), new ImageChange.MakeSnapshot("before update"), Optional.empty()).await();
        host.domains().define("<domain type='qemu'><name>web</name><memory>65536</memory><os><type>hvm</type></os><devices><disk type='file'>"
                + "<driver name='qemu' type='qcow2'/><source file='" + path("top.qcow2") + "'/><target dev='vda' bus='virtio'/></disk>"
                + "</devices></domain>", true).await();
        choose("top.qcow2", "Information…");
        Shell shell = Widgets.shell("Image top.qcow2");
        Tree facts = Widgets.find(shell, Tree.class, "facts", tree -> true);
        Ui.await("users", () -> texts(facts).stream().anyMatch(line -> line.startsWith("web")));
        Ui.await("allocated size", () -> texts(facts).stream().anyMatch(line -> line.startsWith("Allocated")));
        Screenshots.take("image-information");
        Widgets.press(Widgets.button(shell, "Copy as Text"));
        Ui.await("copied text", () -> {
            Clipboard clipboard = new Clipboard(Ui.display());
            try {
                String text = String.valueOf(clipboard.getContents(TextTransfer.getInstance()));
                return text.contains(path(DISK)) && text.contains("before update") && text.contains("web: ");
            } finally {
                clipboard.dispose();
            }
        });

        Files.move(folder.resolve(DISK), folder.resolve("moved.qcow2"));
        Widgets.press(Widgets.button(shell, "Close"));
        choose("top.qcow2", "Information…");
        Tree broken = Widgets.find(Widgets.shell("Image top.qcow2"), Tree.class, "facts", tree -> true);
        Ui.await("broken link", () -> texts(broken).stream().anyMatch(line -> line.startsWith("Broken link")));
        Screenshots.take("image-broken-chain");
    }

    private static List<String> texts(Tree tree) {
        return Arrays.stream(tree.getItems()).flatMap(section -> Arrays.stream(section.getItems()))
                .map(item -> item.getText(0) + ": " + item.getText(1)).toList();
    }

    @Test
    @Tag(Screenshots.TAG)
    void anImageIsConvertedWithTheOptionsOfItsFormat() throws IOException {
        choose(DISK, "Convert…");
        Shell dialog = Widgets.shell("Convert " + DISK);
        Combo format = Widgets.labelled(dialog, "Format", Combo.class);
        Text target = Widgets.labelled(dialog, "New file", Text.class);
        Ui.await("proposed name", () -> target.getText().equals(path("disk.raw")));
        pick(format, "vmdk");
        Ui.await("name for that format", () -> target.getText().equals(path("disk.vmdk")));
        pick(Widgets.labelled(dialog, "subformat", Combo.class), "streamOptimized");
        pick(format, "qcow2");
        pick(Widgets.labelled(dialog, "Preallocation", Combo.class), "Metadata");
        Text cluster = Widgets.labelled(dialog, "cluster_size", Text.class);
        Ui.run(() -> cluster.setText("much"));
        Button go = Widgets.button(dialog, "Convert");
        Ui.await("mistake told", () -> !go.isEnabled());
        Ui.run(() -> cluster.setText("1M"));
        Widgets.find(dialog, Label.class, "estimate", label -> label.getText().endsWith("once its guest has written everywhere"));
        Screenshots.take("image-convert");
        Widgets.press(go);
        Widgets.row(LiveEditor.tree(), daemon.uri(), "Storage pools", "images", "disk-1.qcow2");
        assertEquals(OptionalLong.of(MIB), info("disk-1.qcow2").clusterSize());
        assertEquals(64 * MIB, info("disk-1.qcow2").virtualSize());
    }

    @Test
    void anEncryptedCopyNeedsItsPassphraseTwice() {
        choose("plain.raw", "Convert…");
        Shell dialog = Widgets.shell("Convert plain.raw");
        pick(Widgets.labelled(dialog, "Format", Combo.class), "luks");
        // whoever opens it works as long on the passphrase
        Text milliseconds = Widgets.labelled(dialog, "iter-time", Text.class);
        Ui.run(() -> milliseconds.setText("10"));
        Button go = Widgets.button(dialog, "Convert");
        Text first = Widgets.labelled(dialog, "Passphrase", Text.class);
        Ui.run(() -> first.setText("open sesame"));
        assertFalse(Ui.get(go::isEnabled), "typed once");
        Text again = Widgets.labelled(dialog, "The same again", Text.class);
        Ui.run(() -> again.setText("open sesame"));
        Widgets.press(go);
        Widgets.row(LiveEditor.tree(), daemon.uri(), "Storage pools", "images", "plain.luks");
        assertTrue(info("plain.luks").encrypted());

        choose("plain.luks", "Resize…");
        Widgets.press(Widgets.button(Widgets.shell("Format of the Image"), "It is luks"));
        Shell asked = Widgets.shell("Encrypted Image");
        Text passphrase = Widgets.find(asked, Text.class, "passphrase", text -> text.getEchoChar() != 0);
        Ui.run(() -> passphrase.setText("open sesame"));
        Widgets.press(Widgets.button(asked, "OK"));
        Shell resize = Widgets.shell("Resize plain.luks");
        Text number = Widgets.labelled(resize, "New size", Text.class);
        Ui.run(() -> number.setText(Long.toString(Long.parseLong(number.getText()) * 2)));
        Widgets.press(Widgets.button(resize, "Resize"));
        Widgets.press(Widgets.button(another("Resize plain.luks", resize), "OK"));
        assertEquals(8 * MIB, info("plain.luks").virtualSize());
    }

    @Test
    @Tag(Screenshots.TAG)
    void anImageGrowsPlainlyAndShrinksByItsName() throws IOException {
        choose(DISK, "Resize…");
        Shell grow = Widgets.shell("Resize " + DISK);
        assertEquals("Cancel", Ui.get(() -> grow.getDefaultButton().getText()));
        Text size = Widgets.labelled(grow, "New size", Text.class);
        assertFalse(Ui.get(Widgets.button(grow, "Resize")::isEnabled), "its size now");
        Ui.run(() -> size.setText("128"));
        Screenshots.take("image-grow");
        Widgets.press(Widgets.button(grow, "Resize"));
        Shell left = another("Resize " + DISK, grow);
        Screenshots.take("image-grown");
        Widgets.press(Widgets.button(left, "OK"));
        assertEquals(128 * MIB, info(DISK).virtualSize());

        choose(DISK, "Resize…");
        Shell shrink = another("Resize " + DISK, left);
        Text smaller = Widgets.labelled(shrink, "New size", Text.class);
        Ui.run(() -> smaller.setText("32"));
        Widgets.press(Widgets.find(shrink, Button.class, "copy", button -> button.getText().startsWith("Keep a copy")));
        Widgets.press(Widgets.button(shrink, "Resize"));
        Shell question = Widgets.shell("Shrink Image");
        assertFalse(Ui.get(Widgets.button(question, "Shrink Image")::isEnabled), "before the name is typed");
        Text name = Widgets.find(question, Text.class, "name to type", text -> true);
        Ui.run(() -> name.setText(DISK));
        Screenshots.take("image-shrink");
        Widgets.press(Widgets.button(question, "Shrink Image"));
        await("smaller image", () -> info(DISK).virtualSize() == 32 * MIB);
        try (Stream<Path> files = Files.list(folder)) {
            String copy = files.map(file -> file.getFileName().toString()).filter(each -> each.startsWith("disk-before-")).findFirst().orElseThrow();
            assertEquals(128 * MIB, info(copy).virtualSize());
        }
    }

    @Test
    @Tag(Screenshots.TAG)
    void snapshotsAreMadeAppliedAndDeleted() {
        choose(DISK, "Snapshots…");
        Shell dialog = Widgets.shell("Snapshots of " + DISK);
        Table table = Widgets.find(dialog, Table.class, "snapshots", each -> true);
        Widgets.press(Widgets.button(dialog, "Create…"));
        Shell name = Widgets.shell("Create Snapshot");
        Text text = Widgets.find(name, Text.class, "name", each -> (each.getStyle() & SWT.READ_ONLY) == 0);
        Ui.run(() -> text.setText("-before update, 1"));
        Widgets.press(Widgets.button(name, "OK"));
        Ui.await("snapshot", () -> table.getItemCount() == 1 && table.getItem(0).getText().equals("-before update, 1"));
        select(table);
        Screenshots.take("image-snapshots");
        Widgets.press(Widgets.button(dialog, "Apply…"));
        Shell question = Widgets.shell("Apply Snapshot");
        assertEquals("Cancel", Ui.get(() -> question.getDefaultButton().getText()));
        Widgets.press(Widgets.button(question, "Apply Snapshot"));
        Ui.await("closed question", question::isDisposed);
        // the job is finished when another can be begun
        Button make = Widgets.button(dialog, "Create…");
        Ui.await("at rest", make::isEnabled);
        select(table);
        Widgets.press(Widgets.button(dialog, "Delete…"));
        Widgets.press(Widgets.button(Widgets.shell("Delete Snapshot"), "Delete Snapshot"));
        Ui.await("no snapshot", () -> table.getItemCount() == 0);
        assertTrue(info(DISK).snapshots().isEmpty());
    }

    @Test
    @Tag(Screenshots.TAG)
    void anOverlayIsMadeAndItsBaseIsLeftAlone() {
        choose(DISK, "Create Overlay…");
        Shell overlay = Widgets.shell("Create Overlay of " + DISK);
        Screenshots.take("image-overlay");
        Widgets.press(Widgets.button(overlay, "Create Overlay"));
        Widgets.row(LiveEditor.tree(), daemon.uri(), "Storage pools", "images", "disk-overlay.qcow2");
        assertEquals(Optional.of(path(DISK)), info("disk-overlay.qcow2").backing());

        choose(DISK, "Resize…");
        Shell refused = Widgets.shell("Not done");
        Widgets.find(refused, Label.class, "who is in the way", label -> label.getText().contains("disk-overlay.qcow2 builds on"));
        Screenshots.take("image-refused");
        Widgets.press(Widgets.button(refused, "OK"));

        choose("disk-overlay.qcow2", "Commit…");
        Shell commit = Widgets.shell("Commit disk-overlay.qcow2");
        Button copy = Widgets.find(commit, Button.class, "copy", button -> button.getText().startsWith("Keep a copy beside it"));
        String kept = Ui.get(copy::getText).replaceFirst(".*: ", "");
        assertTrue(kept.startsWith("disk-before-"), () -> "of what is written into: " + kept);
        Ui.run(() -> copy.setSelection(true));
        Screenshots.take("image-commit");
        Widgets.press(Widgets.button(commit, "Commit"));
        Widgets.press(Widgets.button(below(commit), "Commit"));
        Ui.await("closed dialog", commit::isDisposed);
        awaitFinishedWork();
        assertEquals(info(DISK).virtualSize(), info(kept).virtualSize(), "the copy that was made before");

        choose("disk-overlay.qcow2", "Rebase…");
        Shell rebase = Widgets.shell("Rebase disk-overlay.qcow2");
        pick(Widgets.labelled(rebase, "Build on", Combo.class), "Nothing");
        Screenshots.take("image-rebase");
        Widgets.press(Widgets.button(rebase, "Rebase"));
        await("image that builds on nothing", () -> info("disk-overlay.qcow2").backing().isEmpty());
    }

    @Test
    @Tag(Screenshots.TAG)
    void twoImagesAreComparedAsTheirGuestsSeeThem() throws IOException {
        choose("plain.raw", "Compare With…");
        Shell compare = Widgets.shell("Compare plain.raw");
        assertFalse(Ui.get(Widgets.button(compare, "Compare")::isEnabled), "no image to compare with");
        Text other = Widgets.labelled(compare, "With:", Text.class);
        daemon.run("qemu-img", "convert", "-O", "qcow2", path("plain.raw"), path("same.qcow2"));
        Ui.run(() -> other.setText(path("same.qcow2")));
        Screenshots.take("image-compare");
        Widgets.press(Widgets.button(compare, "Compare"));
        Ui.await("closed dialog", compare::isDisposed);
        Shell told = Widgets.shell("Compare plain.raw");
        Widgets.find(told, Label.class, "that they are the same", label -> label.getText().contains("have the same contents"));
        Widgets.press(Widgets.button(told, "OK"));
    }

    @Test
    @Tag(Screenshots.TAG)
    void aSoundImageIsToldSoundAndADamagedOneIsRepaired() throws IOException {
        choose(DISK, "Check…");
        Shell sound = Widgets.shell("Check " + DISK);
        Widgets.find(sound, Label.class, "verdict", label -> label.getText().contains("is sound"));
        Widgets.press(Widgets.button(sound, "OK"));
        daemon.run("qemu-io", "-f", "qcow2", "-c", "write 0 1M", "--", path(DISK));
        byte[] bytes = Files.readAllBytes(folder.resolve(DISK));
        // the first reference count block: no cluster is said to be in use
        int table = 2 << 16;
        Arrays.fill(bytes, table, table + 64, (byte) 0);
        Files.write(folder.resolve(DISK), bytes);
        choose(DISK, "Check…");
        Shell damaged = another("Check " + DISK, sound);
        Screenshots.take("image-damaged");
        Widgets.press(Widgets.button(damaged, "Repair"));
        Widgets.press(Widgets.button(below(damaged), "Repair"));
        Ui.await("closed dialog", damaged::isDisposed);
        Widgets.find(Widgets.shell("Check " + DISK), Label.class, "verdict", label -> label.getText().contains("is sound"));
    }

    @Test
    void whatCannotBeDoneIsGreyWithTheReason() {
        Tree tree = chosen("plain.raw");
        List<String> entries = entries(tree, "Image");
        assertTrue(entries.contains("-Snapshots…   (raw keeps no snapshots: qcow2 does)"), entries::toString);
        assertTrue(entries.contains("+Convert…"), entries::toString);
        try (SimulatedHost simulated = SimulatedHost.with(0, 1)) {
            Widgets.select(tree, simulated.host().uri(), "Storage pools", SimulatedHost.FULL_POOL, "disk-00000.qcow2");
            List<String> none = entries(tree, "Image");
            assertEquals("-Programs cannot be run on this host: they can on this machine and over ssh", none.getFirst());
            assertTrue(none.stream().noneMatch(entry -> entry.startsWith("+")), none::toString);
        }
    }

    @Test
    @Tag(Screenshots.TAG)
    void aFileOfTheWorkspaceIsAnImageToo() throws Exception {
        IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("images");
        project.create(new NullProgressMonitor());
        project.open(new NullProgressMonitor());
        IFile file = project.getFile("guest.img");
        host.images().create(new NewImage(file.getLocation().toString(), "qcow2"), 16 * MIB).await();
        project.refreshLocal(2, new NullProgressMonitor());
        Chosen.files(file);
        ProjectExplorer view = FreshWorkbench.view(ProjectExplorer.VIEW_ID, ProjectExplorer.class);
        Control tree = Ui.get(() -> view.getCommonViewer().getControl());
        Widgets.contextMenu(tree, "Image", "Convert…");
        Shell which = Widgets.shell("Format of the Image");
        Screenshots.take("image-format");
        Widgets.press(Widgets.button(which, "It is qcow2"));
        Shell dialog = Widgets.shell("Convert guest.img");
        pick(Widgets.labelled(dialog, "Format", Combo.class), "vdi");
        Widgets.press(Widgets.button(dialog, "Convert"));
        IFile made = project.getFile("guest.vdi");
        Ui.await("new file in the workspace", made::exists);
        assertEquals("vdi", host.images().info(made.getLocation().toString(), Optional.empty()).await().top().format());
    }

    /** The menu's entries, with a plus before those that can be chosen and a minus before the others. */
    private static List<String> entries(Tree tree, String menu) {
        return Ui.get(() -> {
            Menu root = tree.getMenu();
            root.notifyListeners(SWT.Show, new Event());
            Menu below = Arrays.stream(root.getItems()).filter(item -> item.getText().replace("&", "").equals(menu)).findFirst().orElseThrow().getMenu();
            below.notifyListeners(SWT.Show, new Event());
            List<String> entries = Arrays.stream(below.getItems()).filter(item -> (item.getStyle() & SWT.SEPARATOR) == 0)
                    .map(RealImageFilesTest::entry).toList();
            below.notifyListeners(SWT.Hide, new Event());
            root.notifyListeners(SWT.Hide, new Event());
            return entries;
        });
    }

    private static String entry(MenuItem item) {
        return (item.isEnabled() ? "+" : "-") + item.getText().replace("&", "");
    }

    private static void select(Table table) {
        Ui.run(() -> {
            table.setSelection(0);
            table.notifyListeners(SWT.Selection, new Event());
        });
    }
}
