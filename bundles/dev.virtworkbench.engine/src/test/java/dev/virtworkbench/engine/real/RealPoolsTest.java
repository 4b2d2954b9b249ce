package dev.virtworkbench.engine.real;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.errors.ErrorCode;
import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.hosts.HostListener;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.engine.jobs.JobListener;
import dev.virtworkbench.engine.libvirt.ObjectEvent;
import dev.virtworkbench.engine.storage.Existing;
import dev.virtworkbench.engine.storage.Pool;
import dev.virtworkbench.engine.storage.PoolState;
import dev.virtworkbench.engine.storage.PoolSummary;
import dev.virtworkbench.engine.storage.Volume;
import dev.virtworkbench.engine.storage.VolumeSummary;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pools and volumes on a real daemon. */
class RealPoolsTest extends OnRealHost {

    private static final long MIB = 1024 * 1024;

    @Test
    void aFolderPoolFromDefinitionToNothing() throws IOException {
        Path folder = daemon.folder().resolve("pools/life");
        Pool pool = host.pools().define(dirPool("life", folder), true).await();
        assertEquals(PoolState.INACTIVE, pool.summary().await().state());
        VirtException early = assertThrows(VirtException.class, () -> pool.start().await());
        assertTrue(early.hint().isPresent(), early.getMessage());
        pool.build(Existing.LEAVE).await();
        pool.start().await();
        pool.setAutostart(true).await();
        PoolSummary running = pool.summary().await();
        assertTrue(running.state().active() && running.autostart() && running.persistent() && running.capacity() > 0);
        assertEquals(folder.toString(), running.targetPath());
        Files.write(folder.resolve("behind its back.raw"), new byte[512]);
        assertEquals(List.of(), pool.volumes().await());
        pool.refresh().await();
        assertEquals(List.of("behind its back.raw"), pool.volumes().await().stream().map(Volume::name).toList());
        pool.volume("behind its back.raw").delete().await();
        pool.stop().await();
        pool.delete().await();
        assertFalse(Files.exists(folder));
        pool.undefine().await();
        VirtException gone = assertThrows(VirtException.class, () -> pool.start().await());
        assertEquals(ErrorCode.NO_STORAGE_POOL, gone.code());
        assertEquals("life", gone.object());
    }

    @ParameterizedTest
    @ValueSource(strings = {"with spaces", "it's \"quoted\"", "-leading-dash", "图像 池", "a&b<c>"})
    void namesAreNamesWhateverTheyLookLike(String name) throws IOException {
        Path folder = Files.createDirectories(daemon.folder().resolve("pools/names"));
        Pool pool = host.pools().createTransient(dirPool(name, folder)).await();
        try {
            assertEquals(pool, host.pools().lookup(name).await());
            Volume volume = pool.createVolume(volume(name + ".img", "raw", MIB)).await();
            assertEquals(name + ".img", volume.summary().await().name());
            assertEquals(volume, host.pools().volumeByPath(volume.summary().await().path()).await());
            Volume copy = volume.cloneAs("copy of " + name).await();
            assertEquals("copy of " + name, copy.summary().await().name());
            copy.delete().await();
            volume.delete().await();
        } finally {
            pool.stop().await();
        }
    }

    @Test
    void saysWhatIsInTheWay() throws IOException {
        Path folder = Files.createDirectories(daemon.folder().resolve("pools/taken"));
        Pool pool = host.pools().createTransient(dirPool("taken", folder)).await();
        try {
            VirtException taken = assertThrows(VirtException.class, () -> host.pools()
                    .define(dirPool("taken", folder).replace("<name>",
                            "<uuid>6b1c9a0e-0d2c-4f5b-9b3e-0c1d2e3f4a5b</uuid><name>"), true).await());
            assertEquals(ErrorCode.OPERATION_FAILED, taken.code());
            assertTrue(taken.hint().isPresent(), taken.getMessage());
            pool.createVolume(volume("one", "raw", MIB)).await();
            VirtException twice = assertThrows(VirtException.class,
                    () -> pool.createVolume(volume("one", "raw", MIB)).await());
            assertTrue(twice.hint().isPresent(), twice.getMessage());
            VirtException unread = assertThrows(VirtException.class,
                    () -> pool.createVolume("<volume><name>x</name>").await());
            assertTrue(unread.hint().isPresent(), unread.getMessage());
        } finally {
            pool.stop().await();
        }
    }

