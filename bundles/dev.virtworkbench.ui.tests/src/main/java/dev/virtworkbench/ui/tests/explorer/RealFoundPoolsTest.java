package dev.virtworkbench.ui.tests.explorer;

import static dev.virtworkbench.ui.tests.explorer.Wizard.choose;
import static dev.virtworkbench.ui.tests.explorer.Wizard.combo;
import static dev.virtworkbench.ui.tests.explorer.Wizard.field;
import static dev.virtworkbench.ui.tests.explorer.Wizard.finish;
import static dev.virtworkbench.ui.tests.explorer.Wizard.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.secrets.SecretSummary;
import dev.virtworkbench.ui.tests.driver.Screenshots;
import dev.virtworkbench.ui.tests.driver.Ui;
import dev.virtworkbench.ui.tests.driver.Widgets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.TreeItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Pools of storage that is elsewhere or there already, NFS, iSCSI, SCSI and multipath, by the wizard alone, on a machine that is reached
 * over ssh. One test has all of them: each time the emulated machine is asked takes a second or two.
 */
class RealFoundPoolsTest extends OnStorageMachine {

    private static final List<String> POOLS = List.of("shared", "target", "adapter", "paths");
    private static final String CLOSED = "iqn.2026-11.dev.virtworkbench:closed";

    @AfterEach
    void removeImage() throws IOException {
        if (host != null) {
            machine.run("rm", "-f", "/srv/shared/first/disk.raw");
        }
    }

    @Test
    void aShareATargetAnAdapterAndPathsAreFoundListedAndLetGo() throws IOException {
        String adapter = machine.run("sh", "-c",
                "truncate -s 1M /srv/shared/first/disk.raw && basename $(readlink -f /sys/block/sda/device/../..)").strip();
        SecretSummary secret = host.secrets().define("""
                <secret ephemeral='no' private='yes'><usage type='iscsi'><target>closed target</target></usage></secret>""", true).await();
        host.secrets().setValue(secret, "opensesame-1".getBytes(StandardCharsets.UTF_8)).await();

        shared();
        target();
        Shell wizard = wizard("adapter", "scsi ");
        field(wizard, "Adapter:", "scsi_" + adapter);
        field(wizard, "Target path:", "/dev/disk/by-id");
        Screenshots.take("wizard-pool-scsi");
        made(wizard, "adapter", "unit:0:1:0");
        wizard = wizard("paths", "mpath");
        field(wizard, "Target path:", "/dev/mapper");
        Screenshots.take("wizard-pool-mpath");
        made(wizard, "paths", "dm-");
        Screenshots.take("pools-found");
        String before = machine.run("sh", "-c", "findmnt -n -o SOURCE '/mnt/from nfs'; iscsiadm -m session; virsh -q pool-list --name");
        assertTrue(before.startsWith("127.0.0.1:/srv/shared/first\n") && before.contains(CLOSED), before);
        assertTrue(before.lines().map(String::strip).toList().containsAll(POOLS), before);

        Widgets.select(tree, machine.uri(), "Storage pools", "shared", "disk.raw");
        Widgets.contextMenu(tree, "Delete…");
        Widgets.press(Widgets.button(Widgets.shell("Delete Volume"), "Delete Volume"));
        Ui.await("no volume", () -> pools().stream().flatMap(pool -> Stream.of(pool.getItems())).noneMatch(row -> row.getText().startsWith("disk.raw")));
        selectPools();
        Widgets.contextMenu(tree, "Stop");
        Ui.await("inactive pools", () -> pools().stream().filter(pool -> pool.getText().endsWith("inactive")).count() == POOLS.size());
        selectPools();
        Widgets.contextMenu(tree, "Undefine…");
        Shell question = Widgets.shell("Undefine");
        Screenshots.take("pools-undefine");
        Widgets.press(Widgets.find(question, Button.class, "go on", button -> button.getText().startsWith("Undefine")));
        Ui.await("no pools", () -> pools().isEmpty());
        String after = machine.run("sh", "-c", "findmnt '/mnt/from nfs'; iscsiadm -m session 2>/dev/null; virsh -q pool-list --all; ls /srv/shared/first");
        assertEquals("", after.strip());
    }

