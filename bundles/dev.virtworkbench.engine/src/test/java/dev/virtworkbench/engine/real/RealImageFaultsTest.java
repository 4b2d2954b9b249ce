package dev.virtworkbench.engine.real;

import static dev.virtworkbench.engine.real.ImagesOnHost.MIB;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.images.Conversion;
import dev.virtworkbench.engine.images.Image;
import dev.virtworkbench.engine.images.ImageChange;
import dev.virtworkbench.engine.images.ImageChain;
import dev.virtworkbench.engine.images.NewImage;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.engine.jobs.JobListener;
import dev.virtworkbench.engine.jobs.JobState;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever goes wrong with an image: no half-written file, no lost one, no wrong one. */
@Timeout(600)
class RealImageFaultsTest {

    private static final int CANCELLATIONS = 50;

    @RegisterExtension
    static final ImagesOnHost on = new ImagesOnHost();

    @Test
    void whatIsThereStaysUnlessReplacingWasChosen() throws IOException {
        Image source = random("source.raw", 2);
        Path there = Files.writeString(on.folder().resolve("there.raw"), "precious");
        NewImage target = new NewImage(there.toString(), "raw");
        for (Runnable work : List.<Runnable>of(() -> on.images().create(target, MIB).await(), () -> on.images().copy(source, there.toString(), false).await(),
                () -> on.images().convert(source, target, Conversion.PLAIN).await())) {
            assertTrue(assertThrows(VirtException.class, work::run).getMessage().contains("is there already"));
        }
        assertEquals("precious", Files.readString(there));
        assertEquals(List.of("source.raw", "there.raw"), on.names());
    }

    @Test
    void whatReplacesHasOwnerModeLabelAndPlaceOfWhatItReplaces() throws IOException {
        Image source = random("source.raw", 2);
        Path old = Files.writeString(on.folder().resolve("old.raw"), "old");
        Files.setPosixFilePermissions(old, PosixFilePermissions.fromString("rw-rw----"));
        if (PrivateLibvirtd.root()) {
            Files.setAttribute(old, "unix:uid", 4711);
            Files.setAttribute(old, "unix:gid", 4712);
            // a label is kept with the file whether this kernel heeds it or not
            ImagesOnHost.run("chcon", "--", "system_u:object_r:svirt_image_t:s0:c12,c34", old.toString());
        }
        String dress = dress(old);
        Path link = Files.createSymbolicLink(on.folder().resolve("link.raw"), Path.of("old.raw"));
        on.images().convert(source, new NewImage(link.toString(), "raw").replacing(), Conversion.PLAIN).await();
        assertTrue(Files.isSymbolicLink(link));
        assertTrue(!PrivateLibvirtd.root() || dress.equals("4711:4712 660 system_u:object_r:svirt_image_t:s0:c12,c34"), dress);
        assertEquals(dress, dress(old));
        assertArrayEquals(Files.readAllBytes(Path.of(source.path())), Files.readAllBytes(old));
        Path folder = Files.createDirectory(on.folder().resolve("folder"));
        assertTrue(assertThrows(VirtException.class, () -> on.images().create(new NewImage(folder.toString(), "raw").replacing(), MIB).await())
                .getMessage().contains("no ordinary file"));
        assertEquals(List.of("folder", "link.raw", "old.raw", "source.raw"), on.names());
    }

    /** Owner, group, mode and label. */
    private static String dress(Path file) throws IOException {
        return ImagesOnHost.run("stat", "--printf", "%u:%g %a %C", "--", file.toString());
    }

    @Test
    void anImageNeverBuildsOnWhatItReplaces() throws IOException {
        Image base = random("base.raw", 2);
        byte[] before = Files.readAllBytes(Path.of(base.path()));
        VirtException refusal = assertThrows(VirtException.class,
                () -> on.images().overlay(new NewImage(base.path(), "qcow2").replacing(), base, OptionalLong.empty()).await());
        assertTrue(refusal.getMessage().contains("build on itself"), refusal.getMessage());
        assertArrayEquals(before, Files.readAllBytes(Path.of(base.path())));
    }