    @Test
    void volumesTellFormatSizeAndBackingFile() throws IOException {
        Pool pool = transientPool("formats");
        try {
            Volume base = pool.createVolume(volume("base.qcow2", "qcow2", 64 * MIB)).await();
            String basePath = base.summary().await().path();
            Volume child = pool.createVolume("<volume><name>child.qcow2</name><capacity>" + 64 * MIB
                    + "</capacity><target><format type='qcow2'/></target><backingStore><path>" + basePath
                    + "</path><format type='qcow2'/></backingStore></volume>").await();
            VolumeSummary summary = child.summary().await();
            assertEquals("qcow2", summary.format());
            assertEquals(basePath, summary.backing());
            assertEquals(64 * MIB, summary.capacity());
            assertEquals(List.of(summary.path()), host.domains().imageUse().await().children(basePath));
            child.grow(96 * MIB).await();
            assertEquals(96 * MIB, child.summary().await().capacity());
            assertThrows(VirtException.class, () -> child.grow(64 * MIB).await());
        } finally {
            pool.stop().await();
        }
    }

    @Test
    void whatIsUploadedComesBack() throws IOException {
        Pool pool = transientPool("transfer");
        Path from = daemon.folder().resolve("from");
        Path to = daemon.folder().resolve("to here.img");
        byte[] data = new byte[(int) (3 * MIB)];
        new java.util.Random(7).nextBytes(data);
        Files.write(from, data);
        try {
            Volume volume = pool.createVolume(volume("data", "raw", 3 * MIB)).await();
            volume.upload(from).await();
            Job<Void> download = volume.download(to, false);
            download.await();
            assertTrue(Arrays.equals(data, Files.readAllBytes(to)));
            assertEquals(1, download.fraction().orElseThrow());
            assertThrows(VirtException.class, () -> volume.download(to, false).await());
            volume.download(to, true).await();
            Files.write(from, new byte[(int) (4 * MIB)]);
            VirtException large = assertThrows(VirtException.class, () -> volume.upload(from).await());
            assertTrue(large.getMessage().contains(Long.toString(4 * MIB)), large.getMessage());
        } finally {
            pool.stop().await();
        }
    }

    @Test
    void aCancelledDownloadLeavesNothingAndACancelledUploadSaysWhatIsThere() throws Exception {
        Pool pool = transientPool("cancel");
        Path folder = Files.createDirectories(daemon.folder().resolve("cancelled"));
        Path file = folder.resolve("file");
        try {
            Volume volume = pool.createVolume(volume("large", "raw", 256 * MIB)).await();
            Job<Void> download = volume.download(file, false);
            cancelWhenUnderWay(download);
            assertThrows(java.util.concurrent.CancellationException.class, download::await);
            try (var left = Files.list(folder)) {
                assertEquals(List.of(), left.toList());
            }
            try (var out = Files.newByteChannel(file, java.nio.file.StandardOpenOption.CREATE_NEW,
                    java.nio.file.StandardOpenOption.WRITE)) {
                out.position(256 * MIB - 1).write(java.nio.ByteBuffer.wrap(new byte[1]));
            }
            Job<Void> upload = volume.upload(file);
            cancelWhenUnderWay(upload);
            VirtException broken = assertThrows(VirtException.class, upload::await);
            assertTrue(broken.getMessage().contains(Long.toString(256 * MIB)), broken.getMessage());
        } finally {
            pool.stop().await();
        }
    }

    @Test
    void aThousandVolumes() throws IOException {
        Path folder = Files.createDirectories(daemon.folder().resolve("pools/thousand"));
        for (int i = 0; i < 1000; i++) {
            Files.write(folder.resolve("volume " + i), "x".repeat(600).getBytes(StandardCharsets.US_ASCII));
        }
        Pool pool = host.pools().createTransient(dirPool("thousand", folder)).await();
        try {
            assertEquals(1000, pool.volumes().await().size());
            List<VolumeSummary> listed = pool.listedVolumes().await();
            assertTrue(listed.size() == 1000 && listed.stream().noneMatch(VolumeSummary::described));
            List<VolumeSummary> all = pool.volumeSummaries().await();
            assertEquals(1000, all.size());
            assertTrue(all.stream().allMatch(volume -> volume.described() && volume.capacity() == 600 && volume.problem().isEmpty()));
            List<VolumeSummary> few = pool.volumeSummaries(List.of("volume 7", "no such volume", "volume 42")).await();
            assertEquals(all.stream().filter(volume -> List.of("volume 7", "volume 42").contains(volume.name()))
                    .collect(Collectors.toSet()), Set.copyOf(few));
        } finally {
            pool.stop().await();
        }
    }

    @Test
    void aVolumeThatVanishesIsLeftOut() throws IOException {
        Pool pool = transientPool("vanishing");
        try {
            Volume volume = pool.createVolume(volume("here", "raw", MIB)).await();
            Path file = Path.of(volume.summary().await().path());
            pool.createVolume(volume("stays", "raw", MIB)).await();
            Files.delete(file);
            List<VolumeSummary> all = pool.volumeSummaries().await();
            assertEquals("stays", all.stream().filter(each -> each.problem().isEmpty()).findFirst().orElseThrow().name());
            assertThrows(VirtException.class, () -> volume.summary().await());
        } finally {
            pool.stop().await();
        }
    }

