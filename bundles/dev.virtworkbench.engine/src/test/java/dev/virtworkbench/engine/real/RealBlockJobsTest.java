package dev.virtworkbench.engine.real;

import static dev.virtworkbench.engine.real.ImagesOnHost.MIB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.blockjobs.BlockJobs;
import dev.virtworkbench.engine.domains.Disk;
import dev.virtworkbench.engine.domains.Domain;
import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.images.GuestDisk;
import dev.virtworkbench.engine.images.Image;
import dev.virtworkbench.engine.images.NewImage;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.engine.jobs.JobListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is done to disks while their domain runs: a chain of three images, each with a piece of its own. */
class RealBlockJobsTest {

    @RegisterExtension
    static final ImagesOnHost on = new ImagesOnHost();

    private Image base;
    private Image middle;
    private Image top;
    private Domain domain;
    private BlockJobs jobs;

    @BeforeEach
    void begin() throws IOException {
        base = new Image(on.path("base.qcow2"), "qcow2");
        middle = new Image(on.path("the, 'middle'.qcow2"), "qcow2");
        top = new Image(on.path("top.qcow2"), "qcow2");
        on.images().create(new NewImage(base.path(), "qcow2"), 64 * MIB).await();
        ImagesOnHost.write(base, 1, 0);
        overlay(middle, base);
        ImagesOnHost.write(middle, 2, MIB);
        overlay(top, middle);
        ImagesOnHost.write(top, 3, 2 * MIB);
        begin(top.path());
    }

    private void begin(String disk) {
        domain = on.host().domains().define(guest("guest", disk), true).await();
        domain.start().await();
        jobs = on.host().blockJobs(domain);
    }

    private static String guest(String name, String disk) {
        return RealDomainsTest.domain(name, "<disk type='file' device='disk'><driver name='qemu' type='qcow2'/>"
                + "<source file='" + disk + "'/><target dev='vda' bus='virtio'/></disk>");
    }

    private static void overlay(Image image, Image on) {
        RealBlockJobsTest.on.images().overlay(new NewImage(image.path(), "qcow2"), on, OptionalLong.empty()).await();
    }

    @AfterEach
    void clear() {
        domain.destroy().await();
        domain.undefine(Set.of()).await();
    }

    private Disk disk(boolean inactive) {
        return domain.disks(inactive).await().getFirst();
    }

    /** Stops the domain and looks whether the image has what all three had. */
    private void hasAll(Image image) throws IOException {
        domain.destroy().await();
        ImagesOnHost.reads(image, 1, 0);
        ImagesOnHost.reads(image, 2, MIB);
        ImagesOnHost.reads(image, 3, 2 * MIB);
        domain.start().await();
    }

    @Test
    void allIsCommittedIntoTheLowestAndTheDomainGoesOnWithThat() throws IOException {
        jobs.commit("vda", Optional.empty(), false).await();
        assertEquals(base.path(), disk(false).source());
        assertEquals(List.of(), disk(false).chain());
        assertEquals(base.path(), disk(true).source());
        assertEquals(Optional.empty(), jobs.underWay("vda").await());
        hasAll(base);
    }

    @Test
    void itIsCommittedHalfTheWay() throws IOException {
        jobs.commit("vda", Optional.of(middle.path()), true).await();
        assertEquals(middle.path(), disk(false).source());
        assertEquals(List.of(base.path()), disk(false).chain());
        assertEquals(List.of("base.qcow2", "the, 'middle'.qcow2"), on.names());
        hasAll(middle);
    }

    @Test
    void whatOthersBuildOnIsNotCommittedInto() throws IOException {
        Image other = new Image(on.path("other.qcow2"), "qcow2");
        ImagesOnHost.run("qemu-img", "create", "-q", "-f", "qcow2", "-b", base.path(), "-F", "qcow2", other.path());
        on.host().pools().createTransient(RealPoolsTest.dirPool("images", on.folder())).await();
        try {
            VirtException refused = assertThrows(VirtException.class, () -> jobs.commit("vda", Optional.empty(), false).await());
            assertTrue(refused.getMessage().contains("other.qcow2 builds on") && refused.getMessage().contains("“While Running > Pull…” (blockpull)"), refused.getMessage());
            assertEquals(top.path(), disk(false).source());
            jobs.commit("vda", Optional.of(middle.path()), false).await();
        } finally {
            on.host().pools().lookup("images").await().stop().await();
        }
        assertThrows(VirtException.class, () -> jobs.commit("vda", Optional.of(top.path()), false).await());
        assertThrows(VirtException.class, () -> jobs.commit("vdb", Optional.empty(), false).await());
    }

    @Test
    void whatNoPoolShowsIsNotCommittedIntoOrDeletedEither() throws IOException {
        Image other = new Image(on.path("other.qcow2"), "qcow2");
        Files.createSymbolicLink(Path.of(on.path("another name")), Path.of(base.path()));
        ImagesOnHost.run("qemu-img", "create", "-q", "-f", "qcow2", "-b", on.path("another name"), "-F", "qcow2", other.path());
        VirtException refused = assertThrows(VirtException.class, () -> jobs.commit("vda", Optional.empty(), false).await());
        assertTrue(refused.getMessage().contains("other.qcow2 builds on"), refused.getMessage());
        Domain off = on.host().domains().define(guest("off", top.path()), true).await();
        try {
            refused = assertThrows(VirtException.class, () -> jobs.commit("vda", Optional.of(middle.path()), true).await());
            assertTrue(refused.getMessage().contains("“off”"), refused.getMessage());
            assertTrue(Files.exists(Path.of(top.path())));
        } finally {
            off.undefine(Set.of()).await();
        }
        Files.delete(Path.of(other.path()));
        jobs.commit("vda", Optional.empty(), false).await();
        hasAll(base);
    }

