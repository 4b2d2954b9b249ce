package dev.virtworkbench.engine.real;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.actions.Loss;
import dev.virtworkbench.engine.actions.PoolAction;
import dev.virtworkbench.engine.actions.UseCheck;
import dev.virtworkbench.engine.actions.VolumeAction;
import dev.virtworkbench.engine.domains.Domain;
import dev.virtworkbench.engine.domains.ImageUse;
import dev.virtworkbench.engine.echo.Command;
import dev.virtworkbench.engine.echo.EchoListener;
import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.hosts.Credentials;
import dev.virtworkbench.engine.hosts.Engine;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.engine.session.InTurn;
import dev.virtworkbench.engine.storage.Existing;
import dev.virtworkbench.engine.storage.Pool;
import dev.virtworkbench.engine.storage.PoolSummary;
import dev.virtworkbench.engine.storage.Volume;
import dev.virtworkbench.language.findings.Message;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What domains need is not taken from under them, also when they begin to need it after somebody has asked. */
class RealUseTest {

    private static final int MIB = 1024 * 1024;

    private PrivateLibvirtd daemon;
    private Engine engine;
    private Host host;
    private Path folder;
    private Pool pool;

    @BeforeEach
    void start() throws IOException {
        daemon = PrivateLibvirtd.start();
        engine = new Engine(Credentials.NONE);
        host = engine.add(daemon.uri());
        RealHost.connect(host);
        folder = daemon.folder().resolve("images");
        pool = host.pools().define(RealPoolsTest.dirPool("images", folder), true).await();
        pool.build(Existing.LEAVE).await();
        pool.start().await();
    }

    @AfterEach
    void stop() throws IOException {
        if (daemon != null) {
            engine.close();
            daemon.close();
        }
    }

    @Test
    void aVolumeThatADomainBeganToUseMeanwhileStaysAsItIs() throws IOException {
        Volume volume = pool.createVolume(RealPoolsTest.volume("disk.raw", "raw", MIB)).await();
        Path image = folder.resolve("disk.raw");
        byte[] contents = "what the guest has written".getBytes();
        Path file = Files.write(daemon.folder().resolve("upload"), contents);
        volume.upload(file).await();
        assertTrue(VolumeAction.DELETE.refusals(volume.summary().await(), use()).isEmpty(), "before the question");
        Domain domain = domain("guest", "file", "file='" + image + "'");
        domain.start().await();
        refused(volume, VolumeAction.DELETE, Volume::delete, "detach it first");
        refused(volume, VolumeAction.WIPE, Volume::wipe, "“While Running > Copy…” (blockcopy)");
        refused(volume, VolumeAction.GROW, each -> each.grow(2 * MIB), "grow disk vda of “guest” by “While Running > Grow…” (blockresize)");
        refused(volume, VolumeAction.UPLOAD, each -> each.upload(file), "“While Running > Copy…” (blockcopy)");
        assertEquals(MIB, Files.size(image));
        assertEquals(new String(contents), new String(Files.readAllBytes(image), 0, contents.length));
        domain.destroy().await();
        domain.undefine(Set.of()).await();
        new UseCheck(host.images()).before(VolumeAction.DELETE, volume).delete().await();
        assertFalse(Files.exists(image));
    }