    @Test
    void noRoomIsToldBeforeAndLeavesNothing() throws IOException {
        PrivateLibvirtd.needsRoot();
        Image source = random("source.raw", 16);
        Path small = Files.createDirectory(on.folder().resolve("small"));
        ImagesOnHost.run("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", small.toString());
        try {
            VirtException asked = assertThrows(VirtException.class,
                    () -> on.images().convert(source, new NewImage(small.resolve("new.qcow2").toString(), "qcow2"), Conversion.PLAIN).await());
            assertTrue(asked.getMessage().contains("bytes are free"), asked.getMessage());
            // compressed nobody can say before: random data do not become smaller
            VirtException met = assertThrows(VirtException.class, () -> on.images().convert(source,
                    new NewImage(small.resolve("new.qcow2").toString(), "qcow2"), new Conversion(true, Optional.empty())).await());
            assertTrue(met.getMessage().contains("No space left on device"), met.getMessage());
            VirtException copied = assertThrows(VirtException.class, () -> on.images().copy(source, small.resolve("copy").toString(), false).await());
            assertTrue(copied.getMessage().contains("bytes are free"), copied.getMessage());
            assertEquals(List.of(), ImagesOnHost.names(small));
        } finally {
            ImagesOnHost.run("umount", small.toString());
        }
    }

    @Test
    void roomForACommitAndForGrowingIsAskedBefore() throws IOException {
        PrivateLibvirtd.needsRoot();
        Path small = Files.createDirectory(on.folder().resolve("small"));
        ImagesOnHost.run("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", small.toString());
        try {
            Image base = new Image(small.resolve("base.qcow2").toString(), "qcow2");
            Image top = new Image(on.path("top.qcow2"), "qcow2");
            on.images().create(new NewImage(base.path(), "qcow2"), 32 * ImagesOnHost.MIB).await();
            on.images().overlay(new NewImage(top.path(), "qcow2"), base, OptionalLong.empty()).await();
            for (int i = 0; i < 12; i++) {
                ImagesOnHost.write(top, 7, i * ImagesOnHost.MIB);
            }
            byte[] before = Files.readAllBytes(Path.of(base.path()));
            VirtException commit = assertThrows(VirtException.class,
                    () -> on.images().change(top, new ImageChange.Commit(Optional.empty(), false), Optional.empty()).await());
            assertTrue(commit.getMessage().contains("bytes are free"), commit.getMessage());
            assertArrayEquals(before, Files.readAllBytes(Path.of(base.path())));
            Image raw = new Image(small.resolve("raw").toString(), "raw");
            on.images().create(new NewImage(raw.path(), "raw"), ImagesOnHost.MIB).await();
            VirtException grow = assertThrows(VirtException.class, () -> on.images().change(raw,
                    new ImageChange.Resize(32 * ImagesOnHost.MIB, false, Optional.of("falloc")), Optional.empty()).await());
            assertTrue(grow.getMessage().contains("bytes are free"), grow.getMessage());
            assertEquals(ImagesOnHost.MIB, Files.size(Path.of(raw.path())));
            on.images().change(raw, new ImageChange.Resize(32 * ImagesOnHost.MIB, false, Optional.empty()), Optional.empty()).await();
        } finally {
            ImagesOnHost.run("umount", small.toString());
        }
    }

    @Test
    void cancelledAtAnyMomentItLeavesNothing() throws Exception {
        Image source = random("source.raw", 48);
        Path there = Files.writeString(on.folder().resolve("there.qcow2"), "precious");
        NewImage target = new NewImage(there.toString(), "qcow2").replacing();
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int cancelled = 0;
        for (int i = 0; i < CANCELLATIONS; i++) {
            Job<ImageChain> job = on.images().convert(source, target, Conversion.PLAIN);
            CompletableFuture.delayedExecutor(random.nextInt(900), TimeUnit.MILLISECONDS).execute(job::cancel);
            try {
                job.await();
                // too late: it is all there
                assertTrue(on.images().compare(source, target.image(), false).await().same());
                Files.writeString(there, "precious");
            } catch (CancellationException stopped) {
                cancelled++;
                assertEquals("precious", Files.readString(there), "seed " + seed);
            }
            assertEquals(List.of("source.raw", "there.qcow2"), on.names(), "seed " + seed + ", run " + i);
        }
        assertTrue(cancelled > 0, "none was cancelled in time");
    }

