package dev.virtworkbench.ui.tests.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.domains.Disk;
import dev.virtworkbench.engine.domains.Domain;
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
import java.util.Set;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.TabFolder;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.navigator.resources.ProjectExplorer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Disks of a domain of a real libvirtd are attached, changed and detached from the explorer, while it runs and while it does not. */
@Tag(Screenshots.TAG)
class RealAttachedDisksTest extends OnRealHost {

    private static final long MIB = 1 << 20;
    private static final String GUEST = "<domain type='qemu'><name>guest</name><memory unit='MiB'>64</memory>"
            + "<os><type arch='x86_64' machine='pc'>hvm</type><boot dev='hd'/></os><features><acpi/></features><devices>"
            + "<controller type='scsi' model='virtio-scsi'/><disk type='file' device='cdrom'><target dev='hdc' bus='ide'/><readonly/></disk>"
            + "<disk type='file' device='disk'><driver name='qemu' type='qcow2'/><source file='%s'/><target dev='sda' bus='scsi'/></disk>"
            + "<interface type='user'><mac address='52:54:00:00:00:01'/></interface></devices></domain>";

    private Path folder;
    private Domain guest;
    private Tree tree;

    @BeforeEach
    void start() throws IOException {
        folder = Files.createDirectories(daemon.folder().resolve("images"));
        for (String name : List.of("system.qcow2", "data.qcow2")) {
            host.images().create(new NewImage(path(name), "qcow2"), MIB).await();
        }
        host.images().create(new NewImage(path("setup.iso"), "raw"), MIB).await();
        host.pools().createTransient("<pool type='dir'><name>images</name><target><path>" + folder + "</path></target></pool>").await();
        guest = host.domains().define(GUEST.formatted(path("system.qcow2")), true).await();
        tree = LiveEditor.tree();
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private TreeItem select(String... below) {
        String[] path = new String[below.length + 1];
        path[0] = daemon.uri();
        System.arraycopy(below, 0, path, 1, below.length);
        return Widgets.select(tree, path);
    }

    private Shell choose(String action, String title, String... row) {
        select(row);
        if (row.length == 2) {
            Widgets.contextMenu(tree, "Disks", action);
        } else {
            Widgets.contextMenu(tree, action);
        }
        return Widgets.shell(title);
    }

    private void startGuest() {
        TreeItem row = select("Domains", "guest");
        guest.start().await();
        Ui.await("running domain in the tree", () -> row.getText().endsWith("running"));
    }

    private List<String> disks(boolean inactive) {
        return guest.disks(inactive).await().stream().map(Disk::target).sorted().toList();
    }

    private static void pick(Combo combo, String words) {
        Ui.await("choice " + words, () -> Arrays.stream(combo.getItems()).anyMatch(item -> item.startsWith(words)));
        Ui.run(() -> {
            combo.select(Arrays.asList(combo.getItems()).indexOf(Arrays.stream(combo.getItems()).filter(item -> item.startsWith(words)).findFirst()
                    .orElseThrow()));
            combo.notifyListeners(SWT.Selection, new Event());
        });
    }

    private static void type(Shell shell, String label, String words) {
        Text text = Widgets.labelled(shell, label, Text.class);
        Ui.run(() -> text.setText(words));
    }

    private static Combo combo(Shell shell, String label) {
        return Widgets.labelled(shell, label, Combo.class);
    }

    private static void tab(Shell shell, int index) {
        TabFolder tabs = Widgets.find(shell, TabFolder.class, "tabs", each -> true);
        Ui.run(() -> tabs.setSelection(index));
    }

    /** Waits until all that is said on the right has those words. */
    private static void awaitAdvice(Shell shell, String words) {
        Widgets.find(shell, Text.class, "advice " + words, text -> (text.getStyle() & SWT.MULTI) != 0 && text.getText().contains(words));
    }

    private static void awaitXml(Shell shell, String words) {
        Widgets.find(shell, StyledText.class, "XML with " + words, text -> text.getText().contains(words));
    }

    private static String xml(Shell shell) {
        StyledText text = Widgets.find(shell, StyledText.class, "XML", each -> true);
        return Ui.get(text::getText);
    }

    @Test
    void aDiskIsAttachedNowAndAtEveryStartAndDetached() throws IOException {
        startGuest();
        Shell attach = choose("Attach Disk…", "Attach Disk", "Domains", "guest");
        assertFalse(Ui.get(Widgets.button(attach, "Attach")::isEnabled), "there is no image yet");
        Combo when = combo(attach, "When");
        assertEquals(3, Ui.get(when::getItemCount));
        type(attach, "Image", path("system.qcow2"));
        awaitAdvice(attach, "The domain has this image as its disk sda already");
        pick(combo(attach, "Bus"), "ide");
        awaitXml(attach, "dev='hda' bus='ide'");
        assertEquals(1, Ui.get(when::getItemCount), "IDE has no plug");
        pick(combo(attach, "Bus"), "scsi");
        type(attach, "Image", path("data.qcow2"));
        awaitAdvice(attach, "Nothing speaks against this.");
        type(attach, "Serial", "DATA-1");
        tab(attach, 1);
        pick(combo(attach, "I/O"), "native");
        awaitAdvice(attach, "I/O ‘native’ needs cache ‘none’ or ‘directsync’");
        assertFalse(Ui.get(Widgets.button(attach, "Attach")::isEnabled), "libvirt refuses it");
        Screenshots.take("attach-reading");
        pick(combo(attach, "Cache"), "none");
        awaitAdvice(attach, "Nothing speaks against this.");
        tab(attach, 0);
        Screenshots.take("attach-disk");
        assertTrue(xml(attach).contains("cache='none' io='native'") && xml(attach).contains("<serial>DATA-1</serial>"), xml(attach));
        Widgets.press(Widgets.button(attach, "Attach"));
        Ui.awaitHost("disk now and at every start", () -> disks(false).contains("sdb") && disks(true).contains("sdb"));
        Widgets.row(tree, daemon.uri(), "Domains", "guest", "sdb");

        Shell detach = choose("Detach…", "Detach Disk", "Domains", "guest", "sdb");
        Widgets.find(detach, Label.class, "that the image stays", label -> label.getText().contains("Its image stays")
                && label.getText().contains(path("data.qcow2")));
        Screenshots.take("detach-disk");
        Widgets.press(Widgets.button(detach, "Detach Disk"));
        Ui.awaitHost("no disk now and at every start", () -> !disks(false).contains("sdb") && !disks(true).contains("sdb"));
        assertTrue(Files.exists(folder.resolve("data.qcow2")));
    }

    @Test
    void whatOnlyTheRunningDomainHasSaysSoAndGoes() {
        startGuest();
        Shell attach = choose("Attach to Domain…", "Attach to Domain", "Storage pools", "images", "data.qcow2");
        Widgets.press(Widgets.button(attach, "OK"));
        Shell disk = Widgets.shell("Attach Disk");
        awaitXml(disk, "<source pool='images' volume='data.qcow2'/>");
        pick(combo(disk, "Bus"), "scsi");
        pick(combo(disk, "When"), "Now, until");
        Widgets.press(Widgets.button(disk, "Attach"));
        TreeItem row = Widgets.row(tree, daemon.uri(), "Domains", "guest", "sdb");
        assertTrue(Ui.get(row::getText).endsWith("until it is shut off"), () -> Ui.get(row::getText));
        assertEquals(List.of("hdc", "sda"), disks(true));
        select("Domains", "guest", "sdb");
        assertFalse(Widgets.enabledIn(tree).contains("Options…"), "its configuration does not have it");
        Screenshots.take("passing-disk");
        Shell detach = choose("Detach…", "Detach Disk", "Domains", "guest", "sdb");
        Widgets.press(Widgets.button(detach, "Detach Disk"));
        Ui.await("tree without the disk", row::isDisposed);
        assertEquals(List.of("hdc", "sda"), disks(false));
    }

    @Test
    void aGuestThatDoesNotLetGoIsTold() {
        guest.undefine(Set.of()).await();
        guest = host.domains().define(GUEST.formatted(path("system.qcow2")).replace("dev='sda' bus='scsi'", "dev='vda' bus='virtio'"), true).await();
        startGuest();
        Shell detach = choose("Detach…", "Detach Disk", "Domains", "guest", "vda");
        Widgets.press(Widgets.button(detach, "Detach Disk"));
        Shell told = Widgets.shell("Not done");
        Widgets.find(told, Label.class, "who has not let go", label -> label.getText().contains("has not let go of disk vda"));
        Screenshots.take("detach-kept");
        Widgets.press(Widgets.button(told, "OK"));
        assertEquals(List.of("hdc", "vda"), disks(false));
        assertEquals(List.of("hdc"), disks(true));
        TreeItem row = Widgets.row(tree, daemon.uri(), "Domains", "guest", "vda");
        Ui.await("row of what only runs", () -> !row.isDisposed() && row.getText().endsWith("until it is shut off"));
    }

    @Test
    void aMediumIsInsertedAndEjected() {
        startGuest();
        Shell insert = choose("Change Media…", "Change Media", "Domains", "guest", "hdc");
        assertFalse(Ui.get(Widgets.button(insert, "Change Medium")::isEnabled), "no medium");
        type(insert, "Medium", path("setup.iso"));
        Screenshots.take("change-media");
        Widgets.press(Widgets.button(insert, "Change Medium"));
        Ui.awaitHost("medium now and at every start", () -> medium(false).equals(path("setup.iso")) && medium(true).equals(path("setup.iso")));
        Shell eject = choose("Change Media…", "Change Media", "Domains", "guest", "hdc");
        pick(combo(eject, "What"), "Eject");
        pick(combo(eject, "When"), "Now, until");
        Widgets.press(Widgets.button(eject, "Force: open the drive though the guest has locked it"));
        Widgets.press(Widgets.button(eject, "Change Medium"));
        Ui.awaitHost("empty drive", () -> medium(false).isEmpty());
        assertEquals(path("setup.iso"), medium(true));
    }

    private String medium(boolean inactive) {
        return guest.disks(inactive).await().stream().filter(disk -> disk.target().equals("hdc")).findFirst().orElseThrow().source();
    }

    @Test
    void optionsAreChangedAfterALookAtTheDifferences() {
        startGuest();
        Shell options = choose("Options…", "Disk Options", "Domains", "guest", "sda");
        tab(options, 1);
        pick(combo(options, "Cache"), "none");
        pick(combo(options, "Discard"), "unmap");
        Screenshots.take("disk-options");
        Widgets.press(Widgets.button(options, "Change"));
        Shell differences = Widgets.shell("Apply");
        Screenshots.take("disk-options-differences");
        Widgets.press(Widgets.button(differences, "Apply"));
        Ui.awaitHost("changed configuration", () -> guest.xml(true, false).await().contains("cache='none' discard='unmap'"));
        assertFalse(guest.xml(false, false).await().contains("discard='unmap'"), "not before its next start");
    }

    @Test
    void aDiskMovesBeforeItsNeighbourAfterALookAtTheDifferences() {
        guest.undefine(Set.of()).await();
        guest = host.domains().define(GUEST.formatted(path("system.qcow2")).replace("<interface", "<disk type='file' device='disk'>"
                + "<driver name='qemu' type='qcow2'/><source file='" + path("data.qcow2") + "'/><target dev='sdb' bus='scsi'/></disk><interface"), true)
                .await();
        select("Domains", "guest", "sda");
        Ui.await("why the first does not move up", () -> Widgets.toolTipIn(tree, "Move Up…").startsWith("“sda” is the first disk on the bus scsi"));
        assertTrue(Widgets.enabledIn(tree).contains("Move Down…"));
        Shell question = choose("Move Up…", "Move Disk Up", "Domains", "guest", "sdb");
        Widgets.find(question, Label.class, "what it means", label -> label.getText().contains(path("data.qcow2") + ": sdb → sda")
                && label.getText().contains(path("system.qcow2") + ": sda → sdb"));
        Screenshots.take("disk-move-up");
        Widgets.press(Widgets.button(question, "Show Differences…"));
        Shell differences = Widgets.shell("Apply");
        Screenshots.take("disk-move-up-differences");
        Widgets.press(Widgets.button(differences, "Apply"));
        Ui.awaitHost("disks in the other order", () -> images().equals(List.of("sda " + path("data.qcow2"), "sdb " + path("system.qcow2"))));
        startGuest();
        Shell down = choose("Move Down…", "Move Disk Down", "Domains", "guest", "sda");
        Widgets.find(down, Label.class, "when", label -> label.getText().endsWith("The domain runs: this takes effect at its next start."));
        Widgets.press(Widgets.button(down, "Cancel"));
        assertEquals(List.of("sda " + path("data.qcow2"), "sdb " + path("system.qcow2")), images());
    }

    /** Names with images of its disks at the next start. */
    private List<String> images() {
        return guest.disks(true).await().stream().filter(disk -> disk.device().equals("disk")).map(disk -> disk.target() + " " + disk.source()).toList();
    }

    @Test
    void theBootOrderIsChangedAfterALookAtTheDifferences() {
        Shell boot = choose("Boot Order…", "Boot Order", "Domains", "guest");
        assertFalse(Ui.get(Widgets.button(boot, "Show Differences…")::isEnabled), "nothing is changed yet");
        Widgets.press(Widgets.button(boot, "Single devices, one after the other"));
        Table order = Widgets.find(boot, Table.class, "order", each -> true);
        Ui.await("devices", () -> order.getItemCount() == 3 && order.getItem(0).getChecked() && order.getItem(0).getText().startsWith("disk sda"));
        Ui.run(() -> {
            order.select(2);
            order.notifyListeners(SWT.Selection, new Event());
            order.getItem(2).setChecked(true);
            Event ticked = new Event();
            ticked.item = order.getItem(2);
            ticked.detail = SWT.CHECK;
            order.notifyListeners(SWT.Selection, ticked);
        });
        pick(combo(boot, "Boot menu"), "shown");
        pick(combo(boot, "Firmware"), "UEFI with");
        Screenshots.take("boot-order-uefi");
        pick(combo(boot, "Firmware"), "what the machine");
        Screenshots.take("boot-order");
        Widgets.press(Widgets.button(boot, "Show Differences…"));
        Shell differences = Widgets.shell("Apply");
        Screenshots.take("boot-order-differences");
        Widgets.press(Widgets.button(differences, "Apply"));
        Ui.awaitHost("order of devices", () -> guest.xml(true, false).await().contains("<boot order='2'/>"));
        String now = guest.xml(true, false).await();
        assertTrue(now.contains("<bootmenu enable='yes'/>") && !now.contains("<boot dev="), now);
    }

    @Test
    void secureBootComesWithNewVariables() throws IOException {
        daemon.needsUefi();
        Domain uefi = host.domains().define("<domain type='qemu'><name>uefi</name><memory unit='MiB'>64</memory><os firmware='efi'>"
                + "<type arch='x86_64' machine='q35'>hvm</type><firmware><feature enabled='no' name='secure-boot'/></firmware></os>"
                + "<features><acpi/></features></domain>", true).await();
        uefi.start().await();
        uefi.destroy().await();
        String file = host.domains().variables(uefi.xml(true, false).await()).await().orElseThrow();
        String before = daemon.run("sha256sum", file);
        Shell boot = choose("Boot Order…", "Boot Order", "Domains", "uefi");
        pick(combo(boot, "Firmware"), "UEFI with");
        Widgets.find(boot, Label.class, "what becomes of the variables", label -> label.getText().contains("> Start with New Firmware Variables…”"));
        Screenshots.take("boot-order-variables");
        Widgets.press(Widgets.button(boot, "Show Differences…"));
        Widgets.press(Widgets.button(Widgets.shell("Apply"), "Apply"));
        Ui.awaitHost("Secure Boot", () -> uefi.xml(true, false).await().contains("enabled='yes' name='secure-boot'"));
        Shell question = choose("Start with New Firmware Variables…", "Start with New Firmware Variables", "Domains", "uefi");
        Screenshots.take("domain-new-variables");
        assertEquals(before, daemon.run("sha256sum", file));
        Widgets.press(Widgets.button(question, "Start with New Firmware Variables"));
        Ui.awaitHost("running domain", () -> uefi.summary().await().state().active());
        assertNotEquals(before, daemon.run("sha256sum", file));
        assertTrue(uefi.xml(false, false).await().contains("secure='yes'"));
        Shell none = choose("Start with New Firmware Variables…", "Start with New Firmware Variables", "Domains", "guest");
        Widgets.find(none, Label.class, "why not", label -> label.getText().contains("guest has no UEFI"));
        Widgets.press(Widgets.button(none, "OK"));
    }

    @Test
    void anImageFileOfTheWorkspaceBecomesADisk() throws Exception {
        IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("images");
        project.create(new NullProgressMonitor());
        project.open(new NullProgressMonitor());
        try {
            Path image = Path.of(project.getLocation().toString()).resolve("work.qcow2");
            Files.copy(folder.resolve("data.qcow2"), image);
            project.refreshLocal(2, new NullProgressMonitor());
            IFile file = project.getFile("work.qcow2");
            ProjectExplorer view = FreshWorkbench.view(ProjectExplorer.VIEW_ID, ProjectExplorer.class);
            Ui.run(() -> view.getCommonViewer().setSelection(new StructuredSelection(file), true));
            Widgets.contextMenu(Ui.get(() -> view.getCommonViewer().getControl()), "Attach to Domain…");
            Shell domains = Widgets.shell("Attach to Domain");
            Screenshots.take("attach-to-domain");
            Text filter = Widgets.find(domains, Text.class, "filter", text -> true);
            Ui.run(() -> filter.setText("guest"));
            Widgets.press(Widgets.button(domains, "OK"));
            Shell attach = Widgets.shell("Attach Disk");
            awaitXml(attach, "<source file='" + image + "'/>");
            assertTrue(xml(attach).contains("type='qcow2'"), xml(attach));
            Widgets.press(Widgets.button(attach, "Attach"));
            Ui.awaitHost("disk", () -> guest.disks(true).await().stream().anyMatch(disk -> disk.source().equals(image.toString())));
        } finally {
            project.delete(true, true, new NullProgressMonitor());
        }
    }
}
