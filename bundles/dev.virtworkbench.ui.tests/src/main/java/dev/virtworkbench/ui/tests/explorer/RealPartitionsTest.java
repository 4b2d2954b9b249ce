package dev.virtworkbench.ui.tests.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.hosts.HostState;
import dev.virtworkbench.engine.real.PrivateLibvirtd;
import dev.virtworkbench.engine.storage.Pool;
import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import dev.virtworkbench.ui.tests.driver.FreshWorkbench;
import dev.virtworkbench.ui.tests.driver.Screenshots;
import dev.virtworkbench.ui.tests.driver.Ui;
import dev.virtworkbench.ui.tests.driver.Widgets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The disk of a pool is drawn as it is, here a loop device with a partition in the table and logical ones in an extended one. */
@ExtendWith(FreshWorkbench.class)
@Tag(Screenshots.TAG)
class RealPartitionsTest {

    @Test
    void aDisksPartitionsAreDrawnAndGoWithWhatIsMadeAndDeleted() throws IOException {
        PrivateLibvirtd.needsRoot();
        try (PrivateLibvirtd daemon = PrivateLibvirtd.start()) {
            Path image = daemon.folder().resolve("disk.img");
            daemon.run("truncate", "-s", "256M", image.toString());
            String device = daemon.run("losetup", "--find", "--show", image.toString()).strip();
            daemon.run("parted", "-s", device, "mklabel", "msdos", "mkpart", "primary", "1MiB", "65MiB",
                    "mkpart", "extended", "65MiB", "193MiB", "mkpart", "logical", "66MiB", "98MiB");
            // libvirt 9.0.0 hands parted what follows the disk's own name as the number, of loop0p3 “p3”, and so deletes nothing;
            // under a name with the p it does
            String partitions = device.substring("/dev/".length()) + "p";
            String disk = Files.createSymbolicLink(daemon.folder().resolve(partitions), Path.of(device)).toString();
            Host host = VirtWorkbench.get().contents().add(daemon.uri());
            try {
                Ui.await("connected daemon", () -> host.status().state() == HostState.CONNECTED);
                Pool pool = host.pools().define("<pool type='disk'><name>disk</name><source><device path='" + disk
                        + "'/><format type='dos'/></source><target><path>/dev</path></target></pool>", true).await();
                Composite page = PropertiesTest.pageOf(daemon.uri(), "Storage pools", "disk");
                PropertiesTest.choose(page, "Partitions");
                Widgets.find(page, Label.class, "that it is inactive", label -> label.getText().startsWith("The pool is not active"));
                pool.start().await();
                Widgets.find(page, Label.class, "the disk", label -> label.getText().equals(disk + ", partition table dos"));
                Table table = Widgets.find(page, Table.class, "partitions", each -> each.getItemCount() > 0);
                List<String> rows = Ui.get(() -> Arrays.stream(table.getItems())
                        .map(item -> item.getText(0).replace(device.substring("/dev/".length()), "") + ' ' + item.getText(3)
                                + (item.getText(1).equals("extended") ? " extended" : "")).toList());
                assertEquals(List.of("p1 64 MiB", "p2 128 MiB extended", "p5 32 MiB"), rows.stream().filter(row -> row.startsWith("p")).toList());
                assertTrue(rows.stream().anyMatch(row -> row.startsWith("free ")), rows.toString());
                Screenshots.take("properties-partitions");
                // the lowest number that is free, though there are three partitions
                String next = partitions + 3;
                make(daemon.uri(), next);
                assertTrue(daemon.run("virsh", "-c", daemon.uri(), "vol-list", "disk").contains(next));
                delete(daemon.uri(), next);
                assertFalse(daemon.run("virsh", "-c", daemon.uri(), "vol-list", "disk").contains(next));
                pool.stop().await();
                pool.undefine().await();
            } finally {
                Ui.run(() -> VirtWorkbench.get().contents().remove(host));
            }
        }
    }

    /** Makes a partition by the wizard, under the name that is filled in, and waits until it is drawn. */
    private static void make(String uri, String name) {
        Tree tree = LiveEditor.tree();
        Widgets.select(tree, uri, "Storage pools", "disk");
        Shell wizard = Wizard.open("volume", "New Volume");
        Text field = Wizard.text(wizard, "Name:");
        Ui.await("name of the next partition", () -> field.getText().equals(name));
        Wizard.choose(Wizard.combo(wizard, "Format:"), "linux");
        Wizard.field(wizard, "Capacity:", "16");
        Wizard.choose(Widgets.labelled(wizard, "Capacity:", Combo.class), "MiB");
        Screenshots.take("wizard-volume-partition");
        Wizard.field(wizard, "Name:", "data");
        Widgets.find(wizard, Text.class, "warning", text -> text.getText().contains("is " + name + ": libvirt will most likely refuse any other name"));
        Wizard.field(wizard, "Name:", name);
        Wizard.next(wizard);
        Widgets.press(Widgets.button(wizard, "Finish"));
        // partitions end where the disk's units do
        Widgets.press(Widgets.button(Widgets.shell("Applied"), "OK"));
        Ui.await("closed wizard", wizard::isDisposed);
        // what was made is selected once it is in the tree
        Ui.await("selected partition", () -> Arrays.stream(tree.getSelection()).anyMatch(row -> row.getText().startsWith(name)));
        drawn(uri, table -> names(table).anyMatch(name::equals));
    }

    /** Deletes it from the explorer, and waits until what is drawn is without it. */
    private static void delete(String uri, String name) {
        Tree tree = LiveEditor.tree();
        Widgets.select(tree, uri, "Storage pools", "disk", name);
        Widgets.contextMenu(tree, "Delete…");
        Widgets.press(Widgets.button(Widgets.shell("Delete Volume"), "Delete Volume"));
        drawn(uri, table -> table.getItemCount() > 0 && names(table).noneMatch(name::equals));
    }

    private static void drawn(String uri, Predicate<Table> like) {
        Composite page = PropertiesTest.pageOf(uri, "Storage pools", "disk");
        PropertiesTest.choose(page, "Partitions");
        Widgets.find(page, Table.class, "partitions", like);
    }

    private static Stream<String> names(Table partitions) {
        return Arrays.stream(partitions.getItems()).map(item -> item.getText(0));
    }
}
