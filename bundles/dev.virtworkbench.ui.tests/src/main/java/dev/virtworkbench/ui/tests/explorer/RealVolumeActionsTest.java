package dev.virtworkbench.ui.tests.explorer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.hosts.HostState;
import dev.virtworkbench.engine.real.PrivateLibvirtd;
import dev.virtworkbench.engine.storage.Pool;
import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import dev.virtworkbench.ui.tests.driver.FreshWorkbench;
import dev.virtworkbench.ui.tests.driver.Ui;
import dev.virtworkbench.ui.tests.driver.Widgets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The actions on volumes reach the files of a real libvirtd. */
@ExtendWith(FreshWorkbench.class)
class RealVolumeActionsTest {

    private static final int MIB = 1 << 20;

    private PrivateLibvirtd daemon;
    private Host host;
    private Path folder;

    @BeforeEach
    void start() throws IOException {
        daemon = PrivateLibvirtd.start();
        host = VirtWorkbench.get().contents().add(daemon.uri());
        Ui.await("connected daemon", () -> host.status().state() == HostState.CONNECTED);
        folder = Files.createDirectories(daemon.folder().resolve("images"));
        Pool pool = host.pools().createTransient("<pool type='dir'><name>images</name><target><path>" + folder + "</path></target></pool>").await();
        pool.createVolume("<volume><name>disk.raw</name><capacity unit='MiB'>1</capacity><target><format type='raw'/></target></volume>").await();
    }

    @AfterEach
    void stop() throws IOException {
        if (daemon != null) {
            VirtWorkbench.get().contents().remove(host);
            daemon.close();
        }
    }

    @Test
    void aVolumeIsClonedGrownWipedAndDeleted() throws IOException {
        Path disk = folder.resolve("disk.raw");
        Files.write(disk, new byte[] {1, 2, 3, 4});
        Files.write(disk, new byte[MIB - 4], StandardOpenOption.APPEND);
        Tree tree = LiveEditor.tree();
        Widgets.select(tree, Widgets.row(tree, daemon.uri(), "Storage pools", "images", "disk.raw"));

        Widgets.contextMenu(tree, "Clone…");
        Widgets.press(Widgets.button(Widgets.shell("Clone Volume"), "OK"));
        Widgets.row(tree, daemon.uri(), "Storage pools", "images", "disk-1.raw");
        assertArrayEquals(Files.readAllBytes(disk), Files.readAllBytes(folder.resolve("disk-1.raw")));

        TreeItem row = Widgets.row(tree, daemon.uri(), "Storage pools", "images", "disk.raw");
        Widgets.contextMenu(tree, "Grow…");
        Shell size = Widgets.shell("Grow Volume");
        Text number = Widgets.find(size, Text.class, "size", text -> text.getText().equals("1"));
        Ui.run(() -> number.setText("3"));
        Widgets.press(Widgets.button(size, "OK"));
        Ui.await("grown volume in the tree", () -> row.getText().contains("3 MiB"));
        assertTrue(Files.size(disk) == 3 * MIB, () -> disk.toFile().length() + " bytes");

        Widgets.contextMenu(tree, "Wipe…");
        Shell question = Widgets.shell("Wipe Volume");
        Button wipe = Widgets.button(question, "Wipe Volume");
        assertFalse(Ui.get(wipe::isEnabled), "before the name is typed");
        Text name = Widgets.find(question, Text.class, "name to type", text -> true);
        Ui.run(() -> name.setText("disk.raw"));
        Widgets.press(wipe);
        Ui.await("zeroes", () -> Files.readAllBytes(disk)[0] == 0);

        Widgets.contextMenu(tree, "Delete…");
        Widgets.press(Widgets.button(Widgets.shell("Delete Volume"), "Delete Volume"));
        Ui.await("tree without the volume", () -> row.isDisposed() || !row.getText().startsWith("disk.raw"));
        assertFalse(Files.exists(disk));
    }
}
