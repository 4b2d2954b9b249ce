package dev.virtworkbench.engine.clones;

import dev.virtworkbench.engine.domains.Domain;
import dev.virtworkbench.engine.storage.PoolSummary;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A domain that shall be cloned, or have a disk moved, as it was looked at. Holds passwords.
 *
 * @param xml its configuration, with its passwords
 * @param pools that volumes can be made in: active, and their volumes' paths are known before
 * @param volumes the names of the volumes of each of these
 * @param domains the names of all domains of the host
 * @param running whether it runs, so that {@code disks} are those that it runs with
 * @param keepsStates whether libvirt keeps states of it that need its images as they are: snapshots, a saved memory
 */
public record CloneSource(Domain domain, String xml, List<ClonedDisk> disks, List<PoolSummary> pools, Map<UUID, Set<String>> volumes,
        Set<String> domains, boolean keepsStates, boolean running) {

    /** Types of pools where the path of a volume is its name below the target folder. */
    static final Set<String> NAMED = Set.of("dir", "fs", "netfs", "logical");

    public CloneSource {
        disks = List.copyOf(disks);
        pools = List.copyOf(pools);
        volumes = Map.copyOf(volumes);
        domains = Set.copyOf(domains);
    }

    /** The pools that a disk can go to that way: overlays are files. */
    public List<PoolSummary> pools(DiskWay way) {
        return way == DiskWay.LINK ? pools.stream().filter(PoolSummary::hasFiles).toList() : pools;
    }

    /** Where the volume of a disk is proposed to be made: where the original is, otherwise where most is free; empty if there is no such pool. */
    public Optional<PoolSummary> pool(ClonedDisk disk, DiskWay way) {
        List<PoolSummary> all = pools(way);
        return all.stream().filter(pool -> disk.pool().filter(own -> own.uuid().equals(pool.uuid())).isPresent()).findFirst()
                .or(() -> all.stream().max((one, other) -> Long.compare(one.available(), other.available())));
    }

    /**
     * A name for the volume of a disk that nothing in that pool has: the original's with the domain's name replaced, or with the
     * clone's before it.
     *
     * @param clone the clone's name
     * @param more names that are not free either
     */
    public String name(ClonedDisk disk, DiskWay way, PoolSummary pool, String clone, Collection<String> more) {
        String old = disk.path().substring(disk.path().lastIndexOf('/') + 1);
        int dot = old.lastIndexOf('.');
        String stem = dot > 0 ? old.substring(0, dot) : old;
        String end = !pool.hasFiles() ? "" : way == DiskWay.LINK ? ".qcow2" : dot > 0 ? old.substring(dot) : "";
        String own = domain.name();
        String named = stem.contains(own) ? stem.replace(own, clone) : clone + "-" + disk.target();
        return free(named.replace('/', '-'), end, pool, more);
    }

    /** A name for the volume of a disk that moves to that pool: the one that it has, if that is free. */
    public String name(ClonedDisk disk, PoolSummary pool) {
        String old = disk.path().substring(disk.path().lastIndexOf('/') + 1);
        int dot = old.lastIndexOf('.');
        return free(dot > 0 ? old.substring(0, dot) : old, dot > 0 ? old.substring(dot) : "", pool, List.of());
    }

    /** A name for the overlay that the original goes on in. */
    public String overlay(ClonedDisk disk, PoolSummary pool, Collection<String> more) {
        String old = disk.path().substring(disk.path().lastIndexOf('/') + 1);
        int dot = old.lastIndexOf('.');
        return free((dot > 0 ? old.substring(0, dot) : old) + "-1", ".qcow2", pool, more);
    }

    private String free(String stem, String end, PoolSummary pool, Collection<String> more) {
        Set<String> taken = volumes.getOrDefault(pool.uuid(), Set.of());
        String name = stem + end;
        for (int number = 1; taken.contains(name) || more.contains(name); number++) {
            name = stem + "-" + number + end;
        }
        return name;
    }

    /** A name for the clone that no domain has. */
    public String name() {
        String stem = domain.name().replaceFirst("-clone[0-9]*$", "") + "-clone";
        String name = stem;
        for (int number = 2; domains.contains(name); number++) {
            name = stem + number;
        }
        return name;
    }

    @Override
    public String toString() {
        return domain + " " + disks;
    }
}
