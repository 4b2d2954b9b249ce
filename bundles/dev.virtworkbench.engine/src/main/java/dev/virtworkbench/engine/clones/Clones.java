package dev.virtworkbench.engine.clones;

import dev.virtworkbench.engine.apply.Applied;
import dev.virtworkbench.engine.apply.Apply;
import dev.virtworkbench.engine.domains.Disk;
import dev.virtworkbench.engine.domains.Domain;
import dev.virtworkbench.engine.domains.DomainState;
import dev.virtworkbench.engine.domains.DomainSummary;
import dev.virtworkbench.engine.domains.Undefine;
import dev.virtworkbench.engine.errors.ErrorCode;
import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.jobs.Cancellation;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.engine.storage.PoolSummary;
import dev.virtworkbench.engine.storage.Volume;
import dev.virtworkbench.engine.storage.VolumeSummary;
import dev.virtworkbench.language.findings.Message;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Makes domains of domains of a host. All is done by libvirt, so it works wherever libvirt does, with its rights. Safe to use from any
 * thread.
 */
public final class Clones {

    private static final Set<Undefine> STATES = Set.of(Undefine.MANAGED_SAVE, Undefine.SNAPSHOTS_METADATA, Undefine.CHECKPOINTS_METADATA);

    private final Host host;

    public Clones(Host host) {
        this.host = host;
    }

    /** Looks at a domain that shall be cloned. It has to be off: what a guest has in its memory is in no image. */
    public Job<CloneSource> look(Domain domain) {
        return host.session().start(Operation.DOMAIN_DISKS, domain.name(), Cancellation.STOPS_WAITING, task -> {
            requireOff(domain);
            return source(domain, false);
        });
    }

    /** Looks at a domain. @param running whether its disks are those that it runs with */
    CloneSource source(Domain domain, boolean running) {
        Set<Undefine> kept = domain.kept().await();
        String xml = domain.xml(true, true).await();
        List<PoolSummary> pools = host.pools().list().await().stream().filter(pool -> pool.state().active()).toList();
        List<PoolSummary> targets = pools.stream().filter(pool -> CloneSource.NAMED.contains(pool.type()) && !pool.targetPath().isEmpty()).toList();
        Map<UUID, Set<String>> volumes = new HashMap<>();
        for (PoolSummary pool : targets) {
            volumes.put(pool.uuid(), host.pools().pool(pool).volumes().await().stream().map(Volume::name).collect(Collectors.toSet()));
        }
        return new CloneSource(domain, xml, disks(running ? domain.xml(false, false).await() : xml, pools), targets, volumes,
                host.domains().list().await().stream().map(DomainSummary::name).collect(Collectors.toSet()),
                kept.stream().anyMatch(STATES::contains), running);
    }

    /** Looks at the disks of a domain's document, and at what they are in the host's pools. */
    private List<ClonedDisk> disks(String xml, List<PoolSummary> pools) {
        List<ClonedDisk> disks = new ArrayList<>();
        List<XmlElement> documents = DiskImages.disks(XmlTree.parse(xml));
        for (Disk disk : Disk.in(xml)) {
            XmlElement document = documents.get(disks.size());
            Optional<Found> found = find(disk, pools);
            Optional<PoolSummary> pool = found.flatMap(its -> pools.stream().filter(each -> each.uuid().equals(its.pool())).findFirst());
            disks.add(ClonedDisk.of(disk, document, found.map(Found::volume), pool));
        }
        return disks;
    }

    private Optional<Found> find(Disk disk, List<PoolSummary> pools) {
        if (!disk.volume().isEmpty()) {
            return pools.stream().filter(pool -> pool.name().equals(disk.pool())).findFirst()
                    .flatMap(pool -> known(() -> host.pools().pool(pool).volume(disk.volume())));
        }
        return disk.source().startsWith("/") ? known(() -> host.pools().volumeByPath(disk.source()).await()) : Optional.empty();
    }

    /** Empty if there is none. */
    private static Optional<Found> known(Supplier<Volume> look) {
        try {
            Volume volume = look.get();
            return Optional.of(new Found(volume.pool().uuid(), volume.summary().await()));
        } catch (VirtException e) {
            if (ErrorCode.missing(e.code())) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private record Found(UUID pool, VolumeSummary volume) { }

    /**
     * Makes a clone. However it fails, and when it is cancelled, what was made of it is gone and the original is what it was; what libvirt
     * has begun to copy it copies to its end first. Fails without having done anything if the original is not any more what it was when
     * it was looked at, a domain has the clone's name, somebody writes to an image that shall be copied, or there is no room.
     *
     * @param apply defines the domains
     * @return what came of the clone's document
     */
    public Job<Applied> make(CloneOrder order, Apply apply) {
        String name = order.original().name();
        return host.session().start(Operation.DOMAIN_CLONE, name, Cancellation.STOPS_WORK, task -> {
            requireOff(order.original());
            if (!order.original().xml(true, true).await().equals(order.source().xml())) {
                throw VirtException.of(Operation.DOMAIN_CLONE, name, message("changed"), message("changed.hint"), null);
            }
            CloneImages images = new CloneImages(Operation.DOMAIN_CLONE, host, order, task);
            CloneDefinitions definitions = new CloneDefinitions(host, order, apply);
            images.requireFree();
            images.requireRoom();
            try (Variables variables = Variables.of(host, order)) {
                try {
                    images.make();
                    variables.copy();
                    // from here on domains are defined, or put back
                    task.beginChanging();
                    return definitions.make();
                } catch (RuntimeException e) {
                    if (!definitions.undone()) {
                        throw images.keep(e);
                    }
                    variables.remove(e);
                    throw images.remove(e);
                }
            }
        });
    }

    private void requireOff(Domain domain) {
        DomainSummary now = domain.summary().await();
        if (now.state().active()) {
            String why = now.state() == DomainState.PAUSED ? "paused" : "runs";
            throw VirtException.of(Operation.DOMAIN_CLONE, domain.name(), message(why), message(why + ".hint"), null);
        }
    }

    static Message message(String key, Object... arguments) {
        return Message.of(Clones.class, "clone." + key, arguments);
    }
}
