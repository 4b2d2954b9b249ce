package dev.virtworkbench.ui.tests.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.images.Image;
import dev.virtworkbench.engine.images.ImageInfo;
import dev.virtworkbench.engine.images.NewImage;
import dev.virtworkbench.engine.images.Passphrase;
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
import java.util.stream.Collectors;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.navigator.resources.ProjectExplorer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is inside images of a real libvirtd is shown and changed with the real qemu-img; new ones are made. */
@Tag(Screenshots.TAG)
class RealImageToolsTest extends ImagesOnRealHost {

    private Tree pool() {
        makePool();
        return LiveEditor.tree();
    }

    private void choose(Tree tree, String volume, String operation) {
        Widgets.select(tree, daemon.uri(), "Storage pools", "images", volume);
        Widgets.contextMenu(tree, "Image", operation);
    }

    @Test
    void theMapShowsWhereDataAreAndWhichImageHasThem() throws IOException {
        daemon.run("qemu-io", "-f", "qcow2", "-c", "write 0 1M", "-c", "write 32M 8M", "--", path(DISK));
        host.images().overlay(new NewImage(path("top.qcow2"), "qcow2"), new Image(path(DISK), "qcow2"), OptionalLong.empty()).await();
        daemon.run("qemu-io", "-f", "qcow2", "-c", "write 10M 4M", "-c", "write -z 20M 2M", "-c", "write -c 50M 64k", "--", path("top.qcow2"));
        choose(pool(), "top.qcow2", "Map…");
        Shell dialog = Widgets.shell("Map of top.qcow2");
        Table table = Widgets.find(dialog, Table.class, "extents", each -> each.getItemCount() > 6);
        List<String> rows = Ui.get(() -> Arrays.stream(table.getItems()).map(item -> item.getText(0) + " " + item.getText(1) + " " + item.getText(2)
                + " " + item.getText(3)).toList());
        assertTrue(rows.contains("0 1 MiB Data of an image below disk.qcow2"), rows::toString);
        assertTrue(rows.contains("10,485,760 4 MiB Data top.qcow2"), rows::toString);
        assertTrue(rows.contains("20,971,520 2 MiB Zeroes top.qcow2"), rows::toString);
        assertTrue(rows.contains("52,428,800 64 KiB Compressed or encrypted top.qcow2"), rows::toString);
        assertTrue(rows.contains("1,048,576 9 MiB Never written "), rows::toString);
        Ui.run(() -> {
            table.setSelection(rows.indexOf("10,485,760 4 MiB Data top.qcow2"));
            table.notifyListeners(SWT.Selection, new Event());
        });
        Screenshots.take("image-map");
    }

    @Test
    void bitmapsAreAddedMergedSwitchedEmptiedAndRemoved() {
        choose(pool(), DISK, "Bitmaps…");
        Shell dialog = Widgets.shell("Bitmaps of " + DISK);
        Table table = Widgets.find(dialog, Table.class, "bitmaps", each -> true);
        add(dialog, "-monday");
        rows(table, "-monday notes what changes 64 KiB");
        Combo granularity = Widgets.labelled(dialog, "A bit of new ones", Combo.class);
        Ui.run(() -> granularity.select(granularity.indexOf("1 MiB")));
        add(dialog, "week");
        rows(table, "-monday notes what changes 64 KiB", "week notes what changes 1 MiB");
        select(table, 0);
        press(dialog, "Disable");
        rows(table, "-monday switched off 64 KiB", "week notes what changes 1 MiB");
        Screenshots.take("image-bitmaps");
        select(table, 1);
        press(dialog, "Merge…");
        Widgets.press(Widgets.button(Widgets.shell("Merge Bitmap"), "Merge Bitmap"));
        await("at rest", () -> Ui.get(Widgets.button(dialog, "Add…")::isEnabled));
        select(table, 0);
        press(dialog, "Enable");
        rows(table, "-monday notes what changes 64 KiB", "week notes what changes 1 MiB");
        select(table, 0);
        press(dialog, "Clear…");
        Shell question = Widgets.shell("Clear Bitmap");
        assertEquals("Cancel", Ui.get(() -> question.getDefaultButton().getText()));
        Widgets.press(Widgets.button(question, "Clear Bitmap"));
        Ui.await("closed question", question::isDisposed);
        await("at rest", () -> Ui.get(Widgets.button(dialog, "Add…")::isEnabled));
        select(table, 0);
        press(dialog, "Remove…");
        Widgets.press(Widgets.button(Widgets.shell("Remove Bitmap"), "Remove Bitmap"));
        rows(table, "week notes what changes 1 MiB");
        assertEquals(List.of("week"), info(DISK).bitmaps().stream().map(ImageInfo.Bitmap::name).toList());
    }

