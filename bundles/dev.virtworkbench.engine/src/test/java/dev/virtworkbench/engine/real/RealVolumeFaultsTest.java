package dev.virtworkbench.engine.real;

import static dev.virtworkbench.engine.real.ImagesOnHost.MIB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.drafts.PoolDraft;
import dev.virtworkbench.engine.drafts.PoolField;
import dev.virtworkbench.engine.drafts.PoolType;
import dev.virtworkbench.engine.drafts.VolumeDraft;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.hosts.HostState;
import dev.virtworkbench.engine.images.Image;
import dev.virtworkbench.engine.images.ImageChange;
import dev.virtworkbench.engine.images.NewImage;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.engine.jobs.JobListener;
import dev.virtworkbench.engine.jobs.JobState;
import dev.virtworkbench.engine.storage.Pool;
import dev.virtworkbench.engine.storage.Volume;
import dev.virtworkbench.engine.storage.VolumeSummary;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever goes wrong with a volume: no half-written file, no lost one, no wrong one; and where a volume is left half written, that is said. */
@Timeout(600)
class RealVolumeFaultsTest extends PoolOfFiles {

    private static final int CANCELLATIONS = 50;

    @Test
    void aDaemonThatDiesInAnUploadIsToldWithWhatBecameOfTheVolume() throws IOException {
        Volume volume = pool.createVolume(RealPoolsTest.volume("large", "raw", 256 * MIB)).await();
        pool.createVolume(RealPoolsTest.volume("other", "raw", MIB)).await();
        Path file = random("file", 256);
        Manifest before = Manifest.of(on.folder());
        VirtException failure = whileUnderWay(volume.upload(file), RealVolumeFaultsTest::killDaemon).orElseThrow();
        assertTrue(failure.hint().orElseThrow().toString().contains("upload.failed.hint"), failure.getMessage());
        assertTrue(failure.getMessage().contains(Long.toString(256 * MIB)) && failure.getMessage().contains("not consistent"), failure.getMessage());
        assertTrue(Set.of("pool/large").containsAll(Manifest.of(on.folder()).differingFrom(before)));
        comeBack();
        volume.upload(file).await();
        assertEquals(-1, Files.mismatch(file, folder.resolve("large")));
    }

    @Test
    void aDaemonThatDiesInADownloadLeavesNothing() throws IOException {
        Volume volume = pool.createVolume(RealPoolsTest.volume("large", "raw", 256 * MIB)).await();
        Files.copy(random("file", 256), folder.resolve("large"), StandardCopyOption.REPLACE_EXISTING);
        Path there = Files.writeString(here.resolve("there"), "precious");
        Manifest before = Manifest.of(on.folder());
        assertTrue(whileUnderWay(volume.download(there, true), RealVolumeFaultsTest::killDaemon).isPresent());
        assertEquals(Set.of(), Manifest.of(on.folder()).differingFrom(before));
        comeBack();
        volume.download(there, true).await();
        assertEquals(-1, Files.mismatch(there, folder.resolve("large")));
    }

    @Test
    void downloadsCancelledAtAnyMomentLeaveWhatWasThere() throws IOException {
        Files.copy(random("file", 32), folder.resolve("volume"));
        pool.refresh().await();
        Path there = Files.writeString(here.resolve("there"), "precious");
        Volume volume = pool.volume("volume");
        Manifest before = Manifest.of(on.folder());
        long seed = System.nanoTime();
        System.out.println("downloads are cancelled with seed " + seed);
        Random random = new Random(seed);
        int cancelled = 0;
        for (int i = 0; i < CANCELLATIONS; i++) {
            Job<Void> job = volume.download(there, true);
            CompletableFuture.delayedExecutor(random.nextInt(80_000), TimeUnit.MICROSECONDS).execute(job::cancel);
            try {
                job.await();
                assertEquals(-1, Files.mismatch(there, folder.resolve("volume")), "seed " + seed);
                Files.writeString(there, "precious");
            } catch (CancellationException stopped) {
                cancelled++;
            }
            assertEquals(Set.of(), Manifest.of(on.folder()).differingFrom(before), "seed " + seed + ", run " + i);
        }
        assertTrue(cancelled > 0, "none was cancelled in time");
    }