    @Test
    void aVolumeThatAProgramHasOpenThatLibvirtDoesNotKnowStaysAsItIs() throws Exception {
        Volume volume = pool.createVolume(RealPoolsTest.volume("disk.qcow2", "qcow2", MIB)).await();
        Path image = folder.resolve("disk.qcow2");
        byte[] contents = Files.readAllBytes(image);
        Path file = Files.writeString(daemon.folder().resolve("upload"), "other contents");
        UseCheck check = new UseCheck(host.images());
        Process open = new ProcessBuilder("qemu-io", "-f", "qcow2", image.toString()).redirectErrorStream(true).start();
        try (OutputStream commands = open.getOutputStream()) {
            commands.write("length\n".getBytes());
            commands.flush();
            // its prompt and its answer: it has the image open
            assertEquals(10, open.getInputStream().readNBytes(10).length);
            for (Job<Void> job : List.of(check.before(VolumeAction.WIPE, volume).wipe(), check.before(VolumeAction.UPLOAD, volume).upload(file),
                    check.before(VolumeAction.DELETE, volume).delete())) {
                String refusal = assertThrows(VirtException.class, job::await).getMessage();
                assertTrue(refusal.contains("lock") && refusal.contains("end what has the image open first"), refusal);
            }
            String cut = assertThrows(VirtException.class, check.beforeShrinking(volume, MIB / 2).shrink(MIB / 2)::await).getMessage();
            assertTrue(cut.contains("lock"), cut);
            assertArrayEquals(contents, Files.readAllBytes(image));
        } finally {
            open.destroy();
            open.waitFor();
        }
        check.before(VolumeAction.DELETE, volume).delete().await();
        assertFalse(Files.exists(image));
    }

    @Test
    void whatARunningDomainWritesToIsNotCopied() {
        Volume volume = pool.createVolume(RealPoolsTest.volume("disk.raw", "raw", MIB)).await();
        Volume medium = pool.createVolume(RealPoolsTest.volume("medium.raw", "raw", MIB)).await();
        Path file = daemon.folder().resolve("downloaded");
        String xml = RealPoolsTest.volume("with its contents", "qcow2", MIB);
        Domain domain = domain("guest", "file", "file='" + folder.resolve("disk.raw") + "'");
        Domain reader = host.domains().define(RealDomainsTest.domain("reader", "<disk type='file' device='disk'><driver name='qemu' type='raw'/><source file='"
                + folder.resolve("medium.raw") + "'/><target dev='vda' bus='virtio'/><readonly/></disk>"), true).await();
        assertEquals(List.of(), VolumeAction.CLONE.refusals(volume.summary().await(), use()), "it does not run");
        domain.start().await();
        reader.start().await();
        String instead = "copy disk vda of “guest” by “While Running > Copy…” (blockcopy)";
        refused(volume, VolumeAction.CLONE, each -> each.cloneAs("clone"), instead);
        refused(volume, VolumeAction.CLONE, each -> pool.createVolume(xml, each), instead);
        refused(volume, VolumeAction.DOWNLOAD, each -> each.download(file, false), instead);
        assertFalse(Files.exists(file));
        assertEquals(Set.of(volume, medium), Set.copyOf(pool.volumes().await()));
        // what is only read stays as it is
        new UseCheck(host.images()).before(VolumeAction.CLONE, medium).cloneAs("its clone").await();
        new UseCheck(host.images()).before(VolumeAction.DOWNLOAD, medium).download(file, false).await();
        assertTrue(Files.exists(file));
        reader.destroy().await();
        domain.destroy().await();
        new UseCheck(host.images()).before(VolumeAction.CLONE, volume).cloneAs("clone").await();
    }

    private void refused(Volume volume, VolumeAction action, Function<Volume, ? extends Job<?>> work, String instead) {
        Volume checked = new UseCheck(host.images()).before(action, volume);
        VirtException refusal = assertThrows(VirtException.class, () -> work.apply(checked).await());
        assertTrue(refusal.getMessage().contains("“guest” runs with volume “disk.raw” for its disk vda"), refusal.getMessage());
        assertTrue(refusal.getMessage().contains(instead), refusal.getMessage());
    }

