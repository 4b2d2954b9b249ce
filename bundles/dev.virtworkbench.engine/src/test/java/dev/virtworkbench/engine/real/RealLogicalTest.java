package dev.virtworkbench.engine.real;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.domains.Domain;
import dev.virtworkbench.engine.drafts.PoolDraft;
import dev.virtworkbench.engine.drafts.PoolField;
import dev.virtworkbench.engine.drafts.PoolType;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.images.GuestDisk;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.engine.lvm.BlockDevice;
import dev.virtworkbench.engine.lvm.LogicalVolume;
import dev.virtworkbench.engine.lvm.PhysicalVolume;
import dev.virtworkbench.engine.lvm.VolumeGroup;
import dev.virtworkbench.engine.lvm.VolumeGroups;
import dev.virtworkbench.engine.storage.Existing;
import dev.virtworkbench.engine.storage.NewPool;
import dev.virtworkbench.engine.storage.Pool;
import dev.virtworkbench.engine.storage.Volume;
import dev.virtworkbench.engine.storage.VolumeSummary;
import dev.virtworkbench.language.findings.Message;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** LVM: volume groups of real disks, and libvirt's pools of them. */
class RealLogicalTest {

    private static final long MIB = ImagesOnHost.MIB;
    private static final String ONE = StorageMachine.disk("one");
    private static final String TWO = StorageMachine.disk("two");
    private static final String THREE = StorageMachine.disk("three");

    private StorageMachine machine;
    private VolumeGroups groups;

    @BeforeEach
    void begin() throws IOException {
        machine = StorageMachine.get();
        groups = machine.host().volumeGroups();
    }

    @AfterEach
    void clear() throws IOException {
        if (machine != null) {
            machine.clear();
        }
    }

    private Pool pool(String group, String... devices) {
        PoolDraft draft = new PoolDraft(group, PoolType.LOGICAL, Map.of(PoolField.SOURCE_NAME, group, PoolField.TARGET, "/dev/" + group,
                PoolField.DEVICE, String.join(" ", devices)));
        Optional<Existing> build = devices.length == 0 ? Optional.empty() : Optional.of(Existing.KEEP);
        return machine.host().pools().make(new NewPool(draft.xml(), true, build, true, false)).await();
    }

    private static String volume(String name, long mib) {
        return "<volume><name>%s</name><capacity unit='MiB'>%d</capacity></volume>".formatted(name, mib);
    }

    private VolumeGroup group() {
        return groups.list().await().stream().filter(group -> group.name().equals("guests")).findFirst().orElseThrow();
    }

    /** Has udev look at what was written to a device: lsblk tells what udev has seen, which under load is a while ago. */
    private void seenByUdev(String device) throws IOException {
        machine.run("udevadm", "trigger", "--settle", device);
    }

    @Test
    void aGroupIsMadeOfBlankDisksAndExtendedAndReducedWhileItsVolumesStay() throws IOException {
        VolumeGroup made = groups.create("guests", List.of(ONE), false).await();
        assertEquals(List.of("/dev/sda"), made.devices().stream().map(PhysicalVolume::device).toList());
        assertEquals(made.size(), made.free());
        Pool pool = pool("guests");
        Volume disk = pool.createVolume(volume("disk one", 8).replace("disk one", "disk-one")).await();
        machine.run("sh", "-c", "printf contents | dd of=/dev/guests/disk-one bs=8 conv=notrunc status=none");

        VolumeGroup extended = groups.extend("guests", List.of(TWO, THREE), false).await();
        assertEquals(3, extended.devices().size());
        assertEquals(extended.size(), pool.summary().await().capacity(), "the pool was refreshed");

        VolumeGroup reduced = groups.reduce("guests", ONE).await();
        assertEquals(List.of("/dev/sdb", "/dev/sdc"), reduced.devices().stream().map(PhysicalVolume::device).sorted().toList());
        assertEquals("contents", machine.run("sh", "-c", "dd if=/dev/guests/disk-one bs=8 count=1 status=none"));
        seenByUdev("/dev/sda");
        assertTrue(device("/dev/sda").blank());
        assertEquals(8 * MIB, disk.summary().await().capacity());
    }