    @Test
    void whatADownloadReplacesHandsDownItsPlaceAndRights() throws IOException {
        Volume volume = pool.createVolume(RealPoolsTest.volume("volume", "raw", MIB)).await();
        Path old = Files.writeString(here.resolve("old"), "old");
        Files.setPosixFilePermissions(old, PosixFilePermissions.fromString("rw-rw----"));
        Path link = Files.createSymbolicLink(here.resolve("link"), Path.of("old"));
        volume.download(link, true).await();
        assertTrue(Files.isSymbolicLink(link));
        assertEquals(MIB, Files.size(old));
        assertEquals("rw-rw----", PosixFilePermissions.toString(Files.getPosixFilePermissions(old)));
        Path made = here.resolve("new");
        volume.download(made, false).await();
        Path plain = Files.writeString(here.resolve("plain"), "");
        assertEquals(Files.getPosixFilePermissions(plain), Files.getPosixFilePermissions(made));
        Path sub = Files.createDirectory(here.resolve("folder"));
        Path nowhere = Files.createSymbolicLink(here.resolve("nowhere"), Path.of("not here"));
        Manifest before = Manifest.of(on.folder());
        for (boolean replace : List.of(false, true)) {
            assertThrows(VirtException.class, () -> volume.download(sub, replace).await());
        }
        assertThrows(VirtException.class, () -> volume.download(nowhere, false).await());
        assertThrows(VirtException.class, () -> volume.download(here.resolve("no folder/new"), false).await());
        assertEquals(Set.of(), Manifest.of(on.folder()).differingFrom(before));
    }

    @Test
    void ofTwoDownloadsToOnePlaceOneIsRefused() throws IOException {
        Files.write(folder.resolve("a"), new byte[(int) (8 * MIB)]);
        byte[] ones = new byte[(int) (8 * MIB)];
        Arrays.fill(ones, (byte) 1);
        Files.write(folder.resolve("b"), ones);
        pool.refresh().await();
        for (int i = 0; i < 10; i++) {
            Path place = here.resolve("place " + i);
            List<Job<Void>> jobs = List.of(pool.volume("a").download(place, false), pool.volume("b").download(place, false));
            List<Boolean> done = jobs.stream().map(RealVolumeFaultsTest::succeeds).toList();
            assertEquals(1, done.stream().filter(each -> each).count());
            assertEquals(-1, Files.mismatch(place, folder.resolve(done.getFirst() ? "a" : "b")));
        }
        assertEquals(10, ImagesOnHost.names(here).size());
    }

    @Test
    void ofTwoThatWriteToOneVolumeOneIsRefused() throws IOException {
        Volume volume = pool.createVolume(RealPoolsTest.volume("volume", "raw", 32 * MIB)).await();
        Path zeros = Files.write(here.resolve("zeros"), new byte[(int) (32 * MIB)]);
        Path data = random("data", 32);
        List<Boolean> done = new CopyOnWriteArrayList<>();
        Optional<VirtException> failure = whileUnderWay(volume.upload(data), () -> {
            Volume same = pool.volume("volume");
            Stream.<Job<Void>>of(same.upload(zeros), same.wipe(), same.delete(), same.grow(64 * MIB)).map(RealVolumeFaultsTest::succeeds).forEach(done::add);
        });
        assertEquals(Optional.empty(), failure);
        assertEquals(List.of(false, false, false, false), done);
        assertEquals(-1, Files.mismatch(data, folder.resolve("volume")));
        volume.upload(zeros).await();
        assertEquals(-1, Files.mismatch(zeros, folder.resolve("volume")));
    }

