package dev.virtworkbench.engine.real;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.apply.Applied;
import dev.virtworkbench.engine.blockjobs.BlockJobs;
import dev.virtworkbench.engine.clones.CloneDraft;
import dev.virtworkbench.engine.clones.CloneOrder;
import dev.virtworkbench.engine.clones.CloneSource;
import dev.virtworkbench.engine.clones.ClonedDisk;
import dev.virtworkbench.engine.clones.Clones;
import dev.virtworkbench.engine.clones.DiskWay;
import dev.virtworkbench.engine.clones.NewDisk;
import dev.virtworkbench.engine.domains.Disk;
import dev.virtworkbench.engine.domains.Domain;
import dev.virtworkbench.engine.domains.DomainState;
import dev.virtworkbench.engine.domains.DomainSummary;
import dev.virtworkbench.engine.domains.Undefine;
import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.images.Image;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.engine.jobs.JobListener;
import dev.virtworkbench.engine.storage.Pool;
import dev.virtworkbench.engine.storage.PoolSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Domains cloned on a real daemon: what the clone has, and that nothing is left of one that fails. */
class RealClonesTest extends Applying {

    private Path folder;
    private Pool pool;
    private Image first;
    private Image second;
    private Domain original;

    @BeforeEach
    void begin() throws IOException {
        folder = Files.createDirectory(daemon.folder().resolve("clones"));
        pool = host.pools().createTransient(RealPoolsTest.dirPool("images", folder)).await();
        pool.createVolume(RealPoolsTest.volume("web.qcow2", "qcow2", 64 * MIB)).await();
        pool.createVolume(RealPoolsTest.volume("data.img", "raw", 8 * MIB)).await();
        first = new Image(folder.resolve("web.qcow2").toString(), "qcow2");
        second = new Image(folder.resolve("data.img").toString(), "raw");
        ImagesOnHost.write(first, 1, MIB);
        ImagesOnHost.write(second, 2, MIB);
        original = define(domain("web", disk("file", "file='" + first.path() + "'", "qcow2", "vda")
                + disk("volume", "pool='images' volume='data.img'", "raw", "vdb")
                + "<disk type='file' device='cdrom'><target dev='sda' bus='sata'/><readonly/></disk>"
                + "<controller type='sata' index='0'/><interface type='user'><mac address='52:54:00:11:22:33'/><model type='virtio'/></interface>"
                + "<serial type='file'><source path='" + folder.resolve("console.log") + "'/><target port='0'/></serial>"
                + "<graphics type='vnc' port='5999' autoport='no' passwd='geheim'/>"));
    }

    private static String disk(String type, String source, String format, String target) {
        return "<disk type='" + type + "' device='disk'><driver name='qemu' type='" + format + "'/><source " + source + "/><target dev='" + target
                + "' bus='virtio'/></disk>";
    }

    @AfterEach
    void clear() throws IOException {
        for (DomainSummary each : host.domains().list().await()) {
            Domain domain = host.domains().domain(each);
            if (each.state().active()) {
                domain.destroy().await();
            }
            Set<Undefine> kept = domain.kept().await();
            domain.undefine(kept.stream().filter(with -> with != Undefine.KEEP_NVRAM).collect(Collectors.toSet())).await();
        }
        pool.stop().await();
        daemon.run("rm", "-rf", folder.toString());
    }

    private static Clones clones() {
        return new Clones(host);
    }

    /** An order as it is proposed. @param way for the disks that are written to */
    private static CloneOrder order(CloneSource source, String name, DiskWay way, boolean originalGoesOn) {
        List<NewDisk> disks = new ArrayList<>();
        List<NewDisk> overlays = new ArrayList<>();
        for (ClonedDisk disk : source.disks()) {
            if (disk.proposed() == DiskWay.SHARE) {
                disks.add(NewDisk.without(disk.target(), DiskWay.SHARE));
                continue;
            }
            PoolSummary in = source.pool(disk, way).orElseThrow();
            disks.add(NewDisk.in(in, source.name(disk, way, in, name, List.of()), disk.target(), way));
            if (originalGoesOn) {
                overlays.add(NewDisk.in(in, source.overlay(disk, in, List.of()), disk.target(), DiskWay.LINK));
            }
        }
        return new CloneOrder(source, new CloneDraft(source, name, UUID.randomUUID(), disks).xml(), true, disks, overlays);
    }

