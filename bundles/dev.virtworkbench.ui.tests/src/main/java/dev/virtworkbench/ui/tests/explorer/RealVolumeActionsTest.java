package dev.virtworkbench.ui.tests.explorer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.storage.Pool;
import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import dev.virtworkbench.ui.tests.driver.FileChooser;
import dev.virtworkbench.ui.tests.driver.Screenshots;
import dev.virtworkbench.ui.tests.driver.Ui;
import dev.virtworkbench.ui.tests.driver.Widgets;
import dev.virtworkbench.ui.tests.editor.OpenFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The actions on volumes and their saved XML reach the files of a real libvirtd. */
class RealVolumeActionsTest extends OnRealHost {

    private static final int MIB = 1 << 20;

    private Path folder;

    @BeforeEach
    void start() throws IOException {
        folder = Files.createDirectories(daemon.folder().resolve("images"));
        Pool pool = host.pools().createTransient("<pool type='dir'><name>images</name><target><path>" + folder + "</path></target></pool>").await();
        pool.createVolume("<volume><name>disk.raw</name><capacity unit='MiB'>1</capacity><target><format type='raw'/></target></volume>").await();
    }

    @Test
    @Tag(Screenshots.TAG)
    void aVolumeIsClonedGrownWipedAndDeleted() throws IOException {
        Path disk = folder.resolve("disk.raw");
        Files.write(disk, new byte[] {1, 2, 3, 4});
        Files.write(disk, new byte[MIB - 4], StandardOpenOption.APPEND);
        Tree tree = LiveEditor.tree();
        Widgets.select(tree, daemon.uri(), "Storage pools", "images", "disk.raw");

        Widgets.contextMenu(tree, "Clone…");
        Widgets.press(Widgets.button(Widgets.shell("Clone Volume"), "Clone Volume"));
        Widgets.row(tree, daemon.uri(), "Storage pools", "images", "disk-1.raw");
        assertArrayEquals(Files.readAllBytes(disk), Files.readAllBytes(folder.resolve("disk-1.raw")));

        TreeItem row = Widgets.row(tree, daemon.uri(), "Storage pools", "images", "disk.raw");
        Widgets.contextMenu(tree, "Grow…");
        Shell size = Widgets.shell("Grow Volume");
        Text number = Widgets.find(size, Text.class, "size", text -> text.getText().equals("1"));
        Ui.run(() -> number.setText("3"));
        Widgets.press(Widgets.button(size, "Grow Volume"));
        Shell left = Ui.find("what is left to do", () -> Arrays.stream(Ui.display().getShells())
                .filter(shell -> shell.isVisible() && shell != size && shell.getText().equals("Grow Volume")).findFirst());
        Widgets.find(left, Label.class, "steps", label -> label.getText().contains("disk.raw has 3 MiB now") && label.getText().contains("resize2fs /dev/vda"));
        Screenshots.take("volume-grown");
        Widgets.press(Widgets.button(left, "OK"));
        Ui.await("grown volume in the tree", () -> row.getText().contains("3 MiB"));
        assertTrue(Files.size(disk) == 3 * MIB, () -> disk.toFile().length() + " bytes");

        Widgets.contextMenu(tree, "Contents", "Wipe…");
        Shell ways = Widgets.shell("Wipe Volume");
        Widgets.find(ways, Combo.class, "zeroes", combo -> combo.getText().startsWith("Zeroes"));
        Button copy = Widgets.find(ways, Button.class, "copy", button -> button.getText().startsWith("Keep a copy beside it"));
        String kept = Ui.get(copy::getText).replaceFirst(".*: ", "");
        byte[] before = Files.readAllBytes(disk);
        Ui.run(() -> copy.setSelection(true));
        Widgets.press(Widgets.button(ways, "Wipe Volume"));
        Shell question = Ui.find("question", () -> Arrays.stream(Ui.display().getShells())
                .filter(shell -> shell.isVisible() && shell != ways && shell.getText().equals("Wipe Volume")).findFirst());
        Button wipe = Widgets.button(question, "Wipe Volume");
        assertFalse(Ui.get(wipe::isEnabled), "before the name is typed");
        Text name = Widgets.find(question, Text.class, "name to type", text -> true);
        Ui.run(() -> name.setText("disk.raw"));
        Widgets.press(wipe);
        // libvirt empties a sparse file first, then gives it its length back
        Ui.await("zeroes", () -> {
            byte[] now = Files.readAllBytes(disk);
            return now.length == 3 * MIB && now[0] == 0;
        });
        assertArrayEquals(before, Files.readAllBytes(folder.resolve(kept)));
        Widgets.row(tree, daemon.uri(), "Storage pools", "images", kept);

        Widgets.contextMenu(tree, "Delete…");
        Widgets.press(Widgets.button(Widgets.shell("Delete Volume"), "Delete Volume"));
        // the row may stand for the copy by now
        Ui.await("host without the volume", () -> !Files.exists(disk));
    }

