package dev.virtworkbench.ui.tests.explorer;

import static dev.virtworkbench.ui.tests.explorer.Wizard.choose;
import static dev.virtworkbench.ui.tests.explorer.Wizard.combo;
import static dev.virtworkbench.ui.tests.explorer.Wizard.field;
import static dev.virtworkbench.ui.tests.explorer.Wizard.filled;
import static dev.virtworkbench.ui.tests.explorer.Wizard.finish;
import static dev.virtworkbench.ui.tests.explorer.Wizard.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.domains.Disk;
import dev.virtworkbench.engine.domains.Domain;
import dev.virtworkbench.engine.storage.Pool;
import dev.virtworkbench.ui.tests.driver.Screenshots;
import dev.virtworkbench.ui.tests.driver.Ui;
import dev.virtworkbench.ui.tests.driver.Widgets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Domains made in the explorer of what there is, on a real daemon: of another with its disks, which may move, or of an image. */
class RealDomainClonesTest extends OnRealHost {

    private Path folder;
    private Domain web;
    private Tree tree;

    @BeforeEach
    void start() throws IOException {
        folder = Files.createDirectory(daemon.folder().resolve("images"));
        Pool pool = host.pools().createTransient("<pool type='dir'><name>images</name><target><path>" + folder + "</path></target></pool>").await();
        pool.createVolume("<volume><name>web.qcow2</name><capacity unit='MiB'>8</capacity><target><format type='qcow2'/></target></volume>").await();
        pool.createVolume("<volume><name>data.img</name><capacity unit='MiB'>8</capacity><target><format type='raw'/></target></volume>").await();
        web = host.domains().define("<domain type='qemu'><name>web</name><memory unit='MiB'>64</memory>"
                + "<os><type arch='x86_64' machine='pc'>hvm</type></os><features><acpi/></features><devices>"
                + disk("qcow2", "web.qcow2", "vda") + disk("raw", "data.img", "vdb")
                + "<disk type='file' device='cdrom'><target dev='sda' bus='sata'/><readonly/></disk>"
                + "<interface type='user'><mac address='52:54:00:11:22:33'/></interface></devices></domain>", true).await();
        tree = LiveEditor.tree();
    }

    private String disk(String format, String file, String target) {
        return "<disk type='file' device='disk'><driver name='qemu' type='" + format + "'/><source file='" + folder.resolve(file) + "'/><target dev='"
                + target + "' bus='virtio'/></disk>";
    }

    private void select(String... path) {
        Widgets.select(tree, path);
    }

    @Test
    @Tag(Screenshots.TAG)
    void aDomainIsClonedWithItsDisks() throws IOException {
        select(daemon.uri(), "Domains", "web");
        Widgets.contextMenu(tree, "Clone and Save", "Clone…");
        Shell wizard = Widgets.shell("Clone Domain web");
        field(wizard, "Name:", "shop");
        Combo first = Widgets.labelled(wizard, "Disk vda:", Combo.class);
        assertEquals(List.of("full copy", "linked copy", "leave out"), Ui.get(() -> List.of(first.getItems())));
        choose(first, "linked copy");
        Combo drive = combo(wizard, "Disk sda:");
        assertEquals("share the image", Ui.get(drive::getText));
        Widgets.button(wizard, "web goes on in overlays of its own, too");
        Ui.run(first::setFocus);
        Screenshots.take("domain-clone");
        Widgets.press(Widgets.button(wizard, "Next >"));
        StyledText xml = Widgets.find(wizard, StyledText.class, "the clone's XML", text -> text.getText().contains("<name>shop</name>"));
        assertTrue(Ui.get(xml::getText).contains(folder.resolve("shop-vdb.img").toString()));
        Screenshots.take("domain-clone-xml");
        Widgets.press(Widgets.button(wizard, "Finish"));
        Widgets.row(tree, daemon.uri(), "Domains", "shop", "vdb");
        Ui.await("selected clone", () -> tree.getSelectionCount() == 1 && tree.getSelection()[0].getText().startsWith("shop"));
        List<Disk> disks = host.domains().lookup("shop").await().disks(true).await();
        assertEquals(List.of(folder.resolve("shop.qcow2").toString(), folder.resolve("shop-vdb.img").toString(), ""),
                disks.stream().map(Disk::source).toList());
        assertEquals(folder.resolve("web-1.qcow2").toString(), web.disks(true).await().getFirst().source());
        TreeItem volume = Widgets.row(tree, daemon.uri(), "Storage pools", "images", "shop-vdb.img");
        assertFalse(volume.isDisposed());
        assertFalse(daemon.run("virsh", "-c", daemon.uri(), "dumpxml", "shop").contains("52:54:00:11:22:33"));
    }

    @Test
    @Tag(Screenshots.TAG)
    void aDiskMovesToAnotherPool() throws IOException {
        Path other = Files.createDirectory(daemon.folder().resolve("fast"));
        host.pools().createTransient("<pool type='dir'><name>fast</name><target><path>" + other + "</path></target></pool>").await();
        select(daemon.uri(), "Domains", "web", "vdb");
        Widgets.contextMenu(tree, "Move to Pool…");
        Shell dialog = Widgets.shell("Move Disk");
        Text name = text(dialog, "Volume:");
        assertEquals("data.img", Ui.get(name::getText));
        Screenshots.take("disk-move");
        Widgets.press(Widgets.button(dialog, "Delete " + folder.resolve("data.img") + " afterwards"));
        Widgets.press(Widgets.button(dialog, "Move Disk"));
        Widgets.row(tree, daemon.uri(), "Storage pools", "fast", "data.img");
        Ui.awaitHost("disk in the other pool", () -> web.disks(true).await().get(1).source().equals(other.resolve("data.img").toString()));
        Ui.await("deleted old image", () -> !Files.exists(folder.resolve("data.img")));
    }