    private Domain clone(DiskWay way, boolean originalGoesOn) {
        CloneSource source = clones().look(original).await();
        assertEquals("web-clone", source.name());
        Applied applied = clones().make(order(source, source.name(), way, originalGoesOn), apply).await();
        assertEquals(List.of(), applied.dropped());
        return host.domains().domain(applied.uuid(), applied.name());
    }

    private List<String> volumes() {
        return pool.volumes().await().stream().map(volume -> volume.name()).sorted().toList();
    }

    /** Nothing came of it, on the host and on its disk. */
    private void nothingLeft(String before) throws IOException {
        assertEquals(List.of("data.img", "web.qcow2"), volumes());
        assertEquals(List.of("data.img", "web.qcow2"), ImagesOnHost.names(folder));
        assertEquals(before, original.xml(true, true).await());
        assertEquals(List.of("images"), host.pools().list().await().stream().map(PoolSummary::name).toList());
        assertFalse(host.domains().list().await().stream().anyMatch(domain -> domain.name().equals("web-clone")));
    }

    @Test
    void aCloneHasDisksFirmwareAndAddressesOfItsOwn() throws IOException {
        Path variables = Files.createDirectory(folder.resolve("nvram")).resolve("web_VARS.fd");
        // not as long as whole blocks of the file system
        String kept = "what the firmware keeps".repeat(512);
        Files.writeString(variables, kept);
        pool.refresh().await();
        String xml = original.xml(true, true).await().replace("</type>", "</type><loader readonly='yes' type='pflash'>/bin/true</loader><nvram>"
                + variables + "</nvram>");
        original = host.domains().define(xml, true).await();
        String before = original.xml(true, true).await();

        Domain clone = clone(DiskWay.COPY, false);
        String made = clone.xml(true, true).await();
        assertNotEquals(original.uuid(), clone.uuid());
        assertFalse(made.contains("52:54:00:11:22:33") || made.contains("5999"), made);
        assertTrue(made.contains("<mac address=") && made.contains("autoport='yes'") && made.contains("passwd='geheim'"), made);
        assertTrue(made.contains(folder.resolve("console-web-clone.log").toString()), made);
        assertEquals(kept, Files.readString(folder.resolve("nvram/web-clone_VARS.fd")));
        List<Disk> disks = clone.disks(true).await();
        assertEquals(List.of("vda", "vdb", "sda"), disks.stream().map(Disk::target).toList());
        assertEquals(folder.resolve("web-clone.qcow2").toString(), disks.get(0).source());
        assertEquals("images/web-clone-vdb.img", disks.get(1).pool() + "/" + disks.get(1).volume());
        ImagesOnHost.reads(new Image(disks.get(0).source(), "qcow2"), 1, MIB);
        ImagesOnHost.reads(new Image(folder.resolve("web-clone-vdb.img").toString(), "raw"), 2, MIB);
        assertEquals(before, original.xml(true, true).await());
        assertEquals(List.of("images"), host.pools().list().await().stream().map(PoolSummary::name).toList(), "the firmware's folder is no pool any more");
    }

    @Test
    void aCloneAndItsOriginalRunAtOnce() throws IOException {
        Domain clone = clone(DiskWay.COPY, false);
        original.start().await();
        clone.start().await();
        assertTrue(clone.summary().await().state().active());
    }

