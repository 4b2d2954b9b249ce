package dev.virtworkbench.ui.tests.explorer;

import static dev.virtworkbench.ui.tests.explorer.Wizard.choose;
import static dev.virtworkbench.ui.tests.explorer.Wizard.combo;
import static dev.virtworkbench.ui.tests.explorer.Wizard.open;
import static dev.virtworkbench.ui.tests.explorer.Wizard.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.ui.tests.driver.FreshWorkbench;
import dev.virtworkbench.ui.tests.driver.Screenshots;
import dev.virtworkbench.ui.tests.driver.Ui;
import dev.virtworkbench.ui.tests.driver.Widgets;
import java.util.List;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What libvirt cannot do with a type of pool is not offered and said to be so; what it finds need not be typed. */
@ExtendWith(FreshWorkbench.class)
class PoolTypesTest {

    private static final String NODE = """
            <node><cpu/>
              <pool type='iscsi'><name>san</name><source><host name='192.0.2.1'/><device path='iqn.2026-11.test:one'/></source>
                <target><path>/dev/disk/by-path</path></target>
                <volume type='block'><name>unit:0:0:1</name><capacity unit='GiB'>8</capacity></volume>
              </pool>
              <pool type='logical'><name>fast</name><source><name>fast</name></source><target><path>/dev/fast</path></target>
                <volume type='block'><name>guest</name><capacity unit='GiB'>8</capacity></volume>
              </pool>
              <pool type='zfs'><name>tank</name><source><name>tank</name></source></pool>
            </node>
            """;

    private SimulatedHost host;

    @BeforeEach
    void addHost() {
        ErrorDialog.AUTOMATED_MODE = false;
        host = SimulatedHost.of(NODE).connected();
    }

    @AfterEach
    void removeHost() {
        ErrorDialog.AUTOMATED_MODE = true;
        host.close();
    }

    @Test
    @Tag(Screenshots.TAG)
    void volumesThatAreFoundAreNeitherClonedNorDeleted() {
        Composite page = PropertiesTest.pageOf(host.host().uri(), "Storage pools", "san", "unit:0:0:1");
        Tree tree = LiveEditor.tree();
        Ui.await("enabled Wipe", () -> Widgets.enabledIn(tree, "Contents").contains("Wipe…"));
        List<String> offered = Widgets.enabledIn(tree);
        assertFalse(offered.contains("Clone…") || offered.contains("Grow…") || offered.contains("Delete…"), offered::toString);
        Ui.await("why it cannot be deleted", () -> Widgets.toolTipIn(tree, "Delete…").contains("libvirt shows what there is"));
        assertEquals("", Widgets.toolTipIn(tree, "Contents", "Wipe…"));
        PropertiesTest.choose(page, "General");
        Widgets.find(page, Text.class, "why not", text -> text.getText().contains("Clone, Delete: libvirt shows what there is")
                && text.getText().contains("Grow: its size is decided where the storage is"));
        Screenshots.take("pool-type-volume");
    }

    @Test
    @Tag(Screenshots.TAG)
    void aPoolOfThemIsNeitherBuiltNorDeleted() {
        Composite page = PropertiesTest.pageOf(host.host().uri(), "Storage pools", "san");
        Tree tree = LiveEditor.tree();
        TreeItem pool = Widgets.row(tree, host.host().uri(), "Storage pools", "san");
        Ui.await("size without what is free, which says nothing", () -> pool.getText().endsWith("iscsi, active, 100 GiB"));
        Widgets.contextMenu(tree, "Stop");
        Ui.await("enabled Start", () -> Widgets.enabledIn(tree).contains("Start"));
        List<String> offered = Widgets.enabledIn(tree);
        assertTrue(offered.contains("Undefine…"), offered::toString);
        assertFalse(offered.contains("Build…") || offered.contains("Delete Storage…"), offered::toString);
        Ui.await("why it cannot be stopped", () -> Widgets.toolTipIn(tree, "Stop").equals("“san” is not active: start it first"));
        PropertiesTest.choose(page, "General");
        Widgets.find(page, Text.class, "why not", text -> text.getText().contains("Build: there is nothing to build"));
        Screenshots.take("pool-type-pool");
    }

    @Test
    void aLogicalVolumeIsClonedButNotGrown() {
        PropertiesTest.pageOf(host.host().uri(), "Storage pools", "fast", "guest");
        Tree tree = LiveEditor.tree();
        Ui.await("enabled Clone", () -> Widgets.enabledIn(tree).contains("Clone…"));
        assertFalse(Widgets.enabledIn(tree).contains("Grow…"));
    }

