package dev.virtworkbench.explorer.disks;

import dev.virtworkbench.engine.domains.Disk;
import dev.virtworkbench.engine.domains.DiskOrder;
import dev.virtworkbench.explorer.model.HostObject.OfDisk;
import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import dev.virtworkbench.language.findings.Message;
import java.util.List;
import java.util.Optional;

/** A step of a disk among those of its bus. */
enum DiskStep {
    /** It goes before the one that is before it. */
    UP,
    /** It goes behind the one that is behind it. */
    DOWN;

    /** The one that it changes places with; empty if there is none. @param all of its domain's disks */
    Optional<Disk> neighbour(Disk disk, List<Disk> all) {
        DiskOrder order = new DiskOrder(all);
        return this == UP ? order.before(disk) : order.behind(disk);
    }

    /** Why it cannot be done, by the disks that were read last; empty if it can. */
    Optional<Message> obstacle(OfDisk disk) {
        if (!DomainDisks.configured(disk)) {
            return Optional.of(Message.of(DiskStep.class, "order.passing", disk.name()));
        }
        List<Disk> all = VirtWorkbench.get().contents().of(disk.host()).disks(disk.in()).latest().orElse(List.of());
        return neighbour(disk.disk(), all).isPresent() ? Optional.empty() : Optional.of(noNeighbour(disk));
    }

    Message noNeighbour(OfDisk disk) {
        return Message.of(DiskStep.class, "order.none." + this, disk.name(), disk.disk().bus());
    }
}
