package dev.virtworkbench.engine.real;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.clones.CloneSource;
import dev.virtworkbench.engine.clones.ClonedDisk;
import dev.virtworkbench.engine.clones.DiskMove;
import dev.virtworkbench.engine.clones.DiskMoves;
import dev.virtworkbench.engine.clones.DiskMoves.Moved;
import dev.virtworkbench.engine.clones.DiskWay;
import dev.virtworkbench.engine.clones.NewDisk;
import dev.virtworkbench.engine.commands.Rights;
import dev.virtworkbench.engine.domains.Disk;
import dev.virtworkbench.engine.domains.Domain;
import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.images.Image;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.engine.jobs.JobListener;
import dev.virtworkbench.engine.snapshots.NewSnapshot;
import dev.virtworkbench.engine.snapshots.SnapshotKind;
import dev.virtworkbench.engine.storage.Pool;
import dev.virtworkbench.engine.storage.PoolSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Disks moved from one pool to another on a real daemon, of domains that are off and of such that run. */
class RealDiskMovesTest extends Applying {

    private Path from;
    private Path to;
    private Pool old;
    private Pool other;
    private Image image;
    private Domain domain;

    @BeforeEach
    void begin() throws IOException {
        from = Files.createDirectory(daemon.folder().resolve("from"));
        to = Files.createDirectory(daemon.folder().resolve("to"));
        old = host.pools().createTransient(RealPoolsTest.dirPool("from", from)).await();
        other = host.pools().createTransient(RealPoolsTest.dirPool("to", to)).await();
        old.createVolume(RealPoolsTest.volume("disk.qcow2", "qcow2", 64 * MIB)).await();
        image = new Image(from.resolve("disk.qcow2").toString(), "qcow2");
        ImagesOnHost.write(image, 1, MIB);
        domain = define(domain("guest", "<disk type='file' device='disk'><driver name='qemu' type='qcow2' cache='none'/><source file='"
                + image.path() + "'/><target dev='vda' bus='virtio'/><serial>kept</serial></disk>"));
    }

    @AfterEach
    void clear() throws IOException {
        if (domain.summary().await().state().active()) {
            domain.destroy().await();
        }
        domain.undefine(domain.kept().await()).await();
        old.stop().await();
        other.stop().await();
        daemon.run("rm", "-rf", from.toString(), to.toString());
    }

    private DiskMove order(boolean deleteOld) {
        CloneSource source = new DiskMoves(host).look(domain).await();
        ClonedDisk disk = source.disks().getFirst();
        assertEquals(Optional.empty(), DiskMoves.impossible(source, disk));
        List<PoolSummary> targets = DiskMoves.targets(source, disk);
        assertEquals(List.of("to"), targets.stream().map(PoolSummary::name).toList());
        String name = source.name(disk, targets.getFirst());
        return new DiskMove(source, NewDisk.in(targets.getFirst(), name, "vda", DiskWay.COPY), Optional.of(Rights.PERSON), deleteOld);
    }

    private Moved move(boolean deleteOld) {
        return new DiskMoves(host).move(order(deleteOld), apply).await();
    }

    private Disk disk() {
        return domain.disks(true).await().getFirst();
    }

    @Test
    void theDiskOfADomainThatIsOffIsCopiedComparedAndTheOldImageStays() throws IOException {
        Moved moved = move(false);
        assertEquals(to.resolve("disk.qcow2").toString(), moved.path());
        assertEquals(moved.path(), disk().source());
        assertTrue(domain.xml(true, false).await().contains("<serial>kept</serial>") && domain.xml(true, false).await().contains("cache='none'"));
        ImagesOnHost.reads(new Image(moved.path(), "qcow2"), 1, MIB);
        assertEquals(List.of("disk.qcow2"), ImagesOnHost.names(from));
    }

