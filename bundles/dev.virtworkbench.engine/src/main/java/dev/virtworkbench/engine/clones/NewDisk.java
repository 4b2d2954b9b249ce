package dev.virtworkbench.engine.clones;

import dev.virtworkbench.engine.storage.PoolSummary;
import java.util.Optional;

/**
 * What becomes of a disk.
 *
 * @param target the disk's, as in {@code vda}
 * @param pool where its volume is made; empty for what makes none
 * @param name of that volume; empty likewise
 */
public record NewDisk(String target, DiskWay way, Optional<PoolSummary> pool, String name) {

    /** @param way {@link DiskWay#SHARE} or {@link DiskWay#OMIT} */
    public static NewDisk without(String target, DiskWay way) {
        return new NewDisk(target, way, Optional.empty(), "");
    }

    /** @param way {@link DiskWay#COPY} or {@link DiskWay#LINK} */
    public static NewDisk in(PoolSummary pool, String name, String target, DiskWay way) {
        return new NewDisk(target, way, Optional.of(pool), name);
    }

    /** Where the volume will be; there has to be one. */
    String path() {
        String folder = pool.orElseThrow().targetPath();
        return (folder.endsWith("/") ? folder : folder + "/") + name;
    }
}