    @Test
    @Tag(Screenshots.TAG)
    void aSmallerCapacityIsSavedOnlyByWhoTypesTheVolumesName() throws IOException {
        Path disk = folder.resolve("sparse.raw");
        // libvirt does not shrink below what is allocated
        host.pools().lookup("images").await().createVolume("<volume><name>sparse.raw</name><capacity unit='MiB'>1</capacity>"
                + "<allocation>0</allocation><target><format type='raw'/></target></volume>").await();
        LiveEditor editor = LiveEditor.open(daemon.uri(), "Storage pools", "images", "sparse.raw");
        editor.replace("<capacity unit='bytes'>" + MIB, "<capacity unit='bytes'>" + MIB / 2).save();
        Shell dialog = Widgets.shell("Apply");
        Widgets.press(Widgets.find(dialog, Button.class, "decision", box -> box.getText().startsWith("Make it smaller")));
        Button copy = Widgets.find(dialog, Button.class, "copy", box -> box.getText().startsWith("Keep a copy beside it"));
        String asItWas = Ui.get(copy::getText).replaceFirst(".*: ", "");
        Widgets.press(copy);
        Widgets.press(Widgets.button(dialog, "Apply"));
        Shell refused = question(dialog);
        assertFalse(Ui.get(Widgets.button(refused, "Apply")::isEnabled), "before the name is typed");
        Widgets.press(Widgets.button(refused, "Cancel"));
        Ui.await("closed question", refused::isDisposed);
        assertTrue(Files.size(disk) == MIB && !Ui.get(dialog::isDisposed), "nothing was done yet");
        Widgets.press(Widgets.button(dialog, "Apply"));
        Shell question = question(dialog);
        Widgets.find(question, Label.class, "what nobody can know", label -> label.getText().contains("No partition table is found"));
        Text name = Widgets.find(question, Text.class, "name to type", text -> true);
        Ui.run(() -> name.setText("sparse.raw"));
        Screenshots.take("apply-shrink");
        Widgets.press(Widgets.button(question, "Apply"));
        editor.awaitClean();
        assertTrue(Files.size(disk) == MIB / 2, () -> disk.toFile().length() + " bytes");
        assertEquals(MIB, Files.size(folder.resolve(asItWas)), "the copy that was made before");
    }

    @Test
    void aVolumeShrinksFromTheExplorerOnlyByItsName() throws IOException {
        Path disk = folder.resolve("sparse.raw");
        Pool pool = host.pools().lookup("images").await();
        pool.createVolume("<volume><name>sparse.raw</name><capacity unit='MiB'>4</capacity><allocation>0</allocation><target><format type='raw'/></target></volume>").await();
        Tree tree = LiveEditor.tree();
        VirtWorkbench.get().contents().of(host).readVolumesAgain(pool.uuid());
        Widgets.select(tree, daemon.uri(), "Storage pools", "images", "sparse.raw");
        Widgets.contextMenu(tree, "Shrink…");
        Shell size = Widgets.shell("Shrink Volume");
        Widgets.find(size, Label.class, "what nobody can know", label -> label.getText().contains("No partition table is found"));
        Text number = Widgets.find(size, Text.class, "size", text -> text.getText().equals("4"));
        Ui.run(() -> number.setText("2"));
        Button copy = Widgets.find(size, Button.class, "copy", button -> button.getText().startsWith("Keep a copy beside it"));
        String asItWas = Ui.get(copy::getText).replaceFirst(".*: ", "");
        Ui.run(() -> copy.setSelection(true));
        Widgets.press(Widgets.button(size, "Shrink Volume"));
        Shell question = question(size);
        Text name = Widgets.find(question, Text.class, "name to type", text -> true);
        Ui.run(() -> name.setText("sparse.raw"));
        Widgets.press(Widgets.button(question, "Shrink Volume"));
        Ui.await("cut file", () -> Files.size(disk) == 2 * MIB);
        assertEquals(4 * MIB, Files.size(folder.resolve(asItWas)), "the copy that was made before");
    }

    /** The question over a dialog of the same name. */
    private static Shell question(Shell below) {
        return Ui.find("question", () -> Arrays.stream(below.getShells()).filter(Shell::isVisible).findFirst());
    }