    @Test
    void ofLibvirtAndAProgramThatWriteToOneImageTheSecondIsRefused() throws IOException {
        Volume volume = pool.createVolume(RealPoolsTest.volume("volume", "raw", 32 * MIB)).await();
        Image image = new Image(folder.resolve("volume").toString(), "raw");
        Image link = new Image(Files.createSymbolicLink(here.resolve("link"), folder.resolve("volume")).toString(), "raw");
        Image top = new Image(here.resolve("top").toString(), "qcow2");
        on.images().overlay(new NewImage(top.path(), "qcow2"), image, OptionalLong.empty()).await();
        ImageChange larger = new ImageChange.Resize(64 * MIB, false, Optional.empty());
        Path data = random("data", 32);
        List<String> refused = new CopyOnWriteArrayList<>();
        Optional<VirtException> failure = whileUnderWay(volume.upload(data), () -> Stream.<Job<?>>of(on.images().change(image, larger, Optional.empty()),
                on.images().change(link, larger, Optional.empty()), on.images().create(new NewImage(link.path(), "raw").replacing(), MIB),
                on.images().change(top, new ImageChange.Commit(Optional.empty(), false), Optional.empty())).map(RealVolumeFaultsTest::refusal).forEach(refused::add));
        assertEquals(Optional.empty(), failure);
        assertEquals(List.of("busy", "busy", "busy", "busy.other"), refused);
        assertEquals(-1, Files.mismatch(data, folder.resolve("volume")));
        Files.delete(Path.of(top.path()));
        refused.clear();
        failure = whileUnderWay(on.images().change(link, larger, Optional.empty()), job -> job.state() == JobState.CHANGING, () ->
                Stream.<Job<?>>of(volume.upload(data), volume.wipe(), volume.delete(), volume.grow(128 * MIB)).map(RealVolumeFaultsTest::refusal).forEach(refused::add));
        assertEquals(Optional.empty(), failure);
        assertEquals(List.of("busy", "busy", "busy", "busy"), refused);
        assertEquals(64 * MIB, Files.size(folder.resolve("volume")));
        volume.delete().await();
        assertFalse(Files.exists(folder.resolve("volume")));
    }

    @Test
    void holesStayHoles() throws IOException {
        try (RandomAccessFile sparse = new RandomAccessFile(folder.resolve("sparse").toFile(), "rw")) {
            sparse.seek(100 * MIB);
            sparse.write("data".getBytes());
            sparse.setLength(300 * MIB + 17);
        }
        Files.write(folder.resolve("empty"), new byte[0]);
        pool.refresh().await();
        for (String name : List.of("sparse", "empty")) {
            Job<Void> download = pool.volume(name).download(here.resolve(name), false);
            download.await();
            assertEquals(-1, Files.mismatch(here.resolve(name), folder.resolve(name)), name);
        }
        assertTrue(onDisk(here.resolve("sparse")) < 4 * MIB);
    }

    @Test
    void noRoomIsToldAndLeavesNothing() throws IOException {
        PrivateLibvirtd.needsRoot();
        Files.copy(random("file", 16), folder.resolve("large"));
        pool.refresh().await();
        Path small = Files.createDirectory(here.resolve("small"));
        ImagesOnHost.run("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", small.toString());
        try {
            VirtException asked = assertThrows(VirtException.class, () -> pool.volume("large").download(small.resolve("new"), false).await());
            assertTrue(asked.getMessage().contains("bytes are free"), asked.getMessage());
            ImagesOnHost.run("mount", "-o", "remount,ro", small.toString());
            VirtException met = assertThrows(VirtException.class, () -> pool.volume("large").download(small.resolve("new"), false).await());
            assertTrue(met.hint().isPresent(), met.getMessage());
            assertEquals(List.of(), ImagesOnHost.names(small));
        } finally {
            ImagesOnHost.run("umount", small.toString());
        }
    }

    static List<String> names() {
        return Stream.concat(RealImageNamesTest.names().stream(), Stream.of("a\rb", "a\tb", "<b>&amp;'\"", ".hidden", "ends with blank ")).toList();
    }

    /** What libvirt does not take for a name it refuses; then nothing has become another. */
    @ParameterizedTest
    @MethodSource("names")
    void everyCallTakesANameForNothingElse(String name) throws IOException {
        Path place = Files.createDirectory(on.folder().resolve(name));
        for (String other : List.of(name.strip(), name.replaceAll("[\r\n\t]", " "), name.split("[,:\n=]", 2)[0], "other")) {
            if (!other.equals(name) && !other.isEmpty()) {
                Files.writeString(place.resolve(other), "precious");
            }
        }
        Manifest before = Manifest.of(on.folder());
        PoolDraft draft = new PoolDraft("of that name", PoolType.DIR, Map.of(PoolField.TARGET, place.toString()));
        Pool named = on.host().pools().createTransient(draft.xml().replace(place.toString().strip(), escaped(place.toString()))).await();
        try {
            assertEquals(asRead(place.toString()), asRead(named.summary().await().targetPath()));
            use(named, place, name, before);
        } finally {
            named.stop().await();
        }
        assertEquals(Set.of(), Manifest.of(on.folder()).differingFrom(before));
    }