    @Test
    void whatIsOnADiskIsNotOverwrittenUnlessThatIsSaid() throws IOException {
        machine.run("mkfs.ext4", "-q", "/dev/sda");
        seenByUdev("/dev/sda");
        VirtException refused = assertThrows(VirtException.class, () -> groups.create("guests", List.of(ONE, TWO), false).await());
        assertTrue(refused.getMessage().contains("/dev/sda is not blank: it has ext4"), refused.getMessage());
        assertEquals(List.of(), groups.list().await());
        assertEquals(Optional.of("ext4"), device("/dev/sda").holds());
        assertEquals(2, groups.create("guests", List.of(ONE, TWO), true).await().devices().size());
    }

    @Test
    void whatIsInUseIsRefusedThoughOverwritingWasSaid() throws IOException {
        VirtException mounted = assertThrows(VirtException.class, () -> groups.create("guests", List.of("/dev/vda"), true).await());
        assertTrue(mounted.getMessage().contains("/dev/vda is mounted"), mounted.getMessage());
        groups.create("guests", List.of(ONE), false).await();
        VirtException member = assertThrows(VirtException.class, () -> groups.create("others", List.of(ONE), true).await());
        assertTrue(member.getMessage().contains("/dev/sda is a physical volume already"), member.getMessage());
        machine.host().domains().define("""
                <domain type='qemu'><name>has-two</name><memory unit='MiB'>32</memory><os><type>hvm</type></os><devices>
                <disk type='block' device='disk'><source dev='%s'/><target dev='vda'/></disk></devices></domain>""".formatted(TWO), false).await();
        VirtException used = assertThrows(VirtException.class, () -> groups.extend("guests", List.of("/dev/sdb"), true).await());
        assertTrue(used.getMessage().contains("/dev/sdb is disk vda of “has-two”"), used.getMessage());
        machine.host().pools().define("""
                <pool type='disk'><name>label</name><source><device path='%s'/><format type='gpt'/></source>
                <target><path>/dev</path></target></pool>""".formatted(THREE), false).await();
        VirtException pooled = assertThrows(VirtException.class, () -> groups.extend("guests", List.of("/dev/sdc"), true).await());
        assertTrue(pooled.getMessage().contains("/dev/sdc is what a storage pool is made of"), pooled.getMessage());
        assertEquals(1, group().devices().size());
    }

    @Test
    void aDiskOfSeveralPathsIsGivenWholeAndNoPathOfIt() throws IOException {
        String whole = "/dev/mapper/mpatha";
        refused("/dev/sde is a path to " + whole, () -> groups.create("guests", List.of("/dev/sde"), true));
        Domain user = machine.host().domains().define(domain("has-a-path", "/dev/sdf"), false).await();
        refused("/dev/sdf is disk vda of “has-a-path”", () -> groups.create("guests", List.of(whole), true));
        user.undefine(Set.of()).await();
        assertEquals(List.of(whole), groups.create("guests", List.of(whole), false).await().devices().stream().map(PhysicalVolume::device).toList());
        groups.extend("guests", List.of(TWO), false).await();
        // by a name that is not LVM's
        String kernels = machine.run("readlink", "-f", whole).strip();
        assertEquals(List.of("/dev/sdb"), groups.reduce("guests", kernels).await().devices().stream().map(PhysicalVolume::device).toList());
    }

