package dev.virtworkbench.engine.real;

import static dev.virtworkbench.engine.real.ImagesOnHost.MIB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.apply.Applied;
import dev.virtworkbench.engine.apply.Apply;
import dev.virtworkbench.engine.apply.ApplyPlan;
import dev.virtworkbench.engine.apply.ApplyRequest;
import dev.virtworkbench.engine.apply.Effect;
import dev.virtworkbench.engine.apply.LiveChange;
import dev.virtworkbench.engine.domains.DeviceScope;
import dev.virtworkbench.engine.domains.Disk;
import dev.virtworkbench.engine.domains.Domain;
import dev.virtworkbench.engine.drafts.DiskAdvice;
import dev.virtworkbench.engine.drafts.DiskEdits;
import dev.virtworkbench.engine.drafts.DiskSettings;
import dev.virtworkbench.engine.drafts.DiskSource;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.facts.Firmware;
import dev.virtworkbench.engine.images.Image;
import dev.virtworkbench.engine.images.NewImage;
import dev.virtworkbench.language.schema.DocumentKind;
import dev.virtworkbench.language.syntax.TextEdit;
import dev.virtworkbench.language.syntax.XmlTree;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Disks that come to a domain, change and go, while it runs and at its next start. */
class RealDomainDisksTest {

    @RegisterExtension
    static final ImagesOnHost on = new ImagesOnHost();

    private Apply apply;
    private Image image;
    private Domain guest;

    @BeforeEach
    void begin() {
        apply = new Apply(on.host(), RealApplyTest.LANGUAGE);
        image = new Image(on.path("it's an image.qcow2"), "qcow2");
        on.images().create(new NewImage(image.path(), "qcow2"), MIB).await();
        guest = define("guest", "pc", "<controller type='scsi' model='virtio-scsi'/><disk type='file' device='cdrom'>"
                + "<target dev='hdc' bus='ide'/><readonly/></disk>");
        guest.start().await();
    }

    private static Domain define(String name, String machine, String devices) {
        return on.host().domains().define(RealDomainsTest.domain(name, devices).replace("'pc'", "'" + machine + "'"), true).await();
    }

    @AfterEach
    void clear() {
        guest.destroy().await();
        guest.undefine(Set.of()).await();
    }

    private static DiskSettings disk(Image image, String bus, String target) {
        return new DiskSettings(DiskSource.ofPath(image.path()), "disk", bus, target, image.format(), "", "", "", "", 0, "", false, false);
    }

    private ApplyPlan plan(Function<DiskEdits, List<TextEdit>> edit) {
        String opened = guest.xml(true, true).await();
        String text = TextEdit.apply(opened, edit.apply(new DiskEdits(XmlTree.parse(opened))));
        return apply.plan(ApplyRequest.document(DocumentKind.DOMAIN, text).openedAs(opened)).await();
    }

    private ApplyPlan attaching(DiskSettings disk) {
        return plan(edits -> List.of(edits.attach(disk).orElseThrow()));
    }

    private void applied(ApplyPlan plan, String live, boolean force) {
        assertEquals(List.of(live), plan.live().stream().map(LiveChange::toString).toList());
        Applied applied = apply.apply(plan, Set.of()).await();
        apply.makeLive(plan, plan.live().getFirst(), applied, force).await();
    }

    /** Names with the images, as they run or as they are configured. */
    private List<String> disks(boolean inactive) {
        return guest.disks(inactive).await().stream().filter(disk -> disk.device().equals("disk")).map(disk -> disk.target() + " " + disk.source()).toList();
    }

    @Test
    void aDiskComesAndGoesNowAndAtTheNextStart() {
        applied(attaching(disk(image, "scsi", "sda")), "ATTACH disk sda", false);
        assertEquals(List.of("sda " + image.path()), disks(false));
        assertEquals(disks(false), disks(true));
        applied(plan(edits -> edits.detach("sda")), "DETACH disk sda", false);
        assertEquals(List.of(), disks(false));
        assertEquals(List.of(), disks(true));
        assertTrue(on.images().info(image.path(), Optional.of("qcow2")).await().top().virtualSize() == MIB, "the image stays");
    }

    @Test
    void aDiskComesUntilItIsShutOff() {
        guest.attach(disk(image, "scsi", "sda").xml("qemu"), DeviceScope.LIVE).await();
        assertEquals(List.of(), disks(true));
        Disk passing = guest.allDisks().await().getLast();
        assertTrue(passing.untilShutOff() && passing.target().equals("sda"), passing::toString);
        assertFalse(guest.allDisks().await().getFirst().untilShutOff());
        guest.unplug(element("sda"), "sda").await();
        assertEquals(List.of(), disks(false));
        assertTrue(on.commands().stream().anyMatch(command -> command.endsWith("detach-device --live guest device.xml")), on.commands()::toString);
    }

    /** A disk of the running domain, as libvirt writes it. */
    private String element(String target) {
        return new DiskEdits(XmlTree.parse(guest.xml(false, false).await())).xml(target).orElseThrow();
    }