    @Test
    void aLinkedCloneBuildsOnTheOriginalsImageAndBothGoOnInOverlays() throws IOException {
        Domain clone = clone(DiskWay.LINK, true);
        Image its = new Image(clone.disks(true).await().getFirst().source(), "qcow2");
        Image originals = new Image(original.disks(true).await().getFirst().source(), "qcow2");
        assertEquals(folder.resolve("web-1.qcow2").toString(), originals.path());
        ImagesOnHost.write(its, 3, 2 * MIB);
        ImagesOnHost.write(originals, 4, 2 * MIB);
        for (Image image : List.of(its, originals)) {
            ImagesOnHost.reads(image, 1, MIB);
        }
        ImagesOnHost.reads(its, 3, 2 * MIB);
        ImagesOnHost.reads(originals, 4, 2 * MIB);
        ImagesOnHost.reads(first, 0, 2 * MIB);
        original.start().await();
        clone.start().await();
        assertEquals(List.of(first.path()), clone.disks(false).await().getFirst().chain());
    }

    @Test
    void cancelledInTheMiddleNothingIsLeft() throws IOException {
        String before = original.xml(true, true).await();
        CloneSource source = clones().look(original).await();
        AtomicReference<Job<?>> clone = new AtomicReference<>();
        JobListener cancel = job -> {
            if (job.operation() == Operation.DOMAIN_CLONE) {
                clone.set(job);
            } else if (job.operation() == Operation.VOLUME_CREATE_FROM && job.name().arguments().contains("web-clone-vdb.img") && !job.state().finished()) {
                assertTrue(clone.get().cancel());
                assertEquals(List.of("data.img", "web-clone.qcow2", "web.qcow2"), volumes());
            }
        };
        engine.jobs().addListener(cancel);
        try {
            Job<Applied> job = clones().make(order(source, "web-clone", DiskWay.COPY, false), apply);
            assertThrows(CancellationException.class, job::await);
        } finally {
            engine.jobs().removeListener(cancel);
        }
        nothingLeft(before);
    }

    @Test
    void withoutRoomNothingIsLeft() throws IOException {
        Path small = Files.createDirectory(daemon.folder().resolve("small"));
        daemon.run("mount", "-t", "tmpfs", "-o", "size=4M", "tmpfs", small.toString());
        Pool tight = host.pools().createTransient(RealPoolsTest.dirPool("tight", small)).await();
        String before = original.xml(true, true).await();
        try {
            CloneSource source = clones().look(original).await();
            PoolSummary target = source.pools().stream().filter(each -> each.name().equals("tight")).findFirst().orElseThrow();
            VirtException refused = assertThrows(VirtException.class, () -> clones().make(into(source, target), apply).await());
            assertTrue(refused.getMessage().contains("tight has not enough room"), refused.getMessage());
            // compressed it takes little, and its copy is not compressed
            ImagesOnHost.run("qemu-io", "-f", "qcow2", "-c", "write -P 7 0 32M", "--", first.path());
            ImagesOnHost.run("qemu-img", "convert", "-c", "-O", "qcow2", first.path(), first.path() + ".small");
            ImagesOnHost.run("mv", first.path() + ".small", first.path());
            ImagesOnHost.run("truncate", "-s", "1M", second.path());
            CloneSource now = clones().look(original).await();
            VirtException full = assertThrows(VirtException.class, () -> clones().make(into(now, target), apply).await());
            assertTrue(full.getMessage().contains("No space left"), full.getMessage());
            assertEquals("", daemon.run("ls", small.toString()));
        } finally {
            tight.stop().await();
            daemon.run("umount", small.toString());
        }
        nothingLeft(before);
    }

    private static CloneOrder into(CloneSource source, PoolSummary target) {
        List<NewDisk> disks = List.of(NewDisk.in(target, "a.qcow2", "vda", DiskWay.COPY), NewDisk.in(target, "b.img", "vdb", DiskWay.COPY));
        return new CloneOrder(source, new CloneDraft(source, "web-clone", UUID.randomUUID(), disks).xml(), true, disks, List.of());
    }