    @Test
    void aDiskOfWhichAPartitionBelongsToSomebodyIsNotOverwritten() throws IOException {
        machine.run("parted", "-s", "/dev/sda", "mklabel", "gpt", "mkpart", "first", "1MiB", "100%");
        machine.run("sh", "-c", "udevadm settle && pvcreate -q /dev/sda1 && udevadm settle");
        refused("/dev/sda1 is a physical volume already", () -> groups.create("guests", List.of(ONE), true));
        machine.run("sh", "-c", "pvremove -q /dev/sda1 && udevadm settle");
        Domain user = machine.host().domains().define(domain("has-a-partition", "/dev/sda1"), false).await();
        refused("/dev/sda1 is disk vda of “has-a-partition”", () -> groups.create("guests", List.of(ONE), true));
        user.undefine(Set.of()).await();
        machine.host().domains().define(domain("has-the-disk", ONE), false).await();
        refused("/dev/sda is disk vda of “has-the-disk”", () -> groups.create("guests", List.of("/dev/sda1"), true));
        assertEquals(List.of(), groups.list().await());
    }

    private static void refused(String reason, Supplier<Job<?>> job) {
        VirtException refused = assertThrows(VirtException.class, () -> job.get().await());
        assertTrue(refused.getMessage().contains(reason), refused.getMessage());
    }

    private static String domain(String name, String device) {
        return """
                <domain type='qemu'><name>%s</name><memory unit='MiB'>32</memory><os><type>hvm</type></os><devices>
                <disk type='block' device='disk'><source dev='%s'/><target dev='vda'/></disk></devices></domain>""".formatted(name, device);
    }

    @Test
    void theRoomOfALargerDiskIsTakenUp() throws IOException {
        // all that LVM knows of a disk's size is what it has written on it
        machine.run("sh", "-c", "pvcreate -q --setphysicalvolumesize 100m /dev/sda && vgcreate -q guests /dev/sda");
        assertTrue(group().size() < 100 * MIB);
        assertTrue(groups.growDevice("guests", ONE).await().size() > 500 * MIB);
        refused("is not in volume group guests", () -> groups.growDevice("guests", TWO));
    }

    @Test
    void whatNobodyLooksForByItsNameIsRenamed() {
        Pool pool = pool("guests", "/dev/sda");
        pool.createVolume(volume("first", 8)).await();
        pool.createVolume(volume("second", 8)).await();
        refused("has a volume second already", () -> groups.renameVolume("guests", "first", "second"));
        assertTrue(groups.renameVolume("guests", "first", "system").await().volume("system").isPresent());
        assertEquals(List.of("second", "system"), pool.volumeSummaries().await().stream().map(VolumeSummary::name).sorted().toList());
        Domain user = machine.host().domains().define(domain("has-system", "/dev/mapper/guests-system"), false).await();
        refused("Domain “has-system” uses /dev/guests/system for its disk vda", () -> groups.renameVolume("guests", "system", "first"));
        refused("pool “guests” is made of guests", () -> groups.rename("guests", "others"));
        pool.stop().await();
        pool.undefine().await();
        user.undefine(Set.of()).await();
        refused("there is a volume group guests already", () -> groups.rename("guests", "guests"));
        assertEquals("others", groups.rename("guests", "others").await().name());
    }

    @Test
    void thinVolumesAreToldWhichLibvirtDoesNotShow() throws IOException {
        Pool pool = pool("guests", "/dev/sda");
        machine.run("sh", "-c", """
                lvcreate -q --type thin-pool -L 32m -n room guests && lvcreate -q -V 64m -T guests/room -n awake &&
                lvcreate -q -V 64m -T guests/room -n asleep && lvchange -an guests/asleep""");
        pool.createVolume(volume("plain", 8)).await();
        pool.refresh().await();
        LogicalVolume room = group().volume("room").orElseThrow();
        assertTrue(room.pool() && room.path().isEmpty() && room.filled().isPresent(), room.toString());
        assertEquals(Map.of("awake", true, "asleep", false),
                group().thin("room").stream().collect(Collectors.toMap(LogicalVolume::name, LogicalVolume::active)));
        assertEquals(List.of("plain"), pool.volumeSummaries().await().stream().map(VolumeSummary::name).toList());
    }

