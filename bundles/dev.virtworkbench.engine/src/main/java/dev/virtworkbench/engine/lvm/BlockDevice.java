package dev.virtworkbench.engine.lvm;

import java.util.List;
import java.util.Optional;

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

    public BlockDevice {
        above = List.copyOf(above);
    }

    /** Whether it, or anything above it, is mounted. */
    public boolean busy() {
        return mounted.isPresent() || above.stream().anyMatch(BlockDevice::busy);
    }

    /** Whether nothing is known to be on it, so that nothing is lost. */
    public boolean blank() {
        return holds.isEmpty() && above.isEmpty() && mounted.isEmpty() && !readOnly;
    }
}
