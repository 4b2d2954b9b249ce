package dev.virtworkbench.engine.real;

import static dev.virtworkbench.engine.real.ImagesOnHost.MIB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.images.Conversion;
import dev.virtworkbench.engine.images.Image;
import dev.virtworkbench.engine.images.ImageChange;
import dev.virtworkbench.engine.images.NewImage;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.engine.jobs.JobListener;
import dev.virtworkbench.engine.jobs.JobState;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Changes in place that do not come to their end, and several at once: what a guest reads is never another than before or after. */
@Timeout(600)
class RealBrokenChangesTest {

    private static final int CANCELLATIONS = 50;
    private static final int KILLS = 6;
    /** A quick machine may be done before the blow falls, however often. */
    private static final int MOST_KILLS = 40;
    /** So many MiB that there is something to be in the midst of. */
    private static final int LARGE = 64;
    private static final int SMALL = 16;

    @RegisterExtension
    static final ImagesOnHost on = new ImagesOnHost();

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private Image base;
    private Image top;
    private Image reference;

    /** An image with data of its own on one with others, and what a guest reads of it. @param mib size of both; most of the upper one is its own */
    private void make(int mib) throws IOException {
        base = new Image(on.path("base.qcow2"), "qcow2");
        top = new Image(on.path("top.qcow2"), "qcow2");
        reference = new Image(on.path("reference.raw"), "raw");
        on.images().create(new NewImage(base.path(), "qcow2"), mib * MIB).await();
        ImagesOnHost.run("qemu-io", "-f", "qcow2", "-c", "write -P 1 0 " + mib + "M", "--", base.path());
        on.images().overlay(new NewImage(top.path(), "qcow2"), base, OptionalLong.empty()).await();
        write(mib);
        on.images().convert(top, new NewImage(reference.path(), "raw"), Conversion.PLAIN).await();
        System.out.println("faults come with seed " + seed);
    }

    private void write(int mib) throws IOException {
        ImagesOnHost.run("qemu-io", "-f", "qcow2", "-c", "write -P 2 " + mib / 8 + "M " + mib * 3 / 4 + "M", "--", top.path());
    }

    @Test
    void aKilledCommitIsDoneAgain() throws IOException {
        make(LARGE);
        int killed = 0;
        for (int i = 0; i < KILLS || killed == 0 && i < MOST_KILLS; i++) {
            write(LARGE);
            killed += killed(new ImageChange.Commit(Optional.empty(), false)) ? 1 : 0;
            assertTrue(on.images().compare(top, reference, false).await().same(), "seed " + seed);
            if (!on.images().check(top).await().sound()) {
                // killed while it was emptied, which begins when all of it is below
                on.images().change(top, new ImageChange.Repair(false), Optional.empty()).await();
            }
            same();
            on.images().change(top, new ImageChange.Commit(Optional.empty(), false), Optional.empty()).await();
            same();
            assertTrue(on.images().compare(base, reference, false).await().same(), "seed " + seed);
        }
        assertTrue(killed > 0, "none was killed in time");
    }

    @Test
    void aKilledRebaseLeavesTheImageOnWhatItWas() throws IOException {
        make(LARGE);
        int killed = 0;
        for (int i = 0; i < KILLS || killed == 0 && i < MOST_KILLS; i++) {
            Path kept = Files.copy(Path.of(top.path()), Path.of(on.path("kept")), StandardCopyOption.REPLACE_EXISTING);
            killed += killed(new ImageChange.Rebase(Optional.empty(), false)) ? 1 : 0;
            same();
            on.images().change(top, new ImageChange.Rebase(Optional.empty(), false), Optional.empty()).await();
            same();
            Files.copy(kept, Path.of(top.path()), StandardCopyOption.REPLACE_EXISTING);
        }
        assertTrue(killed > 0, "none was killed in time");
    }

    @Test
    void aRebaseWithoutRoomLeavesTheImageAsItWas() throws IOException {
        PrivateLibvirtd.needsRoot();
        make(LARGE);
        Path small = Files.createDirectory(on.folder().resolve("small"));
        ImagesOnHost.run("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", small.toString());
        try {
            Image over = new Image(small.resolve("over.qcow2").toString(), "qcow2");
            on.images().overlay(new NewImage(over.path(), "qcow2"), top, OptionalLong.empty()).await();
            VirtException failure = assertThrows(VirtException.class,
                    () -> on.images().change(over, new ImageChange.Rebase(Optional.empty(), false), Optional.empty()).await());
            assertTrue(failure.getMessage().contains("No space left on device") && failure.getMessage().contains("reads as before"),
                    failure.getMessage());
            assertTrue(on.images().compare(over, reference, false).await().same());
            assertTrue(on.images().check(over).await().sound());
        } finally {
            ImagesOnHost.run("umount", small.toString());
        }
    }