    private static void add(Shell dialog, String name) {
        press(dialog, "Add…");
        Shell asked = Widgets.shell("Add Bitmap");
        Text text = Widgets.find(asked, Text.class, "name", each -> (each.getStyle() & SWT.READ_ONLY) == 0);
        Ui.run(() -> text.setText(name));
        Widgets.press(Widgets.button(asked, "OK"));
    }

    private static void press(Shell dialog, String label) {
        Button button = Widgets.button(dialog, label);
        Ui.await("button " + label, button::isEnabled);
        Widgets.press(button);
    }

    private static void rows(Table table, String... rows) {
        Ui.await("rows " + Arrays.toString(rows), () -> Arrays.stream(table.getItems()).map(item -> item.getText(0) + " " + item.getText(1) + " "
                + item.getText(2)).toList().equals(List.of(rows)));
    }

    private static void select(Table table, int row) {
        Ui.run(() -> {
            table.setSelection(row);
            table.notifyListeners(SWT.Selection, new Event());
        });
    }

    @Test
    void optionsAndPassphrasesAreChangedLater() {
        Passphrase first = new Passphrase("open sesame");
        NewImage secret = new NewImage(path("secret.qcow2"), "qcow2").with("encrypt.format", "luks").with("encrypt.iter-time", "10").encrypted(first);
        host.images().create(secret, 8 * MIB).await();
        Tree tree = pool();
        choose(tree, DISK, "Amend…");
        Shell plain = Widgets.shell("Amend " + DISK);
        Button go = Widgets.button(plain, "Amend");
        assertFalse(Ui.get(go::isEnabled), "nothing is stated");
        pick(Widgets.labelled(plain, "lazy_refcounts", Combo.class), "on");
        Screenshots.take("image-amend");
        Widgets.press(go);
        Ui.await("closed dialog", plain::isDisposed);
        await("lazy counts", () -> read(DISK).contains("\"lazy-refcounts\": true"));

        choose(tree, "secret.qcow2", "Amend…");
        Shell asked = Widgets.shell("Encrypted Image");
        Text passphrase = Widgets.find(asked, Text.class, "passphrase", text -> text.getEchoChar() != 0);
        Ui.run(() -> passphrase.setText("open sesame"));
        Widgets.press(Widgets.button(asked, "OK"));
        Shell keys = Widgets.shell("Amend secret.qcow2");
        type(keys, "New passphrase", "another");
        type(keys, "The same again", "another");
        assertFalse(Ui.get(Widgets.button(keys, "Amend")::isEnabled), "no state");
        pick(Widgets.labelled(keys, "encrypt.state", Combo.class), "active");
        type(keys, "encrypt.iter-time", "10");
        Screenshots.take("image-amend-keys");
        Widgets.press(Widgets.button(keys, "Amend"));
        Shell question = Ui.find("question", () -> Arrays.stream(keys.getShells()).filter(Shell::isVisible).findFirst());
        Text name = Widgets.find(question, Text.class, "name to type", text -> true);
        Ui.run(() -> name.setText("secret.qcow2"));
        Widgets.press(Widgets.button(question, "Amend"));
        Ui.await("closed dialog", keys::isDisposed);
        awaitFinishedWork();
        Image byOther = new Image(path("secret.qcow2"), "qcow2").with(new Passphrase("another"));
        assertTrue(host.images().compare(byOther, secret.image(), true).await().same());
    }

