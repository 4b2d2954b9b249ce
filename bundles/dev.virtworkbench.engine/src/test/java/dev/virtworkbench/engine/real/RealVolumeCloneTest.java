package dev.virtworkbench.engine.real;

import static dev.virtworkbench.engine.real.ImagesOnHost.MIB;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.echo.EchoListener;
import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.engine.jobs.JobListener;
import dev.virtworkbench.engine.storage.Pool;
import dev.virtworkbench.engine.storage.Volume;
import dev.virtworkbench.engine.storage.WipeAlgorithm;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A clone of a volume is there with all of its contents, or not at all; and what there is no room or no name for is not begun. */
@Timeout(600)
class RealVolumeCloneTest {

    private static final int LARGE = 256;

    @RegisterExtension
    static final ImagesOnHost on = new ImagesOnHost();

    private Path folder;
    private Pool pool;

    @BeforeEach
    void begin() throws IOException {
        folder = Files.createDirectory(on.folder().resolve("cloned"));
        pool = on.host().pools().createTransient(RealPoolsTest.dirPool("cloned", folder)).await();
    }

    @AfterEach
    void end() {
        pool.stop().await();
    }

    @Test
    void aSparseVolumeIsClonedAndTellsHowFarItIs() throws IOException {
        large("disk.raw");
        try (RandomAccessFile longer = new RandomAccessFile(folder.resolve("disk.raw").toFile(), "rw")) {
            longer.setLength((LARGE + 64) * MIB);
        }
        pool.refresh().await();
        Queue<Double> fractions = new ConcurrentLinkedQueue<>();
        JobListener listener = job -> job.fraction().ifPresent(fractions::add);
        on.engine().jobs().addListener(listener);
        Job<Volume> job = pool.volume("disk.raw").cloneAs("copy.raw");
        try {
            assertEquals("copy.raw", job.await().name());
        } finally {
            on.engine().jobs().removeListener(listener);
        }
        assertEquals(-1, Files.mismatch(folder.resolve("disk.raw"), folder.resolve("copy.raw")));
        assertTrue(fractions.stream().allMatch(each -> each <= 1) && fractions.size() > 1, fractions::toString);
        assertTrue(job.bytes().orElseThrow() >= LARGE * MIB, () -> job.bytes().toString());
        assertTrue(on.commands().stream().anyMatch(command -> command.contains("vol-clone --pool cloned disk.raw copy.raw")), on.commands()::toString);
    }

    @Test
    void whatIsAllocatedBeforehandTellsNoWrongProgress() {
        pool.createVolume(RealPoolsTest.volume("full.raw", "raw", 8 * MIB)).await();
        Job<Volume> job = pool.volume("full.raw").cloneAs("copy.raw");
        job.await();
        assertEquals(OptionalLong.empty(), job.bytes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"raw", "qcow2"})
    void whoCancelsFindsNothingAtItsEnd(String format) throws IOException {
        large("source");
        if (format.equals("qcow2")) {
            ImagesOnHost.run("qemu-img", "convert", "-O", format, folder.resolve("source").toString(), folder.resolve("disk").toString());
            Files.delete(folder.resolve("source"));
        } else {
            Files.move(folder.resolve("source"), folder.resolve("disk"));
        }
        pool.refresh().await();
        Manifest before = Manifest.of(on.folder());
        Job<Volume> job = pool.volume("disk").cloneAs("copy");
        whenThere(folder.resolve("copy"), job);
        assertTrue(job.cancel());
        assertThrows(CancellationException.class, job::await);
        assertEquals(Set.of(), Manifest.of(on.folder()).differingFrom(before));
        assertEquals(List.of("disk"), pool.volumes().await().stream().map(Volume::name).toList());
        pool.volume("disk").cloneAs("copy").await();
        ImagesOnHost.run("qemu-img", "compare", folder.resolve("disk").toString(), folder.resolve("copy").toString());
    }

    @Test
    void aNameThatIsTakenIsRefusedAlsoByAFileThatLibvirtHasNotSeen() throws IOException {
        pool.createVolume(RealPoolsTest.volume("disk", "qcow2", MIB)).await();
        pool.createVolume(RealPoolsTest.volume("known", "raw", MIB)).await();
        Files.writeString(folder.resolve("unknown"), "precious");
        Manifest before = Manifest.of(on.folder());
        for (String name : List.of("known", "unknown", "disk")) {
            VirtException taken = assertThrows(VirtException.class, () -> pool.volume("disk").cloneAs(name).await());
            assertTrue(taken.getMessage().contains("has a volume “" + name + "” already"), taken.getMessage());
        }
        assertEquals(Set.of(), Manifest.of(on.folder()).differingFrom(before));
    }

