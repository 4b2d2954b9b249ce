package dev.virtworkbench.ui.tests.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.real.StorageMachine;
import dev.virtworkbench.engine.storage.Pool;
import dev.virtworkbench.ui.tests.driver.Screenshots;
import dev.virtworkbench.ui.tests.driver.Ui;
import dev.virtworkbench.ui.tests.driver.Widgets;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Volume groups and their volumes, with the LVM of a machine that is reached over ssh. */
class RealVolumeGroupsTest extends OnStorageMachine {

    private static final String GROUP = "guests";

    private String lvm(String report, String field) throws IOException {
        return machine.run(report, "--noheadings", "-o", field);
    }

    /** The window of the host's groups. */
    private Shell window() {
        Widgets.select(tree, machine.uri());
        Widgets.contextMenu(tree, "Volume Groups…");
        return Widgets.shell("Volume Groups of");
    }

    @Test
    @Tag(Screenshots.TAG)
    void aGroupIsMadeExtendedReducedAndRemoved() throws IOException {
        machine.run("mkswap", "/dev/sdb");
        Shell window = window();
        Tree groups = Widgets.find(window, Tree.class, "groups", tree -> true);
        says(window, "The host has no volume group");

        Widgets.press(Widgets.button(window, "New Group…"));
        Shell making = Widgets.shell("Make Volume Group");
        Text name = Widgets.labelled(making, "Name:", Text.class);
        Button make = Widgets.button(making, "Make Volume Group");
        Ui.run(() -> name.setText("-wrong"));
        says(making, "A name has letters");
        Ui.run(() -> name.setText(GROUP));
        says(making, "Choose at least one device");
        assertFalse(Ui.get(make::isEnabled), "of no device");
        List<String> offered = devices(making);
        assertTrue(offered.contains("/dev/mapper/mpatha") && !offered.contains("/dev/sde") && !offered.contains("/dev/vda"), offered.toString());
        check(making, "/dev/sda", "nothing known");
        Screenshots.take("volume-group-new");
        Widgets.press(make);
        choose(groups, GROUP, "/dev/sda");
        assertEquals(GROUP, lvm("vgs", "vg_name").strip());
        says(window, "The last device of volume group");
        assertFalse(Ui.get(Widgets.button(window, "Take Out…")::isEnabled), "the last device");

        Widgets.press(Widgets.button(window, "Extend…"));
        Shell extending = Widgets.shell("Extend Volume Group “" + GROUP);
        assertFalse(devices(extending).contains("/dev/sda"), "of the group already");
        check(extending, "/dev/sdb", "swap");
        Widgets.press(Widgets.button(extending, "Extend Volume Group"));
        Shell question = exactly("Extend Volume Group");
        says(question, "/dev/sdb (swap)");
        Button go = Widgets.button(question, "Extend Volume Group");
        assertFalse(Ui.get(go::isEnabled), "before the name is typed");
        Screenshots.take("volume-group-loss");
        Text typed = Widgets.find(question, Text.class, "name to type", text -> true);
        Ui.run(() -> typed.setText(GROUP));
        Widgets.press(go);
        choose(groups, GROUP, "/dev/sdb");
        Widgets.press(Widgets.button(window, "Take Out…"));
        Shell leaving = exactly("Take Device out of Volume Group");
        assertEquals("Cancel", Ui.get(() -> leaving.getDefaultButton().getText()));
        Screenshots.take("volume-group-take-out");
        Widgets.press(Widgets.button(leaving, "Take Device out of Volume Group"));
        Ui.await("one device left", () -> Arrays.stream(groups.getItems()).anyMatch(row -> row.getText().equals(GROUP) && row.getItemCount() == 1));
        assertEquals("/dev/sda", lvm("pvs", "pv_name").strip());

        choose(groups, GROUP);
        Widgets.press(Widgets.button(window, "Rename…"));
        Shell naming = exactly("Rename Volume Group");
        Text other = Widgets.find(naming, Text.class, "name", text -> text.getText().equals(GROUP));
        Ui.run(() -> other.setText("others"));
        Widgets.press(Widgets.button(naming, "OK"));
        choose(groups, "others");
        Widgets.press(Widgets.button(window, "Remove…"));
        Shell removing = exactly("Remove Volume Group");
        assertEquals("Cancel", Ui.get(() -> removing.getDefaultButton().getText()));
        Widgets.press(Widgets.button(removing, "Remove Volume Group"));
        Ui.await("no group", () -> groups.getItemCount() == 0);
        assertEquals("", lvm("vgs", "vg_name").strip());
        Widgets.press(Widgets.button(window, "Close"));
    }