    private void use(Pool named, Path place, String name, Manifest before) throws IOException {
        Path file = place.resolve(name);
        String relative = on.folder().relativize(file).toString();
        ImagesOnHost.run("qemu-img", "create", "-q", "-f", "qcow2", "--", file.toString(), "1M");
        named.refresh().await();
        Volume volume = named.volume(name);
        VolumeSummary summary = named.volumeSummaries().await().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
        assertEquals("qcow2", summary.format());
        volume.grow(2 * MIB).await();
        Path downloaded = here.resolve(name);
        volume.download(downloaded, false).await();
        assertEquals(-1, Files.mismatch(file, downloaded));
        volume.wipe().await();
        volume.upload(downloaded).await();
        // overwritten were as many bytes as it takes on disk: what is behind the image's end is no matter
        assertTrue(Set.of(-1L, Files.size(downloaded)).contains(Files.mismatch(file, downloaded)));
        Files.delete(downloaded);
        named.createVolume(new VolumeDraft("its overlay", "qcow2", 2 * MIB, false,
                Optional.of(new VolumeDraft.Backing(file.toString(), "qcow2"))).xml()).await();
        assertEquals(Set.of(relative, on.folder().relativize(place.resolve("its overlay")).toString()), Manifest.of(on.folder()).differingFrom(before));
        named.volume("its overlay").delete().await();
        Volume copy = volume.cloneAs("its clone").await();
        volume.delete().await();
        assertFalse(Files.exists(file));
        try {
            Volume again = copy.cloneAs(name).await();
            assertTrue(Files.exists(file));
            assertEquals(name, again.name());
            again.delete().await();
        } catch (VirtException refused) {
            assertTrue(name.contains("\n") || name.contains("\r"), refused.getMessage());
        }
        copy.delete().await();
    }

    /** A document says of a line break only that there is one. */
    private static String asRead(String path) {
        return path.replace("\r\n", "\n").replace('\r', '\n');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\r", "&#13;");
    }

    private static long onDisk(Path file) throws IOException {
        return Long.parseLong(ImagesOnHost.run("stat", "-c", "%b", "--", file.toString()).strip()) * 512;
    }

    private static boolean succeeds(Job<?> job) {
        try {
            job.await();
            return true;
        } catch (VirtException refused) {
            return false;
        }
    }

    /** Why the job was refused, by the text's key. */
    private static String refusal(Job<?> job) {
        return assertThrows(VirtException.class, job::await).why().key();
    }

    private Path random(String name, int mib) throws IOException {
        byte[] block = new byte[(int) MIB];
        Path file = here.resolve(name);
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            for (int i = 0; i < mib; i++) {
                new Random(i).nextBytes(block);
                out.write(block);
            }
        }
        return file;
    }

    /** Does that once when the job has done a part of its work. @return how the job failed, if it did */
    private static Optional<VirtException> whileUnderWay(Job<Void> job, Runnable fault) {
        return whileUnderWay(job, changed -> changed.state() == JobState.RUNNING && changed.fraction().orElse(0) > 0.1, fault);
    }

    private static Optional<VirtException> whileUnderWay(Job<?> job, Predicate<Job<?>> moment, Runnable fault) {
        AtomicBoolean done = new AtomicBoolean();
        JobListener listener = changed -> {
            if (changed == job && moment.test(changed) && done.compareAndSet(false, true)) {
                fault.run();
            }
        };
        on.engine().jobs().addListener(listener);
        try {
            job.await();
            return Optional.empty();
        } catch (VirtException failure) {
            return Optional.of(failure);
        } finally {
            on.engine().jobs().removeListener(listener);
            assertTrue(done.get());
        }
    }

    private static void killDaemon() {
        try {
            on.daemon().kill();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void comeBack() throws IOException {
        on.daemon().restart();
        on.host().connect();
        RealHost.await(on.host(), HostState.CONNECTED);
        if (!pool.summary().await().state().active()) {
            pool.start().await();
        }
        pool.refresh().await();
    }
}