    @Test
    void aPoolWithDisksOfDomainsKeepsItsStorage() {
        pool.createVolume(RealPoolsTest.volume("named.raw", "raw", MIB)).await();
        pool.createVolume(RealPoolsTest.volume("by path.raw", "raw", MIB)).await();
        assertEquals(List.of(), use().pool("images"));
        Domain naming = domain("naming", "volume", "pool='images' volume='named.raw'");
        Domain byPath = domain("by path", "file", "file='" + folder.resolve("by path.raw") + "'");
        assertEquals(Set.of(new ImageUse.InPool("naming", false, "vda", true), new ImageUse.InPool("by path", false, "vda", false)),
                Set.copyOf(use().pool("images")));
        assertTrue(words(Loss.ofPoolStop(summary(), use()).orElseThrow()).contains("naming, by path"));
        UseCheck asked = check(PoolAction.STOP);
        naming.start().await();
        VirtException stop = assertThrows(VirtException.class, () -> asked.before(PoolAction.STOP, pool).stop().await());
        assertTrue(stop.getMessage().contains("“naming” runs"), stop.getMessage());
        naming.destroy().await();
        check(PoolAction.STOP).before(PoolAction.STOP, pool).stop().await();
        // now libvirt lists no volume of it any more
        VirtException delete = assertThrows(VirtException.class,
                () -> check(PoolAction.DELETE).before(PoolAction.DELETE, pool).delete().await());
        assertTrue(delete.getMessage().contains("“naming”") && delete.getMessage().contains("“by path”"), delete.getMessage());
        VirtException over = assertThrows(VirtException.class,
                () -> check(PoolAction.BUILD).before(PoolAction.BUILD, pool).build(Existing.OVERWRITE).await());
        assertTrue(over.getMessage().contains("“naming”"), over.getMessage());
        assertTrue(Files.exists(folder.resolve("by path.raw")));
        String undefine = words(Loss.ofPoolUndefine(summary(), use()));
        assertTrue(undefine.contains("naming") && !undefine.contains("by path"), undefine);
        naming.undefine(Set.of()).await();
        byPath.undefine(Set.of()).await();
        assertEquals(List.of(), PoolAction.DELETE.refusals(summary(), use()));
        assertTrue(Loss.ofPoolStop(summary(), use()).isEmpty());
    }

    @Test
    void aPoolThatImagesElsewhereBuildOnKeepsItsStorage() throws IOException {
        pool.createVolume(RealPoolsTest.volume("base.qcow2", "qcow2", MIB)).await();
        Pool other = host.pools().createTransient(RealPoolsTest.dirPool("other",
                Files.createDirectories(daemon.folder().resolve("other")))).await();
        other.createVolume("<volume><name>top.qcow2</name><capacity>" + MIB + "</capacity><target><format type='qcow2'/></target>"
                + "<backingStore><path>" + folder.resolve("base.qcow2") + "</path><format type='qcow2'/></backingStore></volume>").await();
        pool.stop().await();
        VirtException delete = assertThrows(VirtException.class,
                () -> check(PoolAction.DELETE).before(PoolAction.DELETE, pool).delete().await());
        assertTrue(delete.getMessage().contains("other/top.qcow2 builds on"), delete.getMessage());
    }