    @Test
    void aDeviceStaysWhereThereIsNoRoomForWhatIsOnIt() {
        groups.create("guests", List.of(ONE, TWO), false).await();
        Pool pool = pool("guests");
        pool.createVolume(volume("large", 800)).await();
        VirtException refused = assertThrows(VirtException.class, () -> groups.reduce("guests", ONE).await());
        assertTrue(refused.getMessage().contains("bytes free"), refused.getMessage());
        assertEquals(2, group().devices().size());
        assertThrows(VirtException.class, () -> groups.remove("guests").await());
        assertThrows(VirtException.class, () -> groups.reduce("guests", THREE).await());
    }

    @Test
    void aGroupWithoutVolumesIsRemovedAndItsDisksAreBlank() {
        groups.create("guests", List.of(ONE, TWO), false).await();
        groups.remove("guests").await();
        assertEquals(List.of(), groups.list().await());
        assertTrue(device("/dev/sda").blank() && device("/dev/sdb").blank());
    }

    @Test
    void libvirtMakesThePhysicalVolumesAndTheGroupOfAPoolAndTakesThemAway() {
        Pool pool = pool("guests", "/dev/sda", "/dev/sdb");
        assertEquals(2, group().devices().size());
        assertTrue(machine.host().pools().sources("logical", null).await().contains("<name>guests</name>"));
        pool.stop().await();
        pool.delete().await();
        assertEquals(List.of(), groups.list().await());
        assertTrue(device("/dev/sda").blank() && device("/dev/sdb").blank());
    }

    @Test
    void aPoolsDevicesAreCalledAsLvmCallsThem() {
        VirtException refused = assertThrows(VirtException.class, () -> pool("guests", ONE));
        assertEquals(Optional.of("hint.lvm-devices"), refused.hint().map(Message::key), refused.getMessage());
        assertEquals(List.of("guests"), groups.list().await().stream().map(VolumeGroup::name).toList(), "libvirt made it before it looked");
        assertTrue(pool("guests").summary().await().state().active());
    }

    @Test
    void volumesAreMadeClonedGrownShrunkSnapshotRevertedWipedAndDeleted() throws IOException {
        Pool pool = pool("guests", "/dev/sda");
        Volume first = pool.createVolume(volume("first", 8)).await();
        machine.run("sh", "-c", "printf contents | dd of=/dev/guests/first bs=8 conv=notrunc status=none");
        Volume clone = first.cloneAs("second").await();
        assertEquals("contents", machine.run("sh", "-c", "dd if=/dev/guests/second bs=8 count=1 status=none"));

        groups.grow("guests", "first", 16 * MIB).await();
        assertEquals(16 * MIB, first.summary().await().capacity());
        assertThrows(VirtException.class, () -> groups.grow("guests", "first", 16 * MIB).await());
        groups.shrink("guests", "first", 8 * MIB).await();
        assertEquals(8 * MIB, first.summary().await().capacity());

        VolumeGroup with = groups.snapshot("guests", "first", "before", 4 * MIB).await();
        LogicalVolume snapshot = with.volume("before").orElseThrow();
        assertEquals(Optional.of("first"), snapshot.origin());
        assertTrue(snapshot.filled().orElseThrow() < 50);
        assertEquals(with, groups.of(pool).await());
        refused("before is a snapshot of first", () -> groups.grow("guests", "first", 16 * MIB));
        refused("before is a snapshot of first", () -> groups.shrink("guests", "first", 4 * MIB));
        assertEquals(8 * MIB, groups.grow("guests", "before", 8 * MIB).await().volume("before").orElseThrow().size(), "its room");
        assertEquals(List.of("before", "first", "second"),
                pool.volumeSummaries().await().stream().map(VolumeSummary::name).sorted().toList());
        machine.run("sh", "-c", "printf CHANGED! | dd of=/dev/guests/first bs=8 conv=notrunc,fsync status=none");
        groups.revert("guests", "before").await();
        assertEquals("contents", machine.run("sh", "-c", "dd if=/dev/guests/first bs=8 count=1 status=none"));
        assertEquals(List.of("first", "second"), group().volumes().stream().map(LogicalVolume::name).sorted().toList());

        // the same by libvirt alone, for which the capacity is the room of the snapshot
        Volume other = pool.createVolume("""
                <volume><name>after</name><capacity unit='MiB'>4</capacity>
                <backingStore><path>/dev/guests/first</path></backingStore></volume>""").await();
        assertEquals(Optional.of("first"), group().volume("after").orElseThrow().origin());
        other.delete().await();
        clone.wipe().await();
        assertEquals("0", machine.run("sh", "-c", "tr -d '\\0' </dev/guests/second | wc -c").strip());
        clone.delete().await();
        assertEquals(List.of("first"), group().volumes().stream().map(LogicalVolume::name).toList());
    }

