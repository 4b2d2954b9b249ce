package dev.virtworkbench.engine.lvm;

/**
 * A device that holds data of a volume group.
 *
 * @param device path of the kernel's, as in {@code /dev/sdb}; LVM's own words where the device is missing
 * @param size bytes
 * @param free bytes that no volume has
 * @param missing whether the group expects it and the host does not have it
 */
public record PhysicalVolume(String device, long size, long free, boolean missing) {

    /** Bytes that volumes have on it: they are moved to other devices before it can leave the group. */
    public long used() {
        return size - free;
    }
}
