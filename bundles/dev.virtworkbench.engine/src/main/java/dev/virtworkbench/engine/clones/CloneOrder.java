package dev.virtworkbench.engine.clones;

import dev.virtworkbench.engine.domains.Disk;
import dev.virtworkbench.engine.domains.Domain;
import java.util.List;

/**
 * What somebody wants made of a domain.
 *
 * @param source as it was looked at
 * @param xml the clone's document, maybe edited since {@link CloneDraft} wrote it; may hold passwords
 * @param validate whether libvirt shall judge it by its schema first
 * @param disks what becomes of each disk; what {@code xml} does not name is not made
 * @param overlays the images that the original goes on in, where clones build on its own; empty if it is not to be used any more
 */
public record CloneOrder(CloneSource source, String xml, boolean validate, List<NewDisk> disks, List<NewDisk> overlays) {

    public CloneOrder {
        disks = List.copyOf(disks);
        overlays = List.copyOf(overlays);
    }

    Domain original() {
        return source.domain();
    }

    /** The volumes that are made for the clone. */
    List<NewDisk> made() {
        List<Disk> wanted = Disk.in(xml);
        return disks.stream().filter(disk -> disk.pool().isPresent()).filter(disk -> wanted.stream().anyMatch(each ->
                each.source().equals(disk.path()) || each.pool().equals(disk.pool().get().name()) && each.volume().equals(disk.name()))).toList();
    }

    ClonedDisk original(NewDisk disk) {
        return source.disks().stream().filter(each -> each.target().equals(disk.target())).findFirst().orElseThrow();
    }

    @Override
    public String toString() {
        return source + " " + disks;
    }
}
