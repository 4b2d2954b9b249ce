package dev.virtworkbench.engine.real;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.actions.PoolAction;
import dev.virtworkbench.engine.actions.UseCheck;
import dev.virtworkbench.engine.domains.Domain;
import dev.virtworkbench.engine.drafts.DiskDraft;
import dev.virtworkbench.engine.drafts.PoolDraft;
import dev.virtworkbench.engine.drafts.PoolField;
import dev.virtworkbench.engine.drafts.PoolType;
import dev.virtworkbench.engine.errors.ErrorCode;
import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.hosts.HostListener;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.engine.libvirt.ObjectEvent;
import dev.virtworkbench.engine.secrets.SecretSummary;
import dev.virtworkbench.engine.storage.Existing;
import dev.virtworkbench.engine.storage.NewPool;
import dev.virtworkbench.engine.storage.PartitionTable;
import dev.virtworkbench.engine.storage.PartitionTable.Area;
import dev.virtworkbench.engine.storage.Pool;
import dev.virtworkbench.engine.storage.PoolAbilities;
import dev.virtworkbench.engine.storage.PoolSource;
import dev.virtworkbench.engine.storage.Volume;
import dev.virtworkbench.engine.storage.VolumeSummary;
import dev.virtworkbench.language.syntax.TextEdit;
import dev.virtworkbench.language.syntax.XmlTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The types of pool that need a kernel with NFS, iSCSI, SCSI and multipath, or disks that may be partitioned. */
class RealPoolTypesTest {

    private static final long MIB = ImagesOnHost.MIB;
    private static final String OPEN = "iqn.2026-11.dev.virtworkbench:open";
    private static final String CLOSED = "iqn.2026-11.dev.virtworkbench:closed";

    private StorageMachine machine;

    @TempDir
    private Path folder;

    @BeforeEach
    void begin() throws IOException {
        machine = StorageMachine.get();
    }

    @AfterEach
    void clear() throws IOException {
        if (machine != null) {
            machine.clear();
        }
    }

    private Pool pool(PoolDraft draft, Optional<Existing> build) {
        return machine.host().pools().make(new NewPool(draft.xml(), true, build, true, false)).await();
    }