    @Test
    void whatBuildsOnAVolumeKeepsItThoughNoPoolShowsIt() throws IOException {
        Volume volume = pool.createVolume(RealPoolsTest.volume("base.qcow2", "qcow2", MIB)).await();
        Path image = folder.resolve("base.qcow2");
        Path file = Files.writeString(daemon.folder().resolve("upload"), "other contents");
        byte[] contents = Files.readAllBytes(image);
        // one beside it, since its pool was looked through; it calls it by another name
        Path link = Files.createSymbolicLink(daemon.folder().resolve("link"), folder);
        Path beside = overlay(folder.resolve("beside.qcow2"), link.resolve("base.qcow2"));
        UseCheck check = new UseCheck(host.images());
        for (Job<Void> job : List.of(check.before(VolumeAction.DELETE, volume).delete(), check.before(VolumeAction.WIPE, volume).wipe(),
                check.before(VolumeAction.UPLOAD, volume).upload(file), check.before(VolumeAction.GROW, volume).grow(2 * MIB),
                check.beforeShrinking(volume, MIB / 2).shrink(MIB / 2))) {
            keptBy(beside, job);
        }
        Files.delete(beside);
        // one where no pool is, by the disk of a domain beside it
        Path elsewhere = overlay(Files.createDirectories(daemon.folder().resolve("elsewhere")).resolve("top.qcow2"), image);
        Domain domain = domain("guest", "file", "file='" + elsewhere.resolveSibling("disk.raw") + "'");
        keptBy(elsewhere, new UseCheck(host.images()).before(VolumeAction.DELETE, volume).delete());
        pool.stop().await();
        keptBy(elsewhere, check(PoolAction.DELETE).before(PoolAction.DELETE, pool).delete());
        keptBy(elsewhere, check(PoolAction.BUILD).before(PoolAction.BUILD, pool).build(Existing.OVERWRITE));
        assertArrayEquals(contents, Files.readAllBytes(image));
        domain.undefine(Set.of()).await();
        pool.start().await();
        new UseCheck(host.images()).before(VolumeAction.DELETE, volume).delete().await();
        assertFalse(Files.exists(image));
    }

    private static void keptBy(Path child, Job<?> job) {
        String refusal = assertThrows(VirtException.class, job::await).getMessage();
        assertTrue(refusal.contains("“" + child + "” builds on") || refusal.contains(child + " builds on"), refusal);
    }

    private static Path overlay(Path overlay, Path base) throws IOException {
        LocalProgram.run("qemu-img", "create", "-q", "-f", "qcow2", "-F", "qcow2", "-b", base.toString(), overlay.toString());
        return overlay;
    }

    @Test
    void ofManyFilesOnlyThoseThatMayBuildOnOthersAreAskedAndOnlyOnce() throws IOException {
        Volume volume = pool.createVolume(RealPoolsTest.volume("base.qcow2", "qcow2", MIB)).await();
        for (int i = 0; i < 300; i++) {
            Files.writeString(folder.resolve("a raw disk\n==> " + i), "QEMU");
        }
        Files.write(folder.resolve("short"), new byte[0]);
        Path top = overlay(folder.resolve("top.qcow2"), folder.resolve("base.qcow2"));
        List<String> asked = new CopyOnWriteArrayList<>();
        engine.echo().addListener(command -> asked.addAll(command.arguments().contains("qemu-img")
                ? command.arguments().stream().filter(word -> word.startsWith(folder.toString())).toList() : List.of()));
        assertEquals(List.of(top.toString()), host.images().use().await().children(volume.summary().await().path()));
        assertEquals(Set.of(top.toString(), folder.resolve("base.qcow2").toString()), Set.copyOf(asked));
        asked.clear();
        assertEquals(List.of(top.toString()), host.images().use().await().children(folder.resolve("base.qcow2").toString()));
        assertEquals(List.of(), asked);
        LocalProgram.run("qemu-img", "rebase", "-u", "-b", "", top.toString());
        assertEquals(List.of(), host.images().use().await().children(folder.resolve("base.qcow2").toString()));
        assertEquals(List.of(top.toString()), asked);
    }

    @Test
    void ofManyVolumesThoseThatNobodyUsesGo() {
        List<Volume> volumes = IntStream.range(0, 40)
                .mapToObj(i -> pool.createVolume(RealPoolsTest.volume("disk-" + i, "raw", MIB)).await()).toList();
        domain("guest", "volume", "pool='images' volume='disk-7'");
        List<String> looks = looks();
        UseCheck check = new UseCheck(host.images());
        VirtException kept = assertThrows(VirtException.class, InTurn.start(host.session(), Operation.VOLUME_DELETE, volumes, Volume::name,
                each -> check.before(VolumeAction.DELETE, each).delete())::await);
        // one look holds for a moment, in which several of them go
        assertTrue(looks.size() < volumes.size() / 2, looks::toString);
        assertEquals("39 of 40 are done (disk-0, disk-1, disk-2, disk-3, disk-4, disk-5, disk-6, disk-8, disk-9, disk-10, …);"
                + " “disk-7” is not: Domain “guest” uses volume “disk-7” for its disk vda – instead: detach disk vda from “guest” first (“Detach…”)", kept.why().in(Locale.ENGLISH));
        assertEquals(List.of(pool.volume("disk-7")), pool.volumes().await());
    }

