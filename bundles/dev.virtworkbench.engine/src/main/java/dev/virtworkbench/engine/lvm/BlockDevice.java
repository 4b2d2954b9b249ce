package dev.virtworkbench.engine.lvm;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A block device of a host.
 *
 * @param path of the kernel's, as in {@code /dev/sdb}
 * @param size bytes
 * @param type as {@code lsblk} has it: {@code disk}, {@code part}, {@code mpath}, …
 * @param model what its maker calls it; empty where nobody tells
 * @param serial its serial number; empty where nobody tells
 * @param holds what is on it: a file system, a partition table, {@code LVM2_member}; empty for nothing that is known
 * @param mounted where it is mounted, or {@code [SWAP]}; empty if it is not
 * @param readOnly whether the kernel refuses to write to it
 * @param above the devices that are made of it: partitions, volumes
 */
public record BlockDevice(String path, long size, String type, String model, String serial, Optional<String> holds, Optional<String> mounted,
        boolean readOnly, List<BlockDevice> above) {

    private static final String PARTITION = "part";
    /** As {@code blkid} names what is a part of something: {@code LVM2_member}, {@code linux_raid_member}. */
    private static final String MEMBER = "_member";
    private static final Set<String> NO_DISKS = Set.of("rom", "lvm");

    public BlockDevice {
        above = List.copyOf(above);
    }

    /** Whether it, or anything above it, is mounted. */
    public boolean busy() {
        return mounted.isPresent() || above.stream().anyMatch(BlockDevice::busy);
    }

    /**
     * It, or what is on it, where that says of itself that it is a part of something, as {@code LVM2_member}: also of what nobody has
     * put together now.
     */
    public Optional<BlockDevice> member() {
        return all().filter(each -> each.holds().filter(held -> held.endsWith(MEMBER)).isPresent()).findFirst();
    }

    /** What is made of it besides its partitions: a device that several paths lead to, a volume, what is decrypted. */
    public Optional<BlockDevice> made() {
        return all().skip(1).filter(each -> !each.type().equals(PARTITION)).findFirst();
    }

    /**
     * Whether all of it may be given to LVM as far as can be seen on it itself: it has room, is written to by nobody and is no part of
     * anything but of its own partitions. What is on it goes.
     */
    public boolean spare() {
        return size > 0 && !readOnly && !busy() && !NO_DISKS.contains(type) && member().isEmpty() && made().isEmpty();
    }

    /** It and all that is made of it. */
    public Stream<BlockDevice> all() {
        return Stream.concat(Stream.of(this), above.stream().flatMap(BlockDevice::all));
    }

    /** Whether nothing is known to be on it, so that nothing is lost. */
    public boolean blank() {
        return holds.isEmpty() && above.isEmpty() && mounted.isEmpty() && !readOnly;
    }
}