    @Test
    void whatALargerDiskHasIsTakenUpAndThinVolumesThatLibvirtDoesNotShowAreNamed() throws IOException {
        machine.run("sh", "-c", """
                pvcreate -q --setphysicalvolumesize 100m /dev/sda && vgcreate -q guests /dev/sda
                lvcreate -q --type thin-pool -L 32m -n room guests && lvcreate -q -V 64m -T guests/room -n asleep && lvchange -an guests/asleep""");
        Shell window = window();
        Tree groups = Widgets.find(window, Tree.class, "groups", tree -> true);
        choose(groups, GROUP, "room (thin pool)");
        says(window, "as they are written to: asleep. libvirt does not list thin volumes");
        says(window, "Not active: asleep");
        says(window, "can be removed once its volumes are deleted");
        Screenshots.take("volume-groups");
        choose(groups, GROUP, "/dev/sda");
        Widgets.press(Widgets.button(window, "Use New Room…"));
        Widgets.press(Widgets.button(exactly("Take up the Room of a Larger Device"), "OK"));
        Ui.await("all of the disk", () -> Arrays.stream(groups.getItems()).anyMatch(row -> row.getText(1).startsWith("508")));
        Widgets.press(Widgets.button(window, "Close"));
    }

    @Test
    void aVolumeGrowsShrinksGoesBackToItsSnapshotAndIsRenamed() throws IOException {
        host.volumeGroups().create(GROUP, List.of(StorageMachine.disk("one")), false).await();
        Pool pool = host.pools().define("<pool type='logical'><name>guests</name><source><name>guests</name></source>"
                + "<target><path>/dev/guests</path></target></pool>", true).await();
        pool.start().await();
        pool.createVolume("<volume><name>first</name><capacity unit='MiB'>16</capacity></volume>").await();
        machine.run("sh", "-c", "printf contents | dd of=/dev/guests/first bs=8 conv=notrunc,fsync status=none");
        TreeItem row = volume("first");
        List<String> offered = Widgets.enabledIn(tree);
        assertTrue(offered.contains("Shrink…") && !offered.contains("Go Back to Snapshot…"), offered.toString());

        Widgets.contextMenu(tree, "Grow…");
        Shell growing = exactly("Grow Volume “first”");
        resize(growing, "Grow Volume", "24", "volume-grow");
        says(Ui.find("what is left to do", () -> Arrays.stream(Ui.display().getShells())
                .filter(shell -> shell.isVisible() && shell != growing && shell.getText().equals("Grow Volume “first”")).findFirst()), "grow its disk as well by “While Running > Grow…”");
        Widgets.press(Widgets.button(exactly("Grow Volume “first”"), "OK"));
        Ui.await("grown volume in the tree", () -> row.getText().contains("24 MiB"));
        assertEquals("24.00m", size("first"));

        machine.run("sh", "-c", "printf beyond | dd of=/dev/guests/first bs=1M seek=20 conv=notrunc,fsync status=none");
        volume("first");
        Widgets.contextMenu(tree, "Shrink…");
        Shell shrinking = exactly("Shrink Volume “first”");
        Button copy = Widgets.find(shrinking, Button.class, "copy", button -> button.getText().startsWith("Keep a copy beside it"));
        String asItWas = Ui.get(copy::getText).replaceFirst(".*: ", "");
        Ui.run(() -> copy.setSelection(true));
        resize(shrinking, "Shrink Volume", "8", "volume-shrink");
        Shell question = exactly("Shrink Volume");
        says(question, "a file system in it has to be shrunk first");
        assertEquals("Cancel", Ui.get(() -> question.getDefaultButton().getText()));
        assertFalse(Ui.get(Widgets.button(question, "Shrink Volume")::isEnabled), "before the name is typed");
        Text typed = Widgets.find(question, Text.class, "name to type", text -> true);
        Ui.run(() -> typed.setText("first"));
        Screenshots.take("volume-shrink-loss");
        Widgets.press(Widgets.button(question, "Shrink Volume"));
        Ui.await("shrunk volume in the tree", () -> row.getText().contains("8 MiB"));
        assertEquals("8.00m", size("first"));
        Widgets.row(tree, machine.uri(), "Storage pools", GROUP, asItWas);
        assertEquals("24.00m", size(asItWas));
        assertEquals("beyond", machine.run("sh", "-c", "dd if=/dev/guests/" + asItWas + " bs=1M skip=20 count=1 status=none | head -c 6"), "the copy that was made before");

        volume("first");
        Widgets.contextMenu(tree, "Take Snapshot…");
        Shell taking = exactly("Take Snapshot");
        Widgets.find(taking, Text.class, "name", text -> text.getText().equals("first-1"));
        Screenshots.take("volume-snapshot");
        Widgets.press(Widgets.button(taking, "Take Snapshot"));
        Widgets.row(tree, machine.uri(), "Storage pools", GROUP, "first-1");
        machine.run("sh", "-c", "printf CHANGED! | dd of=/dev/guests/first bs=8 conv=notrunc,fsync status=none");
        TreeItem snapshot = volume("first-1");
        Widgets.contextMenu(tree, "Go Back to Snapshot…");
        Shell back = exactly("Go Back to Snapshot");
        says(back, "whatever was written to it since then is lost");
        Screenshots.take("volume-revert");
        Widgets.press(Widgets.button(back, "Go Back to Snapshot"));
        Ui.await("no snapshot in the tree", () -> snapshot.isDisposed() || !snapshot.getText().startsWith("first-1"));
        assertEquals("contents", machine.run("sh", "-c", "dd if=/dev/guests/first bs=8 count=1 status=none"));

        volume("first");
        Widgets.contextMenu(tree, "Rename…");
        Shell naming = exactly("Rename Volume");
        Text name = Widgets.find(naming, Text.class, "name", text -> text.getText().equals("first"));
        Ui.run(() -> name.setText("system"));
        Widgets.press(Widgets.button(naming, "OK"));
        Widgets.row(tree, machine.uri(), "Storage pools", GROUP, "system");
        assertEquals(List.of(asItWas, "system"), lvm("lvs", "lv_name").lines().map(String::strip).toList());
    }