    @Test
    void theOldImageIsDeletedUnlessSomebodyElseUsesIt() throws IOException {
        Domain second = define(domain("second", "<disk type='file' device='disk'><driver name='qemu' type='qcow2'/><source file='" + image.path()
                + "'/><target dev='vda' bus='virtio'/></disk>"));
        Moved moved = move(true);
        assertTrue(moved.kept().orElseThrow().in(Locale.ENGLISH).contains("other domains or images use it"));
        assertEquals(List.of("disk.qcow2"), ImagesOnHost.names(from));
        second.undefine(Set.of()).await();
        host.domains().define(domain.xml(true, true).await().replace(to.toString(), from.toString()), true).await();
        assertEquals(Optional.empty(), move(true).kept());
        assertEquals(List.of(), ImagesOnHost.names(from));
        assertEquals(to.resolve("disk-1.qcow2").toString(), disk().source());
    }

    @Test
    void theDiskOfARunningDomainMovesWhileItWrites() throws IOException {
        domain.start().await();
        assertEquals(Optional.empty(), move(true).kept());
        assertEquals(to.resolve("disk.qcow2").toString(), domain.disks(false).await().getFirst().source());
        assertEquals(to.resolve("disk.qcow2").toString(), disk().source());
        assertEquals(List.of(), ImagesOnHost.names(from));
        assertEquals(List.of("disk.qcow2"), other.volumes().await().stream().map(volume -> volume.name()).toList());
        domain.destroy().await();
        ImagesOnHost.reads(new Image(to.resolve("disk.qcow2").toString(), "qcow2"), 1, MIB);
    }

    @Test
    void cancelledWhileItRunsNothingIsLeft() throws IOException {
        ImagesOnHost.run("qemu-io", "-f", "qcow2", "-c", "truncate 1G", "-c", "write -P 9 64M 900M", "--", image.path());
        domain.start().await();
        cancelled(job -> {
            if (job.operation() == Operation.DISK_MOVE && job.fraction().orElse(0) > 0) {
                job.cancel();
            }
        });
        assertEquals(image.path(), domain.disks(false).await().getFirst().source());
    }

    @Test
    void cancelledWhileItIsComparedNothingIsLeft() throws IOException {
        Job<?>[] move = new Job<?>[1];
        cancelled(job -> {
            if (job.operation() == Operation.DISK_MOVE) {
                move[0] = job;
            } else if (job.operation() == Operation.IMAGE_COMPARE && !job.state().finished()) {
                move[0].cancel();
            }
        });
    }

    private void cancelled(JobListener cancel) throws IOException {
        DiskMove order = order(true);
        engine.jobs().addListener(cancel);
        try {
            Job<Moved> move = new DiskMoves(host).move(order, apply);
            assertThrows(CancellationException.class, move::await);
        } finally {
            engine.jobs().removeListener(cancel);
        }
        assertEquals(List.of(), ImagesOnHost.names(to));
        assertEquals(List.of(), other.volumes().await());
        assertEquals(image.path(), disk().source());
        assertEquals(List.of("disk.qcow2"), ImagesOnHost.names(from));
    }

    @Test
    void aDiskThatSnapshotsNeedOrThatHasChangedSinceStays() {
        DiskMove order = order(true);
        host.domains().define(domain.xml(true, true).await().replace("65536", "70000"), true).await();
        VirtException changed = assertThrows(VirtException.class, () -> new DiskMoves(host).move(order, apply).await());
        assertTrue(changed.getMessage().contains("was changed"), changed.getMessage());
        host.snapshots(domain).create(new NewSnapshot("before", "", SnapshotKind.INTERNAL, Optional.empty(), Map.of(), List.of(), false)).await();
        CloneSource source = new DiskMoves(host).look(domain).await();
        assertTrue(DiskMoves.impossible(source, source.disks().getFirst()).orElseThrow().in(Locale.ENGLISH).contains("snapshots"));
        assertFalse(source.running());
    }
}