    @Test
    void eightThreadsOverOneConnection() throws Exception {
        Pool pool = transientPool("threads");
        try {
            List<Thread> threads = new ArrayList<>();
            BlockingQueue<Throwable> failures = new LinkedBlockingQueue<>();
            for (int i = 0; i < 8; i++) {
                int mine = i;
                threads.add(Thread.ofPlatform().start(() -> {
                    try {
                        for (int round = 0; round < 10; round++) {
                            Volume volume = pool.createVolume(volume(mine + "-" + round, "raw", 4096)).await();
                            assertEquals(mine + "-" + round, volume.summary().await().name());
                            assertThrows(VirtException.class, () -> pool.volume("none " + mine).summary().await());
                            pool.volumes().await();
                            volume.delete().await();
                        }
                    } catch (Throwable e) {
                        failures.add(e);
                    }
                }));
            }
            for (Thread thread : threads) {
                thread.join();
            }
            assertEquals(List.of(), List.copyOf(failures));
            assertEquals(List.of(), pool.volumes().await());
        } finally {
            pool.stop().await();
        }
    }

    @Test
    void tellsWhatOthersDo() throws Exception {
        BlockingQueue<String> news = new LinkedBlockingQueue<>();
        HostListener listener = new HostListener() {
            @Override
            public void objectChanged(Host changed, ObjectEvent event) {
                if (event.name().equals("theirs")) {
                    news.add(event.change().toString());
                }
            }
        };
        host.addListener(listener);
        Path xml = daemon.folder().resolve("theirs.xml");
        Files.writeString(xml, dirPool("theirs", daemon.folder().resolve("pools/theirs")));
        String virsh = daemon.uri();
        for (String[] command : new String[][] {{"pool-define", xml.toString()}, {"pool-build", "theirs"},
            {"pool-start", "theirs"}, {"pool-refresh", "theirs"}, {"pool-destroy", "theirs"}, {"pool-undefine", "theirs"}}) {
            List<String> all = new ArrayList<>(List.of("virsh", "-c", virsh));
            all.addAll(List.of(command));
            daemon.run(all.toArray(String[]::new));
        }
        for (String expected : List.of("DEFINED", "CREATED", "STARTED", "REFRESHED", "STOPPED", "UNDEFINED")) {
            assertEquals(expected, news.poll(60, TimeUnit.SECONDS));
        }
        host.removeListener(listener);
    }

    @Test
    void aFileThatChangesWhileItIsUploadedIsNoUpload() throws IOException {
        Pool pool = transientPool("changing");
        Path file = daemon.folder().resolve("cut meanwhile");
        try (RandomAccessFile contents = new RandomAccessFile(file.toFile(), "rw")) {
            contents.setLength(64 * MIB);
            Volume volume = pool.createVolume(volume("target", "raw", 64 * MIB)).await();
            JobListener cut = job -> {
                if (job.operation() == Operation.VOLUME_UPLOAD && job.fraction().orElse(0) > 0.2 && !job.state().finished()) {
                    shorten(contents, 32 * MIB);
                }
            };
            engine.jobs().addListener(cut);
            VirtException failure = assertThrows(VirtException.class, () -> volume.upload(file).await());
            engine.jobs().removeListener(cut);
            assertTrue(failure.getMessage().contains("cut meanwhile changed while it was read") && failure.hint().isPresent(),
                    failure.getMessage());
        } finally {
            pool.stop().await();
            Files.deleteIfExists(file);
        }
    }

    private static void shorten(RandomAccessFile file, long length) {
        try {
            file.setLength(length);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void cancelWhenUnderWay(Job<?> job) throws InterruptedException {
        java.util.concurrent.CountDownLatch moving = new java.util.concurrent.CountDownLatch(1);
        engine.jobs().addListener(changed -> {
            if (changed == job && changed.fraction().orElse(0) > 0) {
                moving.countDown();
                job.cancel();
            }
        });
        assertTrue(moving.await(60, TimeUnit.SECONDS) || job.state().finished());
    }

    private static Pool transientPool(String name) throws IOException {
        Path folder = Files.createDirectories(daemon.folder().resolve("pools").resolve(name));
        return host.pools().createTransient(dirPool(name, folder)).await();
    }

    static String dirPool(String name, Path folder) {
        return "<pool type='dir'><name>" + name.replace("&", "&amp;").replace("<", "&lt;") + "</name><target><path>" + folder
                + "</path></target></pool>";
    }

    static String volume(String name, String format, long capacity) {
        return "<volume><name>" + name.replace("&", "&amp;").replace("<", "&lt;") + "</name><capacity>" + capacity
                + "</capacity><target><format type='" + format + "'/></target></volume>";
    }
}
