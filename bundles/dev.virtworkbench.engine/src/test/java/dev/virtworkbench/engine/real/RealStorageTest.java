package dev.virtworkbench.engine.real;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.virtworkbench.engine.errors.ErrorCode;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.engine.storage.Existing;
import dev.virtworkbench.engine.storage.Pool;
import dev.virtworkbench.engine.storage.Volume;
import dev.virtworkbench.engine.storage.VolumeSummary;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Pools of other types than folders, on loop devices and an iSCSI target of the test's own; copies from one pool to another. */
class RealStorageTest extends OnRealHost {

    private static final long MIB = 1024 * 1024;

    @BeforeAll
    static void start() {
        PrivateLibvirtd.needsRoot();
    }

    @Test
    void aVolumeBeginsWithTheContentsOfAnother() throws IOException {
        Pool from = host.pools().createTransient(RealPoolsTest.dirPool("from", Files.createDirectory(daemon.folder().resolve("from")))).await();
        Pool into = host.pools().createTransient(RealPoolsTest.dirPool("into", Files.createDirectory(daemon.folder().resolve("into")))).await();
        byte[] contents = new byte[(int) MIB];
        new Random(7).nextBytes(contents);
        Volume original = from.createVolume(RealPoolsTest.volume("original", "raw", MIB)).await();
        original.upload(Files.write(daemon.folder().resolve("contents"), contents)).await();
        Volume other = into.createVolume(RealPoolsTest.volume("other.qcow2", "qcow2", 2 * MIB), original).await();
        assertEquals("qcow2", other.summary().await().format());
        Volume back = from.createVolume(RealPoolsTest.volume("back", "raw", 2 * MIB), other).await();
        byte[] read = Files.readAllBytes(Path.of(back.summary().await().path()));
        assertArrayEquals(contents, Arrays.copyOf(read, contents.length));
        from.stop().await();
        into.stop().await();
    }

    @Test
    void aDiskPool() throws IOException {
        String device = loop("disk.img");
        Pool pool = host.pools().define("<pool type='disk'><name>disk</name><source><device path='" + device
                + "'/><format type='gpt'/></source><target><path>/dev</path></target></pool>", true).await();
        pool.build(Existing.OVERWRITE).await();
        pool.start().await();
        assertEquals("disk", pool.summary().await().type());
        assertEquals(0, pool.volumes().await().size());
        pool.stop().await();
        pool.undefine().await();
    }

    @Test
    void anIscsiPoolWithoutTheHostsInitiator() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/usr/sbin/tgtd")), "tgtd is not installed");
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        // tgtd takes numbers up to 32767 there; a free port is above
        String control = Integer.toString(port & 0x7fff);
        String name = "iqn.2026-01.dev.virtworkbench:test";
        daemon.run("mkdir", "-p", "/run/tgtd");
        Process target = daemon.launch("tgtd", "-f", "-C", control, "--iscsi", "portal=127.0.0.1:" + port);
        awaitPort(port, target);
        Path image = file("lun.img");
        daemon.run("tgtadm", "-C", control, "--lld", "iscsi", "--op", "new", "--mode", "target", "--tid", "1", "-T", name);
        daemon.run("tgtadm", "-C", control, "--lld", "iscsi", "--op", "new", "--mode", "logicalunit", "--tid", "1",
                "--lun", "1", "-b", image.toString());
        daemon.run("tgtadm", "-C", control, "--lld", "iscsi", "--op", "bind", "--mode", "target", "--tid", "1", "-I", "ALL");
        Pool pool = host.pools().define("<pool type='iscsi-direct'><name>iscsi</name><source><host name='127.0.0.1' port='"
                + port + "'/><device path='" + name + "'/><initiator><iqn name='iqn.2026-01.dev.virtworkbench:client'/>"
                + "</initiator></source></pool>", true).await();
        pool.start().await();
        // LUN 0 is the target itself
        Volume volume = pool.volume("unit:0:0:1");
        // libvirt 9.0.0 takes the number of the last block for how many there are
        long lacking = 64 * MIB - volume.summary().await().capacity();
        assertTrue(lacking == 0 || lacking == 512, lacking + " bytes");
        assertEquals("network", volume.summary().await().type());
        pool.stop().await();
        pool.undefine().await();
        target.destroy();
    }

    @Test
    void aVolumeIsMadeOfAnotherWithAnotherFormatInAnotherPool() throws IOException {
        Pool from = folder("originals");
        Pool to = folder("made of them");
        byte[] data = new byte[(int) (2 * MIB)];
        new Random(11).nextBytes(data);
        Path file = Files.write(daemon.folder().resolve("original"), data);
        List<String> told = new CopyOnWriteArrayList<>();
        try {
            Volume original = from.createVolume(RealPoolsTest.volume("raw one", "raw", 2 * MIB)).await();
            original.upload(file).await();
            engine.echo().addListener(command -> told.add(command.shell()));
            Volume made = to.createVolume(RealPoolsTest.volume("made.qcow2", "qcow2", 2 * MIB), original).await();
            assertEquals(List.of("virsh -c '" + daemon.uri() + "' vol-create-from 'made of them' made.qcow2.xml 'raw one' originals"), told);
            assertEquals(to.volume("made.qcow2"), made);
            VolumeSummary summary = made.summary().await();
            assertEquals("qcow2", summary.format());
            assertEquals(2 * MIB, summary.capacity());
            assertEquals("", summary.backing(), "it is a copy");
            Path back = daemon.folder().resolve("back.raw");
            daemon.run("qemu-img", "convert", "-f", "qcow2", "-O", "raw", summary.path(), back.toString());
            assertArrayEquals(data, Files.readAllBytes(back));

            Job<Volume> without = to.createVolume(RealPoolsTest.volume("of nothing", "raw", MIB), from.volume("not there"));
            VirtException missing = assertThrows(VirtException.class, without::await);
            assertEquals(ErrorCode.NO_STORAGE_VOL, missing.code(), missing.getMessage());
            assertEquals(List.of(made), to.volumes().await());
        } finally {
            from.stop().await();
            to.stop().await();
        }
    }

    private static Pool folder(String name) throws IOException {
        Path folder = Files.createDirectories(daemon.folder().resolve(name));
        return host.pools().createTransient(RealPoolsTest.dirPool(name, folder)).await();
    }

    private static void awaitPort(int port, Process target) {
        while (target.isAlive()) {
            try (Socket probe = new Socket()) {
                probe.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
                return;
            } catch (IOException notYet) {
                Thread.onSpinWait();
            }
        }
        throw new AssertionError("tgtd ended with " + target.exitValue());
    }

    private static String loop(String name) throws IOException {
        return daemon.run("losetup", "--find", "--show", file(name).toString()).strip();
    }

    private static Path file(String name) throws IOException {
        Path file = daemon.folder().resolve(name);
        try (RandomAccessFile image = new RandomAccessFile(file.toFile(), "rw")) {
            image.setLength(64 * MIB);
        }
        return file;
    }
}