    /** The volume's row, selected. */
    private TreeItem volume(String name) {
        return Widgets.select(tree, machine.uri(), "Storage pools", GROUP, name);
    }

    private String size(String volume) throws IOException {
        return machine.run("lvs", "--noheadings", "--units", "m", "-o", "lv_size", GROUP + "/" + volume).strip();
    }

    private static void resize(Shell dialog, String go, String mebibytes, String picture) {
        Text number = Widgets.labelled(dialog, "New size:", Text.class);
        Ui.run(() -> number.setText("0"));
        assertFalse(Ui.get(Widgets.button(dialog, go)::isEnabled), "no size");
        Ui.run(() -> number.setText(mebibytes));
        Screenshots.take(picture);
        Widgets.press(Widgets.button(dialog, go));
    }

    /** Selects a row of the window in the turn in which it is there: whenever something has changed all rows are new. */
    private static void choose(Tree groups, String... path) {
        Ui.find("row " + String.join(" / ", path), () -> {
            Optional<TreeItem> group = Arrays.stream(groups.getItems()).filter(row -> row.getText().equals(path[0])).findFirst();
            Optional<TreeItem> row = path.length == 1 ? group
                    : group.flatMap(each -> Arrays.stream(each.getItems()).filter(item -> item.getText().equals(path[1])).findFirst());
            row.ifPresent(each -> {
                groups.setSelection(each);
                groups.notifyListeners(SWT.Selection, new Event());
            });
            return row;
        });
    }

    private static void says(Shell dialog, String words) {
        Widgets.find(dialog, Label.class, words, label -> label.getText().contains(words));
    }

    private static Shell exactly(String title) {
        return Ui.find("window " + title, () -> Arrays.stream(Ui.display().getShells())
                .filter(shell -> shell.isVisible() && shell.getText().equals(title)).findFirst());
    }

    private static List<String> devices(Shell dialog) {
        Table table = Widgets.find(dialog, Table.class, "devices", each -> true);
        return Ui.get(() -> Arrays.stream(table.getItems()).map(TableItem::getText).toList());
    }

    /** Ticks a device, and has a look at what is said to be on it. */
    private static void check(Shell dialog, String device, String holds) {
        Table table = Widgets.find(dialog, Table.class, "devices", each -> true);
        TableItem row = Ui.find("device " + device, () -> Arrays.stream(table.getItems()).filter(item -> item.getText().equals(device)).findFirst());
        assertEquals(holds, Ui.get(() -> row.getText(3)));
        Ui.run(() -> {
            row.setChecked(true);
            Event tick = new Event();
            tick.item = row;
            tick.detail = SWT.CHECK;
            table.notifyListeners(SWT.Selection, tick);
        });
    }
}
