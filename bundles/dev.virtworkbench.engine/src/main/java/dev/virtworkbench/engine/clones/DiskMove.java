package dev.virtworkbench.engine.clones;

import dev.virtworkbench.engine.commands.Rights;
import java.util.Optional;

/**
 * A disk that somebody wants in another pool.
 *
 * @param source its domain as it was looked at
 * @param to where it goes, with {@link DiskWay#COPY}
 * @param compareAs with whose rights the host's {@code qemu-img} compares the copy with the original before the domain goes over to it;
 *        empty for not at all. While the domain runs QEMU copies, and there is nothing to compare with
 * @param deleteOld whether the image that it was is deleted, unless anybody else uses it
 */
public record DiskMove(CloneSource source, NewDisk to, Optional<Rights> compareAs, boolean deleteOld) {

    ClonedDisk disk() {
        return source.disks().stream().filter(each -> each.target().equals(to.target())).findFirst().orElseThrow();
    }
}