    private static PoolDraft draft(PoolType type, Object... fields) {
        Map<PoolField, String> values = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            values.put((PoolField) fields[i], (String) fields[i + 1]);
        }
        return new PoolDraft("a " + type.word() + " pool", type, values);
    }

    private static String volume(String name, long mib, String format) {
        return "<volume><name>%s</name><capacity unit='MiB'>%d</capacity><target><format type='%s'/></target></volume>".formatted(name, mib, format);
    }

    private static List<String> names(Pool pool) {
        return pool.volumes().await().stream().map(Volume::name).sorted().toList();
    }

    /** What is said to be impossible is impossible, and not for any other reason. */
    private static void lacks(String type, Operation operation, Supplier<Job<?>> attempt) {
        assertTrue(PoolAbilities.lacks(type, operation).isPresent(), () -> type + " " + operation);
        VirtException refused = assertThrows(VirtException.class, () -> attempt.get().await(), () -> type + " " + operation);
        assertEquals(ErrorCode.NO_SUPPORT, refused.code(), refused.getMessage());
    }

    /** What the type is not said to lack: tried by whoever calls. */
    private static void has(String type, Operation... operations) {
        for (Operation operation : operations) {
            assertEquals(Optional.empty(), PoolAbilities.lacks(type, operation), type + " " + operation);
        }
    }

    @Test
    void aDiskIsLabelledAndPartitionedWithItsTableDrawn() throws IOException {
        PoolDraft draft = draft(PoolType.DISK, PoolField.DEVICE, "/dev/sda", PoolField.FORMAT, "gpt", PoolField.TARGET, "/dev");
        Pool pool = pool(draft, Optional.of(Existing.KEEP));
        PartitionTable empty = pool.partitions().await();
        assertEquals("gpt", empty.label());
        assertEquals(List.of(Optional.empty()), empty.areas().stream().map(Area::volume).toList());

        Volume first = pool.createVolume(volume("sda1", 100, "none")).await();
        Volume second = pool.createVolume(volume("sda2", 50, "none")).await();
        PartitionTable table = pool.partitions().await();
        assertEquals("/dev/sda", table.device());
        List<Area> used = table.areas().stream().filter(area -> area.volume().isPresent()).toList();
        assertEquals(List.of(Optional.of("sda1"), Optional.of("sda2")), used.stream().map(Area::volume).toList());
        assertTrue(Math.abs(used.getFirst().size() - 100 * MIB) < MIB, used.toString());
        assertTrue(used.get(1).start() >= used.getFirst().end());
        assertTrue(table.areas().getLast().volume().isEmpty() && table.areas().getLast().size() > 300 * MIB, table.toString());
        assertEquals("gpt", machine.run("lsblk", "-n", "-d", "-o", "PTTYPE", "/dev/sda").strip());

        Path file = folder.resolve("contents");
        Files.writeString(file, "contents");
        first.upload(file).await();
        assertEquals("contents", machine.run("dd", "if=/dev/sda1", "bs=8", "count=1", "status=none"));
        first.wipe().await();
        assertEquals(Long.toString(first.summary().await().capacity()), machine.run("sh", "-c", "tr -d '\\1-\\377' </dev/sda1 | wc -c").strip());
        has("disk", Operation.POOL_BUILD, Operation.VOLUME_CREATE, Operation.VOLUME_UPLOAD, Operation.VOLUME_WIPE, Operation.VOLUME_DELETE,
                Operation.POOL_DELETE);
        lacks("disk", Operation.VOLUME_RESIZE, () -> second.grow(60 * MIB));
        first.delete().await();
        assertEquals(List.of("sda2"), names(pool));
        assertEquals("sda2", machine.run("lsblk", "-n", "-r", "-o", "NAME", "/dev/sda").strip().split("\n")[1]);
        String gap = pool.partitions().await().nextName().orElseThrow();
        assertEquals("sda1", gap);
        assertEquals(gap, pool.createVolume(volume(gap, 20, "none")).await().name());
        pool.stop().await();
        VirtException kept = assertThrows(VirtException.class, () -> pool.build(Existing.KEEP).await());
        assertTrue(kept.getMessage().contains("sda"), kept.getMessage());
        pool.build(Existing.OVERWRITE).await();
        pool.start().await();
        assertEquals(List.of(), names(pool));
        pool.stop().await();
        pool.delete().await();
        assertEquals("0", machine.run("sh", "-c", "head -c 1M /dev/sda | tr -d '\\0' | wc -c").strip());
    }

    @Test
    void aDosLabelHasLogicalPartitionsInsideItsExtendedOne() {
        Pool pool = pool(draft(PoolType.DISK, PoolField.DEVICE, "/dev/sdb", PoolField.FORMAT, "dos", PoolField.TARGET, "/dev"),
                Optional.of(Existing.KEEP));
        // libvirt makes primary ones as long as there can be more
        for (int i = 1; i <= 3; i++) {
            pool.createVolume(volume("sdb" + i, 32, "linux")).await();
        }
        pool.createVolume(volume("sdb4", 200, "extended")).await();
        String next = pool.partitions().await().nextName().orElseThrow();
        assertEquals("sdb5", pool.createVolume(volume(next, 100, "linux")).await().name());
        List<Area> used = pool.partitions().await().areas().stream().filter(area -> area.volume().isPresent()).toList();
        assertEquals(List.of("sdb1", "sdb2", "sdb3", "sdb4", "sdb5"), used.stream().map(area -> area.volume().orElseThrow()).toList());
        assertEquals("extended", used.get(3).type());
        assertTrue(used.get(4).start() > used.get(3).start() && used.get(4).end() <= used.get(3).end(), used.toString());
    }

    @Test
    void anNfsShareIsFoundMountedUsedAndUnmounted() throws IOException {
        PoolDraft asked = draft(PoolType.NETFS, PoolField.HOST, "127.0.0.1");
        List<PoolSource> found = machine.host().pools().find("netfs", asked.specification()).await();
        assertEquals(List.of("/srv/shared/first", "/srv/shared/second"), found.stream().map(PoolSource::directory).sorted().toList());
        assertEquals("127.0.0.1", found.getFirst().host());
        Pool pool = pool(draft(PoolType.NETFS, PoolField.HOST, "127.0.0.1", PoolField.DIRECTORY, "/srv/shared/first", PoolField.FORMAT, "nfs",
                PoolField.PROTOCOL, "4.1", PoolField.TARGET, "/mnt/from nfs"), Optional.of(Existing.LEAVE));
        assertTrue(machine.run("findmnt", "-n", "-o", "OPTIONS", "/mnt/from nfs").contains("vers=4.1"));
        Volume volume = pool.createVolume(volume("a disk.qcow2", 16, "qcow2")).await();
        volume.grow(32 * MIB).await();
        Volume clone = volume.cloneAs("its clone.qcow2").await();
        Path file = folder.resolve("downloaded");
        clone.download(file, false).await();
        assertEquals("QFI", Files.readString(file, StandardCharsets.ISO_8859_1).substring(0, 3));
        assertEquals("a disk.qcow2\nits clone.qcow2", machine.run("ls", "/srv/shared/first").strip());
        volume.wipe().await();
        volume.delete().await();
        clone.delete().await();
        has("netfs", Operation.POOL_SOURCES, Operation.POOL_BUILD, Operation.VOLUME_CREATE, Operation.VOLUME_RESIZE, Operation.VOLUME_CLONE,
                Operation.VOLUME_DOWNLOAD, Operation.VOLUME_WIPE, Operation.VOLUME_DELETE, Operation.POOL_DELETE);
        pool.stop().await();
        assertThrows(AssertionError.class, () -> machine.run("findmnt", "/mnt/from nfs"));
        pool.delete().await();
        pool.undefine().await();
        VirtException refused = assertThrows(VirtException.class, () -> pool(draft(PoolType.NETFS, PoolField.HOST, "127.0.0.1",
                PoolField.DIRECTORY, "/srv/not shared", PoolField.TARGET, "/mnt/from nfs"), Optional.of(Existing.LEAVE)));
        assertTrue(refused.getMessage().contains("not shared"), refused.getMessage());
    }

    /** mount tries again for two minutes, and libvirtd holds the pool meanwhile. */
    @Test
    void aServerThatIsDeadHoldsUpNobody() throws Exception {
        CompletableFuture<Void> forgotten = new CompletableFuture<>();
        HostListener listener = new HostListener() {
            @Override
            public void objectChanged(Host changed, ObjectEvent event) {
                if (event.name().equals("a netfs pool") && event.change() == ObjectEvent.Change.UNDEFINED) {
                    forgotten.complete(null);
                }
            }
        };
        machine.host().addListener(listener);
        machine.run("systemctl", "stop", "nfs-server");
        Job<Pool> job = machine.host().pools().make(new NewPool(draft(PoolType.NETFS, PoolField.HOST, "127.0.0.1", PoolField.DIRECTORY,
                "/srv/shared/first", PoolField.TARGET, "/mnt/of nobody").xml(), true, Optional.of(Existing.LEAVE), true, false));
        try {
            machine.run("sh", "-c", "until pidof -q mount.nfs; do sleep 0.2; done");
            assertEquals(List.of(), machine.host().domains().list().await());
            assertTrue(job.cancel());
            assertThrows(CancellationException.class, job::await);
            assertEquals("", machine.run("sh", "-c", "pidof mount.nfs >/dev/null || echo it has ended").strip(), "nobody waited for it");
        } finally {
            machine.run("systemctl", "start", "nfs-server");
        }
        // its mount comes to its end at last; then what was cancelled is taken back
        forgotten.get(300, TimeUnit.SECONDS);
        machine.host().removeListener(listener);
        assertEquals(List.of(), machine.host().pools().list().await());
        assertThrows(AssertionError.class, () -> machine.run("findmnt", "/mnt/of nobody"));
    }

    @Test
    void anIscsiTargetIsFoundAndItsLunsUsedByADomain() throws IOException {
        List<PoolSource> found = machine.host().pools().find("iscsi", draft(PoolType.ISCSI, PoolField.HOST, "127.0.0.1:3260").specification()).await();
        assertEquals(List.of(List.of(CLOSED), List.of(OPEN)), found.stream().map(PoolSource::devices)
                .sorted(Comparator.comparing(List::toString)).toList());
        PoolDraft draft = draft(PoolType.ISCSI, PoolField.HOST, "127.0.0.1", PoolField.DEVICE, OPEN, PoolField.TARGET, "/dev/disk/by-path");
        Pool pool = pool(draft, Optional.empty());
        List<VolumeSummary> luns = pool.volumeSummaries().await();
        assertEquals(List.of(64 * MIB, 64 * MIB), luns.stream().map(VolumeSummary::capacity).toList());
        Volume lun = pool.volume(luns.getFirst().name());
        used(pool, luns.getFirst(), () -> {
            Pool checked = new UseCheck(PoolAction.STOP, machine.host().domains(), machine.host().images(), Set.of(pool.uuid())).before(PoolAction.STOP, pool);
            VirtException refused = assertThrows(VirtException.class, () -> checked.stop().await());
            assertTrue(refused.getMessage().contains("“on-a-disk” runs"), refused.getMessage());
            assertTrue(pool.summary().await().state().active());
        });
        assertEquals("contents", machine.run("sh", "-c", "head -q -c 8 /srv/lun1 /srv/lun2 | tr -d '\\0'"));
        assertTrue(machine.host().domains().imageUse().await().goesWithPool("a iscsi pool"));
        lun.wipe().await();
        assertEquals("0", machine.run("sh", "-c", "cat /srv/lun1 /srv/lun2 | tr -d '\\0' | wc -c").strip());
        has("iscsi", Operation.POOL_SOURCES, Operation.VOLUME_UPLOAD, Operation.VOLUME_WIPE);
        lacksWhatIsMadeElsewhere("iscsi", pool, lun);
        pool.stop().await();
        assertFalse(machine.run("sh", "-c", "iscsiadm -m session 2>&1; true").contains(OPEN));
        lacks("iscsi", Operation.POOL_DELETE, pool::delete);
    }

    @Test
    void aTargetThatWantsChapIsLoggedInToWithASecret() {
        SecretSummary secret = machine.host().secrets().define("""
                <secret ephemeral='no' private='yes'><usage type='iscsi'><target>closed target</target></usage></secret>""", true).await();
        PoolDraft draft = draft(PoolType.ISCSI, PoolField.HOST, "127.0.0.1", PoolField.DEVICE, CLOSED, PoolField.USER, "guest",
                PoolField.SECRET, "closed target", PoolField.TARGET, "/dev/disk/by-path");
        byte[] wrong = "wrong-password".getBytes(StandardCharsets.UTF_8);
        machine.host().secrets().setValue(secret, wrong).await();
        assertEquals(0, wrong[0]);
        VirtException refused = assertThrows(VirtException.class, () -> pool(draft, Optional.empty()));
        assertTrue(refused.getMessage().contains("authorization failure"), refused.getMessage());
        machine.host().secrets().setValue(secret, "opensesame-1".getBytes(StandardCharsets.UTF_8)).await();
        assertEquals(1, pool(draft, Optional.empty()).volumes().await().size());
        assertTrue(machine.commands().stream().noneMatch(command -> command.contains("opensesame")));
    }

    @Test
    void aTargetIsReachedWithoutTheKernelToo() throws IOException {
        PoolDraft draft = draft(PoolType.ISCSI_DIRECT, PoolField.HOST, "127.0.0.1", PoolField.DEVICE, OPEN, PoolField.INITIATOR, "iqn.2026-11.test:me");
        assertEquals(2, machine.host().pools().find("iscsi-direct", draft.specification()).await().size());
        assertTrue(PoolAbilities.lacks("iscsi-direct", Operation.POOL_SOURCES).isPresent());
        Pool pool = pool(draft, Optional.empty());
        // the first is the target's controller
        assertEquals(List.of("unit:0:0:0", "unit:0:0:1", "unit:0:0:2"), names(pool));
        Volume lun = pool.volume("unit:0:0:1");
        // libvirt counts one block too few
        assertEquals(64 * MIB - 512, lun.summary().await().capacity());
        machine.run("sh", "-c", "printf contents | dd of=/srv/lun1 conv=notrunc status=none");
        lun.wipe().await();
        assertEquals("0", machine.run("sh", "-c", "tr -d '\\0' </srv/lun1 | wc -c").strip());
        has("iscsi-direct", Operation.VOLUME_WIPE);
        lacks("iscsi-direct", Operation.VOLUME_DOWNLOAD, () -> lun.download(folder.resolve("none"), false));
        lacksWhatIsMadeElsewhere("iscsi-direct", pool, lun);
    }

    @Test
    void aTargetThatWantsChapIsReachedWithoutTheKernelWithASecret() {
        SecretSummary secret = machine.host().secrets().define("""
                <secret ephemeral='no' private='yes'><usage type='iscsi'><target>closed directly</target></usage></secret>""", true).await();
        PoolDraft draft = draft(PoolType.ISCSI_DIRECT, PoolField.HOST, "127.0.0.1", PoolField.DEVICE, CLOSED, PoolField.INITIATOR,
                "iqn.2026-11.test:me", PoolField.USER, "guest", PoolField.SECRET, "closed directly");
        machine.host().secrets().setValue(secret, "wrong-password".getBytes(StandardCharsets.UTF_8)).await();
        VirtException refused = assertThrows(VirtException.class, () -> pool(draft, Optional.empty()));
        assertTrue(refused.getMessage().contains("log") && refused.getMessage().contains("target"), refused.getMessage());
        machine.host().secrets().setValue(secret, "opensesame-1".getBytes(StandardCharsets.UTF_8)).await();
        Pool pool = pool(draft, Optional.empty());
        assertTrue(names(pool).contains("unit:0:0:1"), names(pool).toString());
        assertEquals(64 * MIB - 512, pool.volume("unit:0:0:1").summary().await().capacity());
        assertTrue(machine.commands().stream().noneMatch(command -> command.contains("opensesame")));
    }

    @Test
    void theDisksOfAnAdapterAreListedAndUsedByADomain() throws IOException {
        String adapter = machine.run("sh", "-c", "basename $(readlink -f /sys/block/sda/device/../..)").strip();
        Pool pool = pool(draft(PoolType.SCSI, PoolField.ADAPTER, "scsi_" + adapter, PoolField.TARGET, "/dev/disk/by-id"), Optional.empty());
        VolumeSummary one = pool.volumeSummaries().await().stream().filter(volume -> volume.path().equals(StorageMachine.disk("one")))
                .findFirst().orElseThrow();
        assertEquals(512 * MIB, one.capacity());
        used(pool, one);
        has("scsi", Operation.VOLUME_UPLOAD, Operation.VOLUME_DOWNLOAD, Operation.VOLUME_WIPE);
        lacks("scsi", Operation.POOL_SOURCES, () -> machine.host().pools().sources("scsi", null));
        lacksWhatIsMadeElsewhere("scsi", pool, pool.volume(one.name()));
    }

    @Test
    void aDiskWithTwoPathsIsOneVolumeAndUsedByADomain() throws IOException {
        Pool pool = pool(draft(PoolType.MPATH, PoolField.TARGET, "/dev/mapper"), Optional.empty());
        List<VolumeSummary> volumes = pool.volumeSummaries().await();
        assertEquals(List.of("/dev/mapper/mpatha"), volumes.stream().map(VolumeSummary::path).toList());
        used(pool, volumes.getFirst());
        has("mpath", Operation.VOLUME_UPLOAD, Operation.VOLUME_DOWNLOAD, Operation.VOLUME_WIPE);
        lacks("mpath", Operation.POOL_SOURCES, () -> machine.host().pools().sources("mpath", null));
        lacksWhatIsMadeElsewhere("mpath", pool, pool.volume(volumes.getFirst().name()));
    }

    private void used(Pool pool, VolumeSummary disk) throws IOException {
        used(pool, disk, () -> { });
    }

    private void used(Pool pool, VolumeSummary disk, Runnable whileItRuns) throws IOException {
        Path file = folder.resolve("contents");
        Files.writeString(file, "contents");
        pool.volume(disk.name()).upload(file).await();
        assertEquals("contents", machine.run("dd", "if=" + disk.path(), "bs=8", "count=1", "status=none"));
        String document = "<domain type='qemu'><name>on-a-disk</name><memory unit='MiB'>32</memory><os><type>hvm</type></os>\n<devices>\n</devices></domain>";
        TextEdit edit = new DiskDraft(pool.summary().await(), disk).in(XmlTree.parse(document)).orElseThrow();
        Domain domain = machine.host().domains().createTransient(new StringBuilder(document)
                .replace(edit.span().start(), edit.span().end(), edit.newText()).toString(), false).await();
        // paused, it has its disks as well, and leaves the emulated machine to the others
        domain.suspend().await();
        assertEquals(List.of("on-a-disk"), machine.host().domains().imageUse().await().domains(disk.path()).stream()
                .map(user -> user.domain()).distinct().toList());
        whileItRuns.run();
        domain.destroy().await();
    }

    private static void lacksWhatIsMadeElsewhere(String type, Pool pool, Volume volume) {
        lacks(type, Operation.VOLUME_CREATE, () -> pool.createVolume(volume("new", 1, "raw")));
        lacks(type, Operation.VOLUME_CLONE, () -> volume.cloneAs("new"));
        lacks(type, Operation.VOLUME_RESIZE, () -> volume.grow(1024 * MIB));
        lacks(type, Operation.VOLUME_DELETE, volume::delete);
    }

    @Test
    void whatThisHostsLibvirtWasBuiltWithoutIsSaidAndRefusedAtOnce() {
        for (String type : List.of("rbd", "gluster", "zfs", "sheepdog", "vstorage")) {
            assertTrue(machine.host().abilities().await().lacksPoolType(type), type);
            PoolDraft draft = PoolDraft.example(PoolType.of(type).orElseThrow());
            VirtException refused = assertThrows(VirtException.class, () -> pool(draft, Optional.empty()), type);
            assertTrue(refused.hint().isPresent(), refused.getMessage());
        }
    }
}
