package dev.virtworkbench.ui.tests.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The disk of a pool is drawn as it is, here a loop device with a partition in the table and logical ones in an extended one. */
@ExtendWith(FreshWorkbench.class)
@Tag(Screenshots.TAG)
class RealPartitionsTest {

    @Test
    void aDisksPartitionsAreDrawnAndListed() throws IOException {
        PrivateLibvirtd.needsRoot();
        try (PrivateLibvirtd daemon = PrivateLibvirtd.start()) {
            Path image = daemon.folder().resolve("disk.img");
            daemon.run("truncate", "-s", "256M", image.toString());
            String device = daemon.run("losetup", "--find", "--show", image.toString()).strip();
            daemon.run("parted", "-s", device, "mklabel", "msdos", "mkpart", "primary", "1MiB", "65MiB",
                    "mkpart", "extended", "65MiB", "193MiB", "mkpart", "logical", "66MiB", "98MiB");
            Host host = VirtWorkbench.get().contents().add(daemon.uri());
            try {
                Ui.await("connected daemon", () -> host.status().state() == HostState.CONNECTED);
                Pool pool = host.pools().define("<pool type='disk'><name>disk</name><source><device path='" + device
                        + "'/><format type='dos'/></source><target><path>/dev</path></target></pool>", true).await();
                Composite page = PropertiesTest.pageOf(daemon.uri(), "Storage pools", "disk");
                PropertiesTest.choose(page, "Partitions");
                Widgets.find(page, Label.class, "that it is inactive", label -> label.getText().startsWith("The pool is not active"));
                pool.start().await();
                Widgets.find(page, Label.class, "the disk", label -> label.getText().equals(device + ", partition table dos"));
                Table table = Widgets.find(page, Table.class, "partitions", each -> each.getItemCount() > 0);
                List<String> rows = Ui.get(() -> Arrays.stream(table.getItems())
                        .map(item -> item.getText(0).replace(device.substring("/dev/".length()), "") + ' ' + item.getText(3)
                                + (item.getText(1).equals("extended") ? " extended" : "")).toList());
                assertEquals(List.of("p1 64 MiB", "p2 128 MiB extended", "p5 32 MiB"), rows.stream().filter(row -> row.startsWith("p")).toList());
                assertTrue(rows.stream().anyMatch(row -> row.startsWith("free ")), rows.toString());
                Screenshots.take("properties-partitions");
                pool.stop().await();
                pool.undefine().await();
            } finally {
                Ui.run(() -> VirtWorkbench.get().contents().remove(host));
            }
        }
    }
}