    @Test
    void progressIsToldInPerCent() throws Exception {
        Image source = random("source.raw", 64);
        List<Double> told = new CopyOnWriteArrayList<>();
        JobListener listener = job -> {
            if (job.operation() == Operation.IMAGE_CONVERT) {
                job.fraction().ifPresent(told::add);
            }
        };
        on.engine().jobs().addListener(listener);
        on.images().convert(source, new NewImage(on.path("new.qcow2"), "qcow2"), Conversion.PLAIN).await();
        on.engine().jobs().removeListener(listener);
        assertTrue(told.stream().filter(each -> each > 0 && each < 1).distinct().count() >= 3, told.toString());
        assertEquals(told.stream().sorted().toList(), told);
    }

    @Test
    void aKilledQemuImgLeavesNothing() throws Exception {
        Image source = random("source.raw", 64);
        CompletableFuture<Boolean> killed = new CompletableFuture<>();
        on.engine().jobs().addListener(job -> {
            if (job.fraction().orElse(0) > 0 && job.state() == JobState.RUNNING && !killed.isDone()) {
                killed.complete(ProcessHandle.current().descendants()
                        .filter(each -> each.info().command().orElse("").endsWith("/qemu-img")).map(ProcessHandle::destroyForcibly).reduce(false, Boolean::logicalOr));
            }
        });
        VirtException failure = assertThrows(VirtException.class,
                () -> on.images().convert(source, new NewImage(on.path("new.qcow2"), "qcow2"), Conversion.PLAIN).await());
        assertTrue(killed.getNow(false));
        assertTrue(failure.getMessage().contains("was killed"), failure.getMessage());
        assertEquals(List.of("source.raw"), on.names());
    }

    @Test
    void aChangeThatHasBegunIsNotCancelled() throws Exception {
        on.images().create(new NewImage(on.path("base.qcow2"), "qcow2"), 64 * MIB).await();
        Image top = new Image(on.path("top.qcow2"), "qcow2");
        on.images().overlay(new NewImage(top.path(), "qcow2"), new Image(on.path("base.qcow2"), "qcow2"), OptionalLong.empty()).await();
        for (int i = 0; i < 32; i++) {
            ImagesOnHost.write(top, 9, i * MIB);
        }
        CompletableFuture<Boolean> cancelled = new CompletableFuture<>();
        on.engine().jobs().addListener(job -> {
            if (job.state() == JobState.CHANGING) {
                cancelled.complete(job.cancel());
            }
        });
        on.images().change(top, new ImageChange.Commit(Optional.empty(), false), Optional.empty()).await();
        assertEquals(false, cancelled.get(60, TimeUnit.SECONDS));
        ImagesOnHost.reads(new Image(on.path("base.qcow2"), "qcow2"), 9, 31 * MIB);
    }

    @Test
    void ofTwoOnOneImageNeitherSpoilsTheOther() throws Exception {
        NewImage target = new NewImage(on.path("one.qcow2"), "qcow2");
        List<Job<ImageChain>> makers = List.of(on.images().create(target, 4 * MIB), on.images().create(target, 8 * MIB));
        long made = makers.stream().filter(RealImageFaultsTest::succeeds).count();
        assertEquals(1, made);
        List<Job<ImageChain>> changes = Stream.of("a", "b", "c").map(name -> on.images().change(target.image(),
                new ImageChange.MakeSnapshot(name), Optional.empty())).toList();
        long done = changes.stream().filter(RealImageFaultsTest::succeeds).count();
        assertEquals(done, on.images().info(target.path(), Optional.of("qcow2")).await().top().snapshots().size());
        assertTrue(on.images().check(target.image()).await().sound());
        assertEquals(List.of("one.qcow2"), on.names());
    }

    private static boolean succeeds(Job<?> job) {
        try {
            job.await();
            return true;
        } catch (VirtException refused) {
            return false;
        }
    }

    private Image random(String name, int mib) throws IOException {
        byte[] block = new byte[(int) MIB];
        try (RandomAccessFile file = new RandomAccessFile(on.path(name), "rw")) {
            for (int i = 0; i < mib; i++) {
                new Random(i).nextBytes(block);
                file.write(block);
            }
        }
        return new Image(on.path(name), "raw");
    }
}