    /** An NFS share that its server is asked for. */
    private void shared() {
        Shell wizard = wizard("shared", "netfs");
        assertFalse(Ui.get(Widgets.button(wizard, "Find…")::isEnabled), "no server is stated yet");
        field(wizard, "Server:", "127.0.0.1");
        find(wizard, 2, "nfs");
        Chosen.entry("Choose a Source", "/srv/shared/first");
        Text folder = text(wizard, "Folder on that server:");
        Ui.await("folder", () -> folder.getText().equals("/srv/shared/first"));
        assertEquals("nfs", Ui.get(combo(wizard, "Format")::getText));
        field(wizard, "NFS version:", "4.2");
        field(wizard, "Target path:", "/mnt/from nfs");
        Screenshots.take("wizard-pool-nfs");
        made(wizard, "shared", "disk.raw");
    }

    /** An iSCSI target that its portal is asked for, and that wants a password. */
    private void target() {
        Shell wizard = wizard("target", "iscsi ");
        field(wizard, "Portal:", "127.0.0.1");
        find(wizard, 2, "iscsi");
        Chosen.entry("Choose a Source", CLOSED);
        Text target = text(wizard, "Target (IQN):");
        Ui.await("target", () -> target.getText().equals(CLOSED));
        field(wizard, "User:", "guest");
        Combo secrets = combo(wizard, "Secret:");
        Ui.await("the host's secret", () -> {
            secrets.notifyListeners(SWT.FocusIn, new Event());
            return Arrays.asList(secrets.getItems()).contains("closed target");
        });
        choose(secrets, "closed target");
        field(wizard, "Target path:", "/dev/disk/by-path");
        Screenshots.take("wizard-pool-iscsi");
        made(wizard, "target", "unit:0:0:1");
    }

    private Shell wizard(String name, String type) {
        Widgets.select(tree, machine.uri());
        Shell wizard = Wizard.open("pool", "New Storage Pool");
        choose(combo(wizard, "Type:"), type);
        field(wizard, "Name:", name);
        return wizard;
    }

    /** Has the host look, and looks at what it has found. */
    private static void find(Shell wizard, int found, String picture) {
        Widgets.press(Widgets.button(wizard, "Find…"));
        Shell list = Widgets.shell("Choose a Source");
        Table entries = Widgets.find(list, Table.class, "entries", table -> table.getItemCount() == found);
        assertEquals(found, Ui.get(entries::getItemCount));
        Screenshots.take("wizard-pool-find-" + picture);
    }

    /** Has the pool made, and waits until it and that volume are in the tree. */
    private void made(Shell wizard, String pool, String volume) {
        finish(wizard);
        Widgets.row(tree, machine.uri(), "Storage pools", pool, volume);
        Ui.await("active pool", () -> pools().stream().map(TreeItem::getText).anyMatch(text -> text.startsWith(pool) && !text.endsWith("inactive")));
    }

    /** The rows of the pools that this test makes. On the UI thread. */
    private List<TreeItem> pools() {
        return Arrays.stream(tree.getItems()).filter(item -> item.getText().startsWith(machine.uri())).flatMap(item -> Stream.of(item.getItems()))
                .filter(item -> item.getText().startsWith("Storage pools")).flatMap(item -> Stream.of(item.getItems()))
                .filter(item -> POOLS.stream().anyMatch(item.getText()::startsWith)).toList();
    }

    private void selectPools() {
        Ui.run(() -> {
            tree.setSelection(pools().toArray(TreeItem[]::new));
            Event event = new Event();
            event.item = tree.getSelection()[0];
            tree.notifyListeners(SWT.Selection, event);
        });
    }
}