    @Test
    void aGuestWithoutASystemDoesNotLetGo() {
        applied(attaching(disk(image, "virtio", "vda")), "ATTACH disk vda", false);
        ApplyPlan detaching = plan(edits -> edits.detach("vda"));
        Applied applied = apply.apply(detaching, Set.of()).await();
        VirtException kept = assertThrows(VirtException.class, () -> apply.makeLive(detaching, detaching.live().getFirst(), applied).await());
        assertTrue(kept.getMessage().contains("has not let go of disk vda") && kept.hint().isPresent(), kept.getMessage());
        assertEquals(List.of("vda " + image.path()), disks(false));
        assertEquals(List.of(), disks(true));
    }

    @Test
    void aMediumIsInsertedChangedAndEjected() throws IOException {
        Image iso = new Image(on.path("first.iso"), "raw");
        on.images().create(new NewImage(iso.path(), "raw"), MIB).await();
        applied(plan(edits -> edits.medium("hdc", DiskSource.ofPath(iso.path()), "raw")), "UPDATE disk hdc", false);
        assertEquals(iso.path(), guest.disks(false).await().getFirst().source());
        applied(plan(edits -> edits.medium("hdc", DiskSource.ofPath(image.path()), "qcow2")), "UPDATE disk hdc", true);
        assertEquals(image.path(), guest.disks(false).await().getFirst().source());
        assertEquals("qcow2", guest.disks(false).await().getFirst().format());
        applied(plan(edits -> edits.medium("hdc", DiskSource.NONE, "")), "UPDATE disk hdc", true);
        assertEquals("", guest.disks(false).await().getFirst().source());
        assertEquals("", guest.disks(true).await().getFirst().source());
        assertTrue(on.commands().stream().anyMatch(command -> command.endsWith("update-device --live --force guest device.xml")), on.commands()::toString);
        String running = guest.xml(false, false).await();
        String inserted = TextEdit.apply(running, new DiskEdits(XmlTree.parse(running)).medium("hdc", DiskSource.ofPath(iso.path()), "raw"));
        guest.changeMedium(new DiskEdits(XmlTree.parse(inserted)).xml("hdc").orElseThrow(), false).await();
        assertEquals(iso.path(), guest.disks(false).await().getFirst().source());
        assertEquals("", guest.disks(true).await().getFirst().source());
    }

    @Test
    void howADiskIsReadChangesAtTheNextStart() {
        applied(attaching(disk(image, "scsi", "sda")), "ATTACH disk sda", false);
        DiskSettings wanted = new DiskSettings(DiskSource.ofPath(image.path()), "disk", "scsi", "sda", "qcow2", "none", "native", "unmap", "unmap", 0,
                "number 1", true, false);
        ApplyPlan plan = plan(edits -> edits.set("sda", wanted));
        assertEquals(List.of(), plan.live());
        assertTrue(plan.changes().stream().allMatch(change -> change.effect() == Effect.AT_NEXT_START), () -> plan.changes().toString());
        apply.apply(plan, Set.of()).await();
        assertEquals(Optional.of(wanted), DiskSettings.of(XmlTree.parse(guest.xml(true, false).await()), "sda"));
        guest.destroy().await();
        guest.start().await();
    }

    @Test
    void whoElseUsesTheImageIsSaidAndRefusedByQemu() {
        applied(attaching(disk(image, "scsi", "sda")), "ATTACH disk sda", false);
        DiskSettings again = disk(image, "virtio", "vda");
        String document = RealDomainsTest.domain("other", "");
        DiskAdvice.Known known = new DiskAdvice.Known(image.path(), Optional.of("qcow2"), Optional.of(on.host().domains().imageUse().await()));
        assertEquals(List.of("advice.used-running"), DiskAdvice.on(again, XmlTree.parse(document), "other", known).stream()
                .map(advice -> advice.why().key()).toList());
        assertEquals(List.of(), DiskAdvice.on(disk(image, "scsi", "sda"), XmlTree.parse(document), "guest", known));
        String text = TextEdit.apply(document, List.of(new DiskEdits(XmlTree.parse(document)).attach(again).orElseThrow()));
        VirtException locked = assertThrows(VirtException.class, () -> on.host().domains().make(text, true, true).await());
        assertTrue(locked.getMessage().contains("lock"), locked.getMessage());
    }

    @Test
    void aSharedDiskRunsInTwoDomains() {
        Image raw = new Image(on.path("shared.raw"), "raw");
        on.images().create(new NewImage(raw.path(), "raw"), MIB).await();
        DiskSettings shared = new DiskSettings(DiskSource.ofPath(raw.path()), "disk", "scsi", "sda", "raw", "none", "", "", "", 0, "", false, true);
        applied(attaching(shared), "ATTACH disk sda", false);
        Domain other = define("other", "pc", shared.xml("qemu"));
        other.start().await();
        other.destroy().await();
        other.undefine(Set.of()).await();
    }

    @Test
    void whichFirmwareThereIsIsTheHostsAnswer() throws IOException {
        Firmware firmware = on.host().firmware("x86_64", "pc-q35-7.2", "qemu").await();
        String capabilities = ImagesOnHost.run("virsh", "-c", on.host().uri(), "domcapabilities", "--arch", "x86_64", "--machine", "pc-q35-7.2",
                "--virttype", "qemu");
        assertTrue(firmware.told());
        assertEquals(capabilities.contains("<value>efi</value>"), firmware.uefi());
        firmware.loaders().forEach(loader -> assertTrue(capabilities.contains("<value>" + loader + "</value>"), loader));
    }
}