    @Test
    void nothingIsCutOffThatAPartitionNeeds() throws IOException {
        Pool pool = pool("guests", "/dev/sda");
        Volume disk = pool.createVolume(volume("disk", 16)).await();
        // as a guest would: on the device itself the host would make devices of the partitions, which keep it busy
        machine.run("sh", "-c", "truncate -s 16M /tmp/guest && parted -s /tmp/guest mklabel gpt mkpart root 1MiB 9MiB && "
                + "dd if=/tmp/guest of=/dev/guests/disk bs=1M conv=fsync status=none && rm /tmp/guest");
        GuestDisk found = machine.host().images().guestDisk(disk).await();
        assertEquals(GuestDisk.Table.GPT, found.table(), "read by libvirt, without root's rights");
        assertEquals(Optional.of(9 * MIB + 33 * 512), found.needed());
        refused("the partitions in /dev/guests/disk need " + found.needed().orElseThrow() + " bytes, and " + 8 * MIB + " would be left",
                () -> groups.shrink("guests", "disk", 8 * MIB));
        assertEquals(16 * MIB, group().volume("disk").orElseThrow().size());
        assertEquals(12 * MIB, groups.shrink("guests", "disk", 12 * MIB).await().volume("disk").orElseThrow().size());
        machine.run("dd", "if=/dev/zero", "of=/dev/guests/disk", "bs=1M", "count=2", "conv=fsync", "status=none");
        assertEquals(4 * MIB, groups.shrink("guests", "disk", 4 * MIB).await().volume("disk").orElseThrow().size(), "nobody can know");
    }

    @Test
    void aVolumeOfARunningDomainIsNotShrunkNorReverted() throws IOException {
        Pool pool = pool("guests", "/dev/sda");
        pool.createVolume(volume("first", 8)).await();
        groups.snapshot("guests", "first", "before", 4 * MIB).await();
        pool.createVolume(volume("second", 8)).await();
        pool.createVolume(volume("third", 8)).await();
        // paused, it has its disks as well, and leaves the emulated machine to the others
        machine.host().domains().createTransient("""
                <domain type='qemu'><name>runs</name><memory unit='MiB'>32</memory><os><type>hvm</type></os><devices>
                <disk type='volume' device='disk'><source pool='guests' volume='first'/><target dev='vda'/></disk>
                <disk type='block' device='disk'><source dev='/dev/guests/second'/><target dev='vdb'/></disk>
                <disk type='block' device='disk'><source dev='/dev/mapper/guests-third'/><target dev='vdc'/></disk></devices></domain>""", false).await().suspend().await();
        refused("grow disk vdc of “runs” by “While Running > Grow…” (blockresize)", () -> groups.shrink("guests", "third", 4 * MIB));
        refused("Domain “runs” runs with /dev/guests/first for its disk vda", () -> groups.revert("guests", "before"));
        assertEquals(16 * MIB, groups.grow("guests", "second", 16 * MIB).await().volume("second").orElseThrow().size());
    }

    private BlockDevice device(String path) {
        return groups.devices().await().stream().filter(device -> device.path().equals(path)).findFirst().orElseThrow();
    }
}