    @Test
    void changesCancelledAtAnyMomentAreDoneOrNotBegun() throws IOException {
        make(SMALL);
        int cancelled = 0;
        int changed = 0;
        // the first is not cancelled; the last that was not tells within what time the next may be
        long took = 0;
        Manifest before = Manifest.of(on.folder());
        for (int i = 0; i <= CANCELLATIONS; i++) {
            String copy = on.path("copy");
            long begun = System.nanoTime();
            Job<?> job = on.images().change(top, new ImageChange.MakeSnapshot("s" + i), Optional.of(copy));
            if (took > 0) {
                CompletableFuture.delayedExecutor(random.nextLong(took), TimeUnit.NANOSECONDS).execute(job::cancel);
            }
            Manifest after;
            try {
                job.await();
                took = System.nanoTime() - begun;
                changed++;
                assertEquals(changed, on.images().info(top.path(), Optional.of("qcow2")).await().top().snapshots().size(), "seed " + seed);
                Files.delete(Path.of(copy));
                after = Manifest.of(on.folder());
                assertEquals(Set.of("top.qcow2"), after.differingFrom(before), "seed " + seed);
            } catch (CancellationException stopped) {
                cancelled++;
                // a copy is there as a whole or not at all
                assertTrue(!Files.exists(Path.of(copy)) || Files.mismatch(Path.of(copy), Path.of(top.path())) < 0, "seed " + seed);
                Files.deleteIfExists(Path.of(copy));
                after = Manifest.of(on.folder());
                assertEquals(Set.of(), after.differingFrom(before), "seed " + seed);
            }
            before = after;
        }
        same();
        assertTrue(cancelled > 0, "none was cancelled in time");
    }

    @Test
    void severalAtOnceAreRefusedOrRight() throws IOException {
        make(LARGE);
        for (int i = 0; i < 4; i++) {
            String suffix = Integer.toString(i);
            List<Job<?>> jobs = List.of(on.images().change(top, new ImageChange.Commit(Optional.empty(), true), Optional.empty()),
                    on.images().convert(top, new NewImage(on.path("converted" + suffix), "qcow2"), Conversion.PLAIN),
                    on.images().change(top, new ImageChange.Resize((80 + i) * MIB, false, Optional.empty()), Optional.empty()),
                    on.images().copy(top, on.path("copied" + suffix), false),
                    on.images().convert(reference, new NewImage(on.path("converted" + suffix), "qcow2"), Conversion.PLAIN));
            List<Boolean> done = jobs.stream().map(RealBrokenChangesTest::succeeds).toList();
            assertTrue(done.contains(true));
            for (String name : List.of("converted" + suffix, "copied" + suffix)) {
                if (Files.exists(Path.of(on.path(name)))) {
                    Image made = new Image(on.path(name), "qcow2");
                    assertTrue(on.images().check(made).await().sound(), name);
                    assertTrue(on.images().compare(made, reference, false).await().same(), name);
                }
            }
            assertTrue(done.get(1) != done.get(4) || !done.get(1), "both were written to one place");
            same();
        }
    }

    @Test
    void whatSomebodyWritesToIsNotCopied() throws Exception {
        make(LARGE);
        Manifest before = Manifest.of(on.folder());
        Process open = new ProcessBuilder("qemu-io", "-f", "qcow2", top.path()).redirectErrorStream(true).start();
        try (OutputStream commands = open.getOutputStream()) {
            commands.write("length\n".getBytes(StandardCharsets.US_ASCII));
            commands.flush();
            // its prompt and its answer: it has the image open
            assertEquals(10, open.getInputStream().readNBytes(10).length);
            VirtException refused = assertThrows(VirtException.class, () -> on.images().copy(top, on.path("copy"), false).await());
            assertTrue(refused.getMessage().contains("lock"), refused.getMessage());
        } finally {
            open.destroy();
            open.waitFor();
        }
        // somebody who knows nothing of locks writes what is there already
        Process writer = new ProcessBuilder("sh", "-c", "while printf '\\002' | dd of=\"$1\" bs=1 seek=9M conv=notrunc status=none; do echo; done", "sh",
                reference.path()).redirectErrorStream(true).start();
        try {
            assertEquals('\n', writer.getInputStream().read());
            VirtException refused = assertThrows(VirtException.class, () -> on.images().copy(reference, on.path("copy"), false).await());
            assertTrue(refused.getMessage().contains("written to while"), refused.getMessage());
        } finally {
            writer.destroy();
            writer.waitFor();
        }
        assertEquals(Set.of(), Manifest.of(on.folder()).differingFrom(before));
    }

    private void same() {
        assertTrue(on.images().check(top).await().sound(), "seed " + seed);
        assertTrue(on.images().compare(top, reference, false).await().same(), "seed " + seed);
    }

    /** Kills qemu-img when it has done a share of the change. @return whether that was in time */
    private boolean killed(ImageChange change) {
        double share = random.nextDouble(0.05, 1);
        AtomicBoolean killed = new AtomicBoolean();
        JobListener killer = job -> {
            if (job.state() == JobState.CHANGING && job.fraction().orElse(0) > share && !killed.get()) {
                ProcessHandle.current().descendants().filter(each -> each.info().command().orElse("").endsWith("/qemu-img"))
                        .forEach(each -> killed.compareAndSet(false, each.destroyForcibly()));
            }
        };
        on.engine().jobs().addListener(killer);
        try {
            on.images().change(top, change, Optional.empty()).await();
            return false;
        } catch (VirtException failure) {
            assertTrue(killed.get() && failure.getMessage().contains("was killed"), failure.getMessage());
            assertTrue(failure.hint().isPresent(), failure.getMessage());
            return true;
        } finally {
            on.engine().jobs().removeListener(killer);
        }
    }

    private static boolean succeeds(Job<?> job) {
        try {
            job.await();
            return true;
        } catch (VirtException refused) {
            return false;
        }
    }
}