    @Test
    void whatWouldDestroyOrLieIsRefused() throws IOException {
        CloneSource source = clones().look(original).await();
        CloneOrder order = order(source, "web-clone", DiskWay.LINK, true);
        String before = original.xml(true, true).await();

        Domain taken = define(domain("web-clone", ""));
        refused(order, "the host has domain web-clone");
        taken.undefine(Set.of()).await();

        Domain other = define(domain("other", disk("file", "file='" + first.path() + "'", "qcow2", "vda")));
        refused(order, "domain other has " + first.path());
        other.undefine(Set.of()).await();

        Files.writeString(folder.resolve("web-clone.qcow2"), "somebody's");
        refused(order, "a volume web-clone.qcow2 is in pool images already");
        assertEquals("somebody's", Files.readString(folder.resolve("web-clone.qcow2")));
        pool.volume("web-clone.qcow2").delete().await();

        // a document that libvirt refuses is found out last, when all images are made
        refused(new CloneOrder(source, order.xml().replace("<model type='virtio'/>", "<model type='no such card'/>"), false, order.disks(),
                order.overlays()), "");
        nothingLeft(before);

        original.start().await();
        VirtException runs = assertThrows(VirtException.class, () -> clones().look(original).await());
        assertTrue(runs.getMessage().contains("not shut off") && runs.getMessage().contains("Copy…"), runs.getMessage());
        refused(order, "not shut off");
        original.destroy().await();

        original.setAutostart(true).await();
        host.domains().define(before.replace("65536", "70000"), true).await();
        refused(order, "was changed");
    }

    @Test
    void whatAPausedDomainHasIsLockedAndItsQemuCopiesIt() throws IOException {
        original.start().await();
        original.suspend().await();
        VirtException paused = assertThrows(VirtException.class, () -> clones().look(original).await());
        assertTrue(paused.getMessage().contains("it is paused") && paused.getMessage().contains("Copy…"), paused.getMessage());
        VirtException locked = assertThrows(VirtException.class, () -> pool.volume("web.qcow2").copyTo(pool, "locked.qcow2", bytes -> { }).await());
        assertTrue(locked.getMessage().contains("lock"), locked.getMessage());
        Image copy = new Image(folder.resolve("copy.qcow2").toString(), "qcow2");
        host.blockJobs(original).copy("vda", new BlockJobs.Copy(copy.path(), "qcow2", false), BlockJobs.Finish.KEEP).await();
        ImagesOnHost.reads(copy, 1, MIB);
        assertEquals(DomainState.PAUSED, original.summary().await().state());
    }

    private static void refused(CloneOrder order, String why) {
        VirtException refused = assertThrows(VirtException.class, () -> clones().make(order, apply).await());
        assertTrue(refused.getMessage().contains(why), refused.getMessage());
    }

    @Test
    void whatLibvirtCannotCopyIsSaid() throws IOException {
        Path elsewhere = Files.createDirectory(daemon.folder().resolve("elsewhere"));
        Path image = elsewhere.resolve("disk.img");
        ImagesOnHost.run("qemu-img", "create", "-q", "-f", "raw", image.toString(), "1M");
        // a guest can write such a header into its disk
        ImagesOnHost.run("qemu-img", "create", "-q", "-f", "qcow2", folder.resolve("guest.img").toString(), "1M");
        pool.refresh().await();
        original = define(domain("odd", disk("file", "file='" + image + "'", "raw", "vda")
                + disk("file", "file='" + folder.resolve("guest.img") + "'", "raw", "vdb")));
        CloneSource source = clones().look(original).await();
        ClonedDisk outside = source.disks().get(0);
        assertEquals(List.of(DiskWay.LINK, DiskWay.OMIT), outside.ways());
        assertTrue(outside.impossible().get(DiskWay.COPY).in(java.util.Locale.ENGLISH).contains("no active storage pool"));
        assertEquals(List.of(DiskWay.LINK, DiskWay.OMIT), source.disks().get(1).ways());
        Domain clone = host.domains().lookup(clones().make(order(source, "linked", DiskWay.LINK, false), apply).await().name()).await();
        assertEquals("qcow2", clone.disks(true).await().getFirst().format());
        assertTrue(ImagesOnHost.run("qemu-img", "info", clone.disks(true).await().get(1).source()).contains("backing file format: raw"));
        daemon.run("rm", "-r", elsewhere.toString());
    }
}
