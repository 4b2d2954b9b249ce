package dev.virtworkbench.engine.lvm;

import java.util.Optional;

/**
 * A volume of a volume group.
 *
 * @param path on the host, as in {@code /dev/group/volume}; empty for a thin pool
 * @param size bytes
 * @param origin name of the volume of which it is a snapshot; empty for none
 * @param filled how much of the room of a snapshot, or of a thin volume, is used, 0 … 100; a snapshot that reaches 100 is lost.
 *        Empty for others
 * @param thinPool name of the thin pool that it takes its room from; empty for none
 * @param pool whether it is a thin pool: no disk, but room for those
 * @param active whether the host has a device for it now. libvirt shows no others, and no thin ones either (9.0.0)
 */
public record LogicalVolume(String name, String path, long size, Optional<String> origin, Optional<Double> filled, Optional<String> thinPool,
        boolean pool, boolean active) { }
