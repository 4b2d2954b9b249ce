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

    /** The device with that path of the kernel's. */
    public Optional<PhysicalVolume> device(String path) {
        return devices.stream().filter(each -> each.device().equals(path)).findFirst();
    }
}