    private String read(String name) {
        try {
            return daemon.run("qemu-img", "info", "-U", "--output=json", "--", path(name));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void anImageIsMadeInAPoolAndInAFolderWithTheOptionsOfItsFormat() throws Exception {
        Tree tree = pool();
        Widgets.select(tree, daemon.uri(), "Storage pools", "images");
        Widgets.contextMenu(tree, "New", "Image File...");
        Shell dialog = Widgets.shell("New Image File");
        Text target = Widgets.labelled(dialog, "New file", Text.class);
        Ui.await("proposed name", () -> target.getText().equals(path("image.qcow2")));
        Text size = Widgets.labelled(dialog, "Size", Text.class);
        Ui.run(() -> size.setText("1"));
        Text cluster = Widgets.labelled(dialog, "cluster_size", Text.class);
        Ui.run(() -> cluster.setText("1M"));
        Text data = Widgets.labelled(dialog, "data_file", Text.class);
        Ui.run(() -> data.setText(path("image.data")));
        pick(Widgets.labelled(dialog, "Preallocation", Combo.class), "Metadata");
        Widgets.find(dialog, Label.class, "estimate", label -> label.getText().endsWith("once its guest has written everywhere"));
        Screenshots.take("image-create");
        Widgets.press(Widgets.button(dialog, "Create"));
        Widgets.row(tree, daemon.uri(), "Storage pools", "images", "image.qcow2");
        ImageInfo made = info("image.qcow2");
        assertEquals(OptionalLong.of(MIB), made.clusterSize());
        assertEquals(1024 * MIB, made.virtualSize());
        assertEquals(Optional.of(path("image.data")), made.dataFile());

        IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("made");
        project.create(new NullProgressMonitor());
        project.open(new NullProgressMonitor());
        ProjectExplorer view = FreshWorkbench.view(ProjectExplorer.VIEW_ID, ProjectExplorer.class);
        Ui.await("selected project", () -> {
            view.selectReveal(new StructuredSelection(project));
            return view.getCommonViewer().getStructuredSelection().size() == 1;
        });
        Control explorer = Ui.get(() -> view.getCommonViewer().getControl());
        Widgets.contextMenu(explorer, "New Image File…");
        Shell second = Ui.find("second dialog", () -> Arrays.stream(Ui.display().getShells())
                .filter(shell -> shell.isVisible() && shell != dialog && shell.getText().equals("New Image File")).findFirst());
        pick(Widgets.labelled(second, "Format", Combo.class), "vmdk");
        Widgets.press(Widgets.button(second, "Create"));
        Ui.await("new file in the workspace", project.getFile("image.vmdk")::exists);
    }

    @Test
    void nothingIsCutOffThatAPartitionNeedsAndWhatIsLeftToDoIsTold() throws IOException {
        Path disk = folder.resolve("guest.raw");
        host.images().create(new NewImage(disk.toString(), "raw"), 64 * MIB).await();
        Path script = Files.writeString(daemon.folder().resolve("table"), "label: gpt\nsize=16MiB, type=linux\nsize=8MiB, type=swap\n");
        daemon.run("sh", "-c", "sfdisk -q \"$1\" < \"$2\"", "sh", disk.toString(), script.toString());
        Tree tree = pool();
        choose(tree, "guest.raw", "Resize…");
        Shell dialog = Widgets.shell("Resize guest.raw");
        Text size = Widgets.labelled(dialog, "New size", Text.class);
        Ui.run(() -> size.setText("20"));
        Ui.await("refusal with figures", () -> Widgets.all(dialog, Text.class).map(Text::getText).collect(Collectors.joining()).contains("need 25 MiB")
                || Widgets.all(dialog, Label.class).map(Label::getText).collect(Collectors.joining()).contains("need 25.0 MiB"));
        assertFalse(Ui.get(Widgets.button(dialog, "Resize")::isEnabled));
        Screenshots.take("image-shrink-partitions");
        Ui.run(() -> size.setText("128"));
        Widgets.press(Widgets.button(dialog, "Resize"));
        Shell left = Ui.find("what is left", () -> Arrays.stream(Ui.display().getShells())
                .filter(shell -> shell.isVisible() && shell != dialog && shell.getText().equals("Resize guest.raw")).findFirst());
        Widgets.find(left, Label.class, "steps", label -> label.getText().contains("Partition 2, which is for swap, ends last")
                && label.getText().contains("growpart /dev/vda 1") && label.getText().contains("resize2fs /dev/vda1"));
        Screenshots.take("image-grown-partitions");
        Widgets.press(Widgets.button(left, "OK"));
        assertEquals(128 * MIB, info("guest.raw").virtualSize());
    }

    @Test
    void aPageOfTheVolumesPropertiesTellsItsSizesApart() throws IOException {
        host.images().create(new NewImage(path("full.raw"), "raw").with("preallocation", "full"), 4 * MIB).await();
        host.images().create(new NewImage(path("sparse.raw"), "raw"), 64 * MIB).await();
        daemon.run("qemu-io", "-f", "raw", "-c", "write 0 4M", "--", path("sparse.raw"));
        pool();
        Composite page = PropertiesTest.pageOf(daemon.uri(), "Storage pools", "images", "sparse.raw");
        PropertiesTest.choose(page, "Image");
        told(page, "Allocated: 4 MiB", "sparse: takes more room as the guest writes");
        Screenshots.take("properties-image");
        told(PropertiesTest.pageOf(daemon.uri(), "Storage pools", "images", "full.raw"), "Virtual: 4 MiB", "preallocated: takes no more room");
    }

    private static void told(Composite root, String... parts) {
        Widgets.find(root, Tree.class, "facts " + Arrays.toString(parts), tree -> {
            String text = Arrays.stream(tree.getItems()).flatMap(section -> Arrays.stream(section.getItems()))
                    .map(item -> item.getText(0) + ": " + (tree.getColumnCount() > 1 ? item.getText(1) : "")).collect(Collectors.joining("\n"));
            return Arrays.stream(parts).allMatch(text::contains);
        });
    }

    private static void type(Shell dialog, String label, String words) {
        Text field = Widgets.labelled(dialog, label, Text.class);
        Ui.run(() -> field.setText(words));
    }
}
