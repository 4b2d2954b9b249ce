package dev.virtworkbench.engine.lvm;

import java.util.List;
import java.util.Optional;

/**
 * A volume group at one moment.
 *
 * @param size bytes
 * @param free bytes
 * @param extentSize bytes; sizes of volumes are rounded up to it
 * @param devices what it is made of
 * @param volumes those a person made, snapshots among them
 */
public record VolumeGroup(String name, long size, long free, long extentSize, List<PhysicalVolume> devices, List<LogicalVolume> volumes) {

    public VolumeGroup {
        devices = List.copyOf(devices);
        volumes = List.copyOf(volumes);
    }

    public Optional<LogicalVolume> volume(String volume) {
        return volumes.stream().filter(each -> each.name().equals(volume)).findFirst();
    }

    /** The snapshots of a volume. */
    public List<LogicalVolume> snapshots(String volume) {
        return volumes.stream().filter(each -> each.origin().filter(volume::equals).isPresent()).toList();
    }

    /** The volumes that take their room from that thin pool. */
    public List<LogicalVolume> thin(String pool) {
        return volumes.stream().filter(each -> each.thinPool().filter(pool::equals).isPresent()).toList();
    }
}