    @Test
    void aDiskThatIsNamedByALinkIsItsOwnChain() throws IOException {
        String link = on.path("link.qcow2");
        Files.createSymbolicLink(Path.of(link), Path.of(top.path()));
        clear();
        begin(link);
        assertEquals(link, disk(false).source());
        jobs.commit("vda", Optional.empty(), false).await();
        assertEquals(base.path(), disk(false).source());
        hasAll(base);
    }

    @Test
    void itIsPulledTogetherWholeOrInPart() throws IOException {
        jobs.pull("vda", Optional.of(base.path())).await();
        assertEquals(List.of(base.path()), disk(false).chain());
        jobs.pull("vda", Optional.empty()).await();
        assertEquals(List.of(), disk(false).chain());
        assertEquals(top.path(), disk(false).source());
        hasAll(top);
    }

    @Test
    void itMovesToAnotherPlaceAndFormat() throws IOException {
        Image moved = new Image(on.path("moved.raw"), "raw");
        jobs.copy("vda", new BlockJobs.Copy(moved.path(), "raw", false), BlockJobs.Finish.PIVOT).await();
        assertEquals(moved.path(), disk(false).source());
        assertEquals("raw", disk(true).format());
        hasAll(moved);
    }

    @Test
    void aCopyIsWhatItHadAtTheEnd() throws IOException {
        Image copy = new Image(on.path("copy.qcow2"), "qcow2");
        jobs.copy("vda", new BlockJobs.Copy(copy.path(), "qcow2", true), BlockJobs.Finish.KEEP).await();
        assertEquals(top.path(), disk(false).source());
        assertEquals(middle.path(), on.images().info(copy.path(), Optional.of("qcow2")).await().images().get(1).path());
        hasAll(copy);
    }

    @Test
    void whatSomebodyElseBeganIsSeenAndEnded() throws IOException {
        assertEquals(Optional.empty(), jobs.underWay("vda").await());
        mirror("given up.raw");
        assertEquals(Optional.of(1.0), jobs.underWay("vda").await());
        jobs.abort("vda").await();
        assertEquals(Optional.empty(), jobs.underWay("vda").await());
        assertEquals(top.path(), disk(false).source());

        mirror("taken.raw");
        jobs.pivot("vda").await();
        assertEquals(Optional.empty(), jobs.underWay("vda").await());
        assertEquals(on.path("taken.raw"), disk(false).source());
        hasAll(new Image(on.path("taken.raw"), "raw"));
    }

    @Test
    void whatSomebodyElseBeginsRightBehindItIsLeftAlone() throws IOException {
        Job<Void> pull = jobs.pull("vda", Optional.empty());
        while (!disk(false).chain().isEmpty() || jobs.underWay("vda").await().isPresent()) {
            Thread.onSpinWait();
        }
        // long before the pull is looked at again
        mirror("theirs.raw");
        pull.await();
        assertEquals(Optional.of(1.0), jobs.underWay("vda").await());
        jobs.abort("vda").await();
    }

    /** Somebody has the disk copied by libvirt's shell, and leaves it when both are the same. */
    private void mirror(String name) throws IOException {
        on.virsh("blockcopy", "guest", "vda", on.path(name), "--format", "raw", "--transient-job", "--wait");
    }

    @Test
    void itGrowsWhileItRuns() {
        assertEquals(64 * MIB, jobs.capacity("vda").await());
        jobs.resize("vda", 128 * MIB).await();
        assertEquals(128 * MIB, jobs.capacity("vda").await());
        VirtException smaller = assertThrows(VirtException.class, () -> jobs.resize("vda", 64 * MIB).await());
        assertTrue(smaller.getMessage().contains("its guest uses it") && smaller.getMessage().contains("shut the domain down"), smaller.getMessage());
        assertEquals(128 * MIB, jobs.capacity("vda").await());
        assertEquals(GuestDisk.Table.NONE, on.host().images().guestDisk(disk(false)).await().table(), "read while it runs");
        domain.destroy().await();
        assertEquals(128 * MIB, on.images().info(top.path(), Optional.of("qcow2")).await().top().virtualSize());
        domain.start().await();
    }

    @Test
    void cancelledItWorksAsBefore() throws IOException {
        // enough to be under way when it is cancelled
        Files.deleteIfExists(Path.of(on.path("big.raw")));
        JobListener cancel = job -> {
            if (job.operation() == Operation.BLOCK_COPY && job.fraction().orElse(0) > 0) {
                job.cancel();
            }
        };
        domain.destroy().await();
        ImagesOnHost.run("qemu-io", "-f", "qcow2", "-c", "truncate 1G", "-c", "write -P 9 64M 900M", "--", top.path());
        domain.start().await();
        on.engine().jobs().addListener(cancel);
        try {
            Job<Void> copy = jobs.copy("vda", new BlockJobs.Copy(on.path("big.raw"), "raw", false), BlockJobs.Finish.PIVOT);
            assertThrows(CancellationException.class, copy::await);
        } finally {
            on.engine().jobs().removeListener(cancel);
        }
        assertEquals(Optional.empty(), jobs.underWay("vda").await());
        assertEquals(top.path(), disk(false).source());
        hasAll(top);
    }
}