    @Test
    void whatHasNoRoomIsRefusedBeforeAndWhatIsSparseIsNot() throws IOException {
        PrivateLibvirtd.needsRoot();
        Path small = Files.createDirectory(on.folder().resolve("small"));
        on.daemon().run("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", small.toString());
        Pool tight = on.host().pools().createTransient(RealPoolsTest.dirPool("tight", small)).await();
        try {
            Volume full = tight.createVolume(RealPoolsTest.volume("full", "raw", 6 * MIB)).await();
            VirtException refused = assertThrows(VirtException.class, () -> full.cloneAs("copy").await());
            assertTrue(refused.getMessage().contains(6 * MIB + " bytes") && refused.hint().isPresent(), refused.getMessage());
            assertEquals(List.of("full"), tight.volumes().await().stream().map(Volume::name).toList());
            // somebody else has taken it: libvirt does not know yet
            full.delete().await();
            Volume some = tight.createVolume(RealPoolsTest.volume("some", "raw", 3 * MIB)).await();
            on.daemon().run("fallocate", "-l", "3M", small.resolve("of somebody").toString());
            assertThrows(VirtException.class, () -> some.cloneAs("copy").await());
            Volume sparse = tight.createVolume("<volume><name>sparse</name><capacity unit='GiB'>1</capacity><allocation>0</allocation>"
                    + "<target><format type='raw'/></target></volume>").await();
            assertEquals(1024 * MIB, sparse.cloneAs("its copy").await().summary().await().capacity());
        } finally {
            tight.stop().await();
            on.daemon().run("umount", small.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"raw", "qcow2"})
    void aNewVolumeWithTheContentsOfAnotherTellsHowFarItIsAndIsGoneIfCancelled(String format) throws IOException {
        large("disk");
        pool.refresh().await();
        Path there = Files.createDirectory(on.folder().resolve("there"));
        Pool other = on.host().pools().createTransient(RealPoolsTest.dirPool("there", there)).await();
        String xml = "<volume><name>copy</name><capacity>" + LARGE * MIB + "</capacity><allocation>0</allocation><target><format type='" + format
                + "'/></target></volume>";
        try {
            Manifest before = Manifest.of(on.folder());
            Job<Volume> cancelled = other.createVolume(xml, pool.volume("disk"));
            whenThere(there.resolve("copy"), cancelled);
            assertTrue(cancelled.cancel());
            assertThrows(CancellationException.class, cancelled::await);
            assertEquals(Set.of(), Manifest.of(on.folder()).differingFrom(before));
            assertEquals(List.of(), other.volumes().await());
            Job<Volume> job = other.createVolume(xml, pool.volume("disk"));
            job.await();
            // with its header a qcow2 one is larger at its end than what it is made of
            assertTrue(job.bytes().orElse(format.equals("raw") ? 0 : LARGE * MIB) >= LARGE * MIB, () -> job.bytes().toString());
            ImagesOnHost.run("qemu-img", "compare", folder.resolve("disk").toString(), there.resolve("copy").toString());
        } finally {
            other.stop().await();
        }
    }

    @Test
    void aNewVolumeThatIsCancelledWhileLibvirtMakesItIsGone() {
        AtomicReference<Job<?>> job = new AtomicReference<>();
        Queue<String> said = new ConcurrentLinkedQueue<>();
        JobListener begun = each -> {
            if (each.operation() == Operation.VOLUME_CREATE) {
                job.compareAndSet(null, each);
            }
        };
        // told right before libvirt is called: from there on it cannot be stopped
        EchoListener calling = command -> {
            if (command.shell().contains(" vol-create cloned new.xml") && job.get().cancel()) {
                said.add(job.get().outcome().key());
            }
        };
        on.engine().jobs().addListener(begun);
        on.engine().echo().addListener(calling);
        try {
            Job<Volume> creating = pool.createVolume(RealPoolsTest.volume("new", "raw", LARGE * MIB));
            assertThrows(CancellationException.class, creating::await);
        } finally {
            on.engine().echo().removeListener(calling);
            on.engine().jobs().removeListener(begun);
        }
        assertEquals(List.of("outcome.TAKING_BACK"), List.copyOf(said));
        assertTrue(Files.notExists(folder.resolve("new")));
        assertEquals(List.of(), pool.volumes().await());
    }

    @Test
    void aNewVolumeWithoutRoomIsRefusedBefore() throws IOException {
        PrivateLibvirtd.needsRoot();
        large("disk");
        pool.refresh().await();
        Path small = Files.createDirectory(on.folder().resolve("small"));
        on.daemon().run("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", small.toString());
        Pool tight = on.host().pools().createTransient(RealPoolsTest.dirPool("tight", small)).await();
        try {
            VirtException refused = assertThrows(VirtException.class, () -> tight.createVolume(RealPoolsTest.volume("new", "raw", 20 * MIB)).await());
            assertTrue(refused.getMessage().contains(20 * MIB + " bytes") && refused.hint().isPresent(), refused.getMessage());
            VirtException copied = assertThrows(VirtException.class,
                    () -> tight.createVolume(RealPoolsTest.volume("copy", "raw", LARGE * MIB), pool.volume("disk")).await());
            assertTrue(copied.getMessage().contains(LARGE * MIB + " bytes"), copied.getMessage());
            assertEquals(List.of(), tight.volumes().await());
            assertEquals(64 * MIB, tight.createVolume(RealPoolsTest.volume("sparse", "qcow2", 64 * MIB)).await().summary().await().capacity());
            // somebody has made room: libvirt does not know yet
            on.daemon().run("fallocate", "-l", "6M", small.resolve("of somebody").toString());
            tight.refresh().await();
            on.daemon().run("rm", small.resolve("of somebody").toString());
            assertEquals(5 * MIB, tight.createVolume(RealPoolsTest.volume("full", "raw", 5 * MIB)).await().summary().await().capacity());
        } finally {
            tight.stop().await();
            on.daemon().run("umount", small.toString());
        }
    }

    @Test
    void whatIsWipedStaysAsACopyThatWasMadeBefore() throws IOException {
        Path disk = folder.resolve("disk");
        large("disk");
        pool.refresh().await();
        Volume volume = pool.volume("disk");
        Files.writeString(folder.resolve("taken"), "precious");
        Manifest before = Manifest.of(on.folder());
        VirtException taken = assertThrows(VirtException.class, () -> volume.wipe(WipeAlgorithm.ZERO, Optional.of("taken")).await());
        assertTrue(taken.getMessage().contains("taken"), taken.getMessage());
        Job<Void> cancelled = volume.wipe(WipeAlgorithm.ZERO, Optional.of("kept"));
        whenThere(folder.resolve("kept"), cancelled);
        assertTrue(cancelled.cancel());
        assertThrows(CancellationException.class, cancelled::await);
        assertEquals(Set.of(), Manifest.of(on.folder()).differingFrom(before), "nothing was wiped, nothing kept");

        Path same = Files.copy(disk, on.folder().resolve("same"));
        volume.wipe(WipeAlgorithm.ZERO, Optional.of("kept")).await();
        assertEquals(-1, Files.mismatch(same, folder.resolve("kept")));
        assertEquals(0, Files.mismatch(same, disk));
    }

    /** Waits until libvirt has begun with that file, or the job has ended without. */
    @Test
    void whatIsResizedStaysAsACopyThatWasMadeBefore() throws IOException {
        Path disk = folder.resolve("disk.raw");
        Volume volume = pool.createVolume("<volume><name>disk.raw</name><capacity unit='MiB'>8</capacity><allocation>0</allocation></volume>").await();
        Files.write(disk, new byte[] {1, 2, 3}, StandardOpenOption.WRITE);
        byte[] before = Files.readAllBytes(disk);
        volume.grow(16 * MIB, Optional.of("smaller.raw")).await();
        assertEquals(16 * MIB, Files.size(disk));
        assertArrayEquals(before, Files.readAllBytes(folder.resolve("smaller.raw")));
        // nothing is changed unless the copy could be made
        assertThrows(VirtException.class, () -> volume.shrink(MIB, Optional.of("smaller.raw")).await());
        assertEquals(16 * MIB, Files.size(disk));
        volume.shrink(4 * MIB, Optional.of("larger.raw")).await();
        assertEquals(4 * MIB, Files.size(disk));
        assertEquals(16 * MIB, Files.size(folder.resolve("larger.raw")));
        List<String> told = on.commands().stream().filter(command -> command.contains("vol-clone") || command.contains("vol-resize")).toList();
        assertTrue(told.getFirst().contains("vol-clone") && told.get(1).contains("vol-resize"), told::toString);
    }

    private static void whenThere(Path file, Job<?> job) {
        while (!Files.exists(file) && !job.state().finished()) {
            Thread.onSpinWait();
        }
        assertTrue(!job.state().finished(), () -> job.outcome().toString());
    }

    /** An image that takes libvirt a while. */
    private void large(String name) throws IOException {
        byte[] block = new byte[(int) MIB];
        try (RandomAccessFile out = new RandomAccessFile(folder.resolve(name).toFile(), "rw")) {
            for (int i = 0; i < LARGE; i++) {
                new Random(i).nextBytes(block);
                out.write(block);
            }
        }
    }
}