    @Test
    @Tag(Screenshots.TAG)
    void aRunningDomainIsNotClonedAndWhatToDoInsteadIsSaid() {
        web.start().await();
        web.suspend().await();
        select(daemon.uri(), "Domains", "web");
        Widgets.contextMenu(tree, "Clone and Save", "Clone…");
        Shell paused = Widgets.shell("Not done");
        Widgets.find(paused, Label.class, "why", label -> label.getText().contains("it is paused"));
        Screenshots.take("domain-clone-paused");
        Widgets.press(Widgets.button(paused, "OK"));
        web.resume().await();
        select(daemon.uri(), "Domains", "web");
        Widgets.contextMenu(tree, "Clone and Save", "Clone…");
        Shell told = Widgets.shell("Not done");
        Widgets.find(told, Label.class, "why", label -> label.getText().contains("not shut off"));
        Screenshots.take("domain-clone-running");
        Widgets.press(Widgets.button(told, "OK"));
    }

    private void image(String format, String name) throws IOException {
        daemon.run("qemu-img", "create", "-q", "-f", format, folder.resolve(name).toString(), "8M");
        host.pools().lookup("images").await().refresh().await();
    }

    /** The fields that a domain needs to be defined on this machine. */
    private void fill(Shell wizard) {
        filled(combo(wizard, "Architecture:"), 1);
        field(wizard, "Memory:", "64");
        choose(Widgets.labelled(wizard, "Memory:", Combo.class), "MiB");
        choose(combo(wizard, "Architecture:"), "x86_64");
        choose(combo(wizard, "Run by:"), "qemu");
        choose(combo(wizard, "Network:"), "none");
    }

    @Test
    @Tag(Screenshots.TAG)
    void aVolumeBecomesADomain() throws IOException {
        image("vmdk", "appliance.vmdk");
        select(daemon.uri(), "Storage pools", "images", "appliance.vmdk");
        Widgets.contextMenu(tree, "Image", "New Domain from This Image…");
        Shell wizard = Widgets.shell("New Domain from an Image");
        fill(wizard);
        Text name = text(wizard, "Name:");
        assertEquals("appliance", Ui.get(name::getText));
        Widgets.find(wizard, Label.class, "what it was found to be", label -> label.getText().contains("takes it for vmdk"));
        choose(combo(wizard, "Devices:"), "SATA disk");
        Screenshots.take("domain-import");
        finish(wizard);
        Widgets.row(tree, daemon.uri(), "Domains", "appliance", "sda");
        Disk disk = host.domains().lookup("appliance").await().disks(true).await().getFirst();
        assertEquals("vmdk", disk.format());
        assertEquals("images/appliance.vmdk", disk.pool() + "/" + disk.volume());
    }

    @Test
    @Tag(Screenshots.TAG)
    void anImageIsBootedByWhatItWasInstalledWith() throws IOException {
        image("raw", "server.raw");
        daemon.run("sh", "-c", "printf 'label: gpt\\nsize=4MiB, type=uefi\\n' | sfdisk -q \"$1\"", "sh", folder.resolve("server.raw").toString());
        select(daemon.uri(), "Storage pools", "images", "server.raw");
        Widgets.contextMenu(tree, "Image", "New Domain from This Image…");
        Shell wizard = Widgets.shell("New Domain from an Image");
        fill(wizard);
        Widgets.find(wizard, Label.class, "what boots it", label -> label.getText().contains("It has an EFI system partition"));
        Combo firmware = combo(wizard, "Boot by:");
        assertEquals("UEFI", Ui.get(firmware::getText));
        // OVMF's package has none for such machines
        choose(combo(wizard, "Architecture:"), "i686");
        choose(combo(wizard, "Run by:"), "qemu");
        Widgets.find(wizard, Text.class, "what to install", text -> text.getText().contains("The host has no UEFI for i686: install its package"));
        Screenshots.take("domain-import-no-uefi");
        choose(combo(wizard, "Architecture:"), "x86_64");
        choose(combo(wizard, "Run by:"), "qemu");
        assertEquals("UEFI", Ui.get(firmware::getText));
        daemon.needsUefi();
        Screenshots.take("domain-import-uefi");
        finish(wizard);
        Widgets.row(tree, daemon.uri(), "Domains", "server", "vda");
        String made = host.domains().lookup("server").await().xml(true, false).await();
        assertTrue(made.contains("<os firmware='efi'>") && made.contains("<feature enabled='no' name='secure-boot'/>"), made);
    }

    /** A guest can write the header of another format into a raw image. */
    @Test
    @Tag(Screenshots.TAG)
    void whatNobodyHasSaidIsAsked() throws IOException {
        image("qcow2", "disk.img");
        select(daemon.uri());
        Shell wizard = Wizard.open("domain", "New Domain from an Image");
        fill(wizard);
        field(wizard, "Name:", "odd");
        field(wizard, "Image:", folder.resolve("disk.img").toString());
        Widgets.press(Widgets.button(wizard, "Look at Image"));
        Shell question = Widgets.shell("Format of the Image");
        Screenshots.take("domain-import-format");
        Widgets.press(Widgets.button(question, "It is raw"));
        Widgets.find(wizard, Label.class, "what was said", label -> label.getText().contains("takes it for raw"));
        finish(wizard);
        Disk disk = host.domains().lookup("odd").await().disks(true).await().getFirst();
        assertEquals("raw", disk.format());
        assertTrue(disk.source().endsWith("disk.img"));
    }
}