    @Test
    @Tag(Screenshots.TAG)
    void aVolumeGroupIsFoundAndNotMadeAnew() {
        Shell wizard = wizard("logical");
        Screenshots.take("wizard-pool-find");
        Button build = Widgets.button(wizard, "Build: make the volume group on the devices");
        assertTrue(Ui.get(build::getSelection));
        Widgets.press(Widgets.button(wizard, "Find…"));
        Widgets.shell("Choose a Source");
        Screenshots.take("wizard-pool-sources");
        Chosen.entry("Choose a Source", "testvg2");
        Text name = text(wizard, "Volume group:");
        Ui.await("volume group", () -> name.getText().equals("testvg2"));
        assertEquals("/dev/testvg2", Ui.get(text(wizard, "Target path:")::getText));
        assertFalse(Ui.get(build::getSelection));
        Widgets.press(Widgets.button(wizard, "Cancel"));
    }

    @Test
    void sharesAreFoundOnceTheServerIsStated() {
        Shell wizard = wizard("netfs");
        assertFalse(Ui.get(Widgets.button(wizard, "Find…")::isEnabled));
        state(wizard, "files.example.com");
        Wizard.field(wizard, "Folder on that server:", "/unknown");
        Wizard.field(wizard, "Target path:", "/srv/shared");
        Wizard.field(wizard, "Name:", "shared");
        Wizard.field(wizard, "NFS version:", "4.2");
        Text warning = Widgets.find(wizard, Text.class, "what auto has not", text -> text.getText().contains("The NFS version is left out"));
        Widgets.press(Widgets.button(wizard, "Find…"));
        Chosen.entry("Choose a Source", "/testshare – nfs");
        Text folder = text(wizard, "Folder on that server:");
        Ui.await("folder", () -> folder.getText().equals("/testshare"));
        assertEquals("nfs", Ui.get(combo(wizard, "Format")::getText));
        Ui.await("no warning", () -> !warning.getText().contains("The NFS version"));
        Widgets.press(Widgets.button(wizard, "Cancel"));
    }

    @Test
    @Tag(Screenshots.TAG)
    void whatCannotBeLookedForIsToldInWords() {
        Shell wizard = wizard("iscsi ");
        state(wizard, "san.example.com:3260");
        Widgets.press(Widgets.button(wizard, "Find…"));
        Shell told = Widgets.shell("Not done");
        Widgets.find(told, Label.class, "libvirt's words", label -> label.getText().contains("does not support source discovery"));
        Screenshots.take("wizard-pool-find-failed");
        Widgets.press(Widgets.button(told, "OK"));
        Widgets.press(Widgets.button(wizard, "Cancel"));
    }

    @Test
    @Tag(Screenshots.TAG)
    void whereNothingIsCopiedToItIsNotOffered() {
        Ui.await("connected host", () -> host.host().status().state().name().equals("CONNECTED"));
        Tree tree = LiveEditor.tree();
        Widgets.select(tree, host.host().uri(), "Storage pools", "tank");
        Shell wizard = open("volume", "New Volume");
        Widgets.find(wizard, Text.class, "why not", text -> text.getMessage().contains("libvirt cannot copy into volumes of this type"));
        assertFalse(Ui.get(Widgets.button(wizard, "Copy From…")::isEnabled));
        Screenshots.take("wizard-volume-no-copy");
        choose(combo(wizard, "Pool:"), "fast");
        Ui.await("enabled Copy From", Widgets.button(wizard, "Copy From…")::isEnabled);
        Widgets.press(Widgets.button(wizard, "Cancel"));
    }

    /** Whose storage it is: the field proposes that name, and is called as the host of the pool is. */
    private static void state(Shell wizard, String server) {
        Text field = Widgets.find(wizard, Text.class, "server", text -> text.getMessage().equals(server));
        Ui.run(() -> field.setText(server));
    }

    private Shell wizard(String type) {
        Ui.await("connected host", () -> host.host().status().state().name().equals("CONNECTED"));
        Tree tree = LiveEditor.tree();
        Widgets.select(tree, host.host().uri());
        Shell wizard = open("pool", "New Storage Pool");
        choose(combo(wizard, "Type:"), type);
        return wizard;
    }
}