    @Test
    @Tag(Screenshots.TAG)
    void aPoolWhoseFolderIsMissingIsBuiltBeforeItIsStarted() {
        Path missing = daemon.folder().resolve("to-be-made");
        OpenFile.open("missing.xml", "<pool type='dir'><name>missing</name><target><path>" + missing + "</path></target></pool>");
        Chosen.command("dev.virtworkbench.explorer.defineAndStart");
        Shell hosts = Widgets.shell("Choose a Host");
        Table list = Widgets.find(hosts, Table.class, "hosts", table -> table.getItemCount() > 1);
        Ui.run(() -> {
            list.setSelection(Arrays.stream(list.getItems()).filter(item -> item.getText().equals(daemon.uri())).findFirst().orElseThrow());
            list.notifyListeners(SWT.Selection, new Event());
        });
        Widgets.press(Widgets.button(hosts, "OK"));
        Widgets.press(Widgets.button(Widgets.shell("Apply"), "Apply"));
        Shell question = Widgets.shell("Build the Pool?");
        Screenshots.take("build-first");
        assertFalse(Files.exists(missing));
        Widgets.press(Widgets.button(question, "Build and Start"));
        TreeItem row = Widgets.row(LiveEditor.tree(), daemon.uri(), "Storage pools", "missing");
        Ui.await("active pool", () -> row.getText().endsWith("free"));
        assertTrue(Files.isDirectory(missing));
        Tree tree = LiveEditor.tree();
        assertEquals(List.of(row), Ui.get(() -> Arrays.asList(tree.getSelection())), "the new pool is selected");
    }

    @Test
    void aPoolIsReadAgainAndItsStorageDeleted() throws IOException {
        Path kept = daemon.folder().resolve("kept");
        Pool pool = host.pools().define("<pool type='dir'><name>kept</name><target><path>" + kept + "</path></target></pool>", true).await();
        Files.createDirectories(kept);
        pool.start().await();
        Tree tree = LiveEditor.tree();
        TreeItem row = Widgets.select(tree, daemon.uri(), "Storage pools", "kept");
        Path file = Files.write(kept.resolve("copied in.raw"), new byte[MIB]);
        assertEquals(List.of(), pool.volumes().await(), "libvirt has not looked yet");
        Widgets.contextMenu(tree, "Refresh");
        Widgets.row(tree, daemon.uri(), "Storage pools", "kept", "copied in.raw");
        assertEquals(1, pool.volumes().await().size());

        Files.delete(file);
        Widgets.select(tree, daemon.uri(), "Storage pools", "kept");
        Widgets.contextMenu(tree, "Stop");
        Ui.await("inactive pool", () -> row.getText().endsWith("inactive"));
        Widgets.contextMenu(tree, "Delete Storage…");
        Shell question = Widgets.shell("Delete Pool’s Storage");
        Button delete = Widgets.button(question, "Delete Pool’s Storage");
        assertFalse(Ui.get(delete::isEnabled), "before the name is typed");
        Text name = Widgets.find(question, Text.class, "name to type", text -> true);
        Ui.run(() -> name.setText("kept"));
        Widgets.press(delete);
        Ui.await("folder that is gone", () -> !Files.exists(kept));
        assertFalse(pool.summary().await().state().active(), "it is still defined");
    }

    @Test
    void aVolumeIsUploadedAndDownloadedByteByByte() throws IOException {
        byte[] content = new byte[MIB];
        new Random(1).nextBytes(content);
        Path file = Files.write(daemon.folder().resolve("image to upload.raw"), content);
        Tree tree = LiveEditor.tree();
        Widgets.select(tree, daemon.uri(), "Storage pools", "images", "disk.raw");

        Widgets.contextMenu(tree, "Contents", "Upload…");
        FileChooser.open("File to Write over Volume", file);
        Shell question = Widgets.shell("Upload into Volume");
        assertEquals("Cancel", Ui.get(() -> question.getDefaultButton().getText()));
        Widgets.press(Widgets.button(question, "Upload into Volume"));
        Ui.await("uploaded bytes", () -> Arrays.equals(content, Files.readAllBytes(folder.resolve("disk.raw"))));

        Path copy = daemon.folder().resolve("downloaded.raw");
        Widgets.contextMenu(tree, "Contents", "Download…");
        FileChooser.save("Save Volume", copy);
        Ui.await("downloaded bytes", () -> Files.exists(copy) && Arrays.equals(content, Files.readAllBytes(copy)));
    }
}