    @Test
    void onlyWhatMattersIsLookedThrough() throws IOException {
        pool.createVolume(RealPoolsTest.volume("base.qcow2", "qcow2", MIB)).await();
        Pool other = host.pools().createTransient(RealPoolsTest.dirPool("other",
                Files.createDirectories(daemon.folder().resolve("other")))).await();
        other.createVolume(RealPoolsTest.volume("one.raw", "raw", MIB)).await();
        other.createVolume(RealPoolsTest.volume("two.raw", "raw", MIB)).await();
        domain("guest", "volume", "pool='other' volume='one.raw'").start().await();
        List<String> looks = looks();
        Set<UUID> these = Set.of(pool.uuid());
        assertEquals(List.of(), PoolAction.STOP.refusals(summary(), PoolAction.STOP.look(host.domains(), host.images(), these).await()));
        ImageUse names = PoolAction.UNDEFINE.look(host.domains(), host.images(), these).await();
        assertEquals(Set.of(new ImageUse.InPool("guest", true, "vda", true)), Set.copyOf(names.pool("other")));
        PoolAction.DELETE.look(host.domains(), host.images(), these).await();
        assertEquals(List.of("1 domains and of 1 volumes in 1 pools", "1 domains and of 0 volumes in 0 pools",
                "1 domains and of 3 volumes in 2 pools").stream()
                .map(counts -> daemon.uri() + ": looked who uses which images: the XML of " + counts).toList(), looks);
    }

    @Test
    void aHostOfStorageAloneHasNoDomainsInTheWay() {
        pool.createVolume(RealPoolsTest.volume("disk.raw", "raw", MIB)).await();
        Host storage = engine.add(daemon.uri().replaceFirst("^qemu", "storage"));
        RealHost.connect(storage);
        assertThrows(VirtException.class, () -> storage.domains().list().await(), "it has no domains at all");
        Pool same = storage.pools().lookup("images").await();
        UseCheck check = new UseCheck(storage.images());
        check.before(VolumeAction.DELETE, same.volume("disk.raw")).delete().await();
        new UseCheck(PoolAction.STOP, storage.domains(), storage.images(), Set.of(same.uuid())).before(PoolAction.STOP, same).stop().await();
        assertFalse(Files.exists(folder.resolve("disk.raw")));
    }

    /** What will have been looked through. */
    private List<String> looks() {
        List<String> looks = new CopyOnWriteArrayList<>();
        engine.echo().addListener(new EchoListener() {
            @Override
            public void called(Command command) { }

            @Override
            public void looked(String uri, Message at) {
                looks.add(uri + ": " + at.in(Locale.ENGLISH));
            }
        });
        return looks;
    }

    private UseCheck check(PoolAction action) {
        return new UseCheck(action, host.domains(), host.images(), Set.of(pool.uuid()));
    }

    private ImageUse use() {
        return host.domains().imageUse().await();
    }

    private PoolSummary summary() {
        return pool.summary().await();
    }

    private static String words(Loss loss) {
        return loss.text().in(Locale.ENGLISH);
    }

    private Domain domain(String name, String type, String source) {
        return host.domains().define(RealDomainsTest.domain(name, "<disk type='" + type + "' device='disk'>"
                + "<driver name='qemu' type='raw'/><source " + source + "/><target dev='vda' bus='virtio'/></disk>"), true).await();
    }
}
