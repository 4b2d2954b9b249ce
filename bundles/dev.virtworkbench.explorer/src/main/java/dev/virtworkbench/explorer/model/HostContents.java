package dev.virtworkbench.explorer.model;

import dev.virtworkbench.engine.domains.Disk;
import dev.virtworkbench.engine.domains.DomainSummary;
import dev.virtworkbench.engine.errors.ErrorCode;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.hosts.HostListener;
import dev.virtworkbench.engine.hosts.HostState;
import dev.virtworkbench.engine.libvirt.ObjectEvent;
import dev.virtworkbench.engine.networks.NetworkSummary;
import dev.virtworkbench.engine.secrets.SecretSummary;
import dev.virtworkbench.engine.snapshots.Snapshot;
import dev.virtworkbench.engine.storage.PoolSummary;
import dev.virtworkbench.engine.storage.VolumeSummary;
import dev.virtworkbench.explorer.model.HostObject.OfDomain;
import dev.virtworkbench.explorer.model.HostObject.OfDisk;
import dev.virtworkbench.explorer.model.HostObject.OfHost;
import dev.virtworkbench.explorer.model.HostObject.OfNetwork;
import dev.virtworkbench.explorer.model.HostObject.OfPool;
import dev.virtworkbench.explorer.model.HostObject.OfSecret;
import dev.virtworkbench.explorer.model.HostObject.OfVolume;
import dev.virtworkbench.explorer.model.Node.Group;
import dev.virtworkbench.explorer.model.Node.Kind;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a host has, read when it is connected and again when libvirt tells of a change. For volumes libvirt tells nothing: whoever
 * changes some has them read again. Safe to use from any thread.
 */
public final class HostContents implements HostListener {

    private static final Comparator<String> BY_NAME = String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder());

    private final Host host;
    private final Consumer<Node> changed;
    private final Reading<PoolSummary> pools;
    private final Reading<DomainSummary> domains;
    private final Reading<NetworkSummary> networks;
    private final Reading<SecretSummary> secrets;
    private final Set<Kind> lacking = ConcurrentHashMap.newKeySet();
    private final Map<UUID, Reading<VolumeSummary>> volumes = new ConcurrentHashMap<>();
    private final Map<UUID, Reading<Disk>> disks = new ConcurrentHashMap<>();
    private final Map<UUID, Reading<Snapshot>> snapshots = new ConcurrentHashMap<>();

    /** @param changed called, on any thread, with the node that has changed */
    HostContents(Host host, Consumer<Node> changed) {
        this.host = host;
        this.changed = changed;
        pools = new Reading<>(() -> host.pools().list(), PoolSummary::uuid, by(PoolSummary::name), () -> changed(Kind.POOLS));
        domains = new Reading<>(() -> host.domains().list(), DomainSummary::uuid, by(DomainSummary::name), () -> changed(Kind.DOMAINS));
        networks = new Reading<>(() -> host.networks().list(), NetworkSummary::uuid, by(NetworkSummary::name), () -> changed(Kind.NETWORKS));
        secrets = new Reading<>(() -> host.secrets().list(), SecretSummary::uuid, by(SecretSummary::usage), () -> changed(Kind.SECRETS));
        host.addListener(this);
        if (host.status().state() == HostState.CONNECTED) {
            readAgain();
        }
    }

    private static <T> Comparator<T> by(Function<T, String> name) {
        return Comparator.comparing(name, BY_NAME);
    }

    private void changed(Kind kind) {
        boolean news = reading(kind).failure().filter(why -> why.code() == ErrorCode.NO_SUPPORT).isPresent()
                ? lacking.add(kind) : lacking.remove(kind);
        changed.accept(news ? new OfHost(host) : new Group(host, kind));
    }

    private Reading<?> reading(Kind kind) {
        return switch (kind) {
            case POOLS -> pools;
            case DOMAINS -> domains;
            case NETWORKS -> networks;
            case SECRETS -> secrets;
        };
    }

    /** The kinds of objects that the host's driver knows nothing of, as far as it was asked; in their order. */
    public List<Kind> lacking() {
        return Arrays.stream(Kind.values()).filter(lacking::contains).toList();
    }

    void close() {
        host.removeListener(this);
    }

    public Host host() {
        return host;
    }

    public Reading<PoolSummary> pools() {
        return pools;
    }

    public Reading<DomainSummary> domains() {
        return domains;
    }

    public Reading<NetworkSummary> networks() {
        return networks;
    }

    public Reading<SecretSummary> secrets() {
        return secrets;
    }

    /** The volumes of a pool: their names first, their details when they are all there. */
    public Reading<VolumeSummary> volumes(PoolSummary pool) {
        return volumes.computeIfAbsent(pool.uuid(), uuid -> new Reading<>(Optional.of(() -> host.pools().pool(pool).listedVolumes()),
                () -> host.pools().pool(pool).volumeSummaries(), VolumeSummary::name, by(VolumeSummary::name),
                () -> changed.accept(new OfPool(host, pool))));
    }

    /** The disks in a domain's configuration, and those that it has only until it is shut off. */
    public Reading<Disk> disks(DomainSummary domain) {
        return disks.computeIfAbsent(domain.uuid(), uuid -> new Reading<>(() -> host.domains().domain(domain).allDisks(),
                Disk::target, by(Disk::target), () -> changed.accept(new OfDomain(host, domain))));
    }

    /** The snapshots of a domain, the oldest first. Of those of disks alone libvirt tells nothing: whoever makes one has them read again. */
    public Reading<Snapshot> snapshots(DomainSummary domain) {
        return snapshots.computeIfAbsent(domain.uuid(), uuid -> new Reading<>(() -> host.snapshots(host.domains().domain(domain)).list(),
                Snapshot::name, Comparator.comparing(Snapshot::made).thenComparing(Snapshot::name), () -> changed.accept(new OfDomain(host, domain))));
    }

    /** The domain that has that disk, as it was read last. */
    public OfDomain domain(OfDisk disk) {
        return latest(new OfDomain(host, disk.in()));
    }

    /** That object as it was read last; the given one if it is not known, and a disk as it is. */
    @SuppressWarnings("unchecked")
    public <T extends HostObject> T latest(T object) {
        HostObject latest = switch ((HostObject) object) {
            case OfPool pool -> pools.find(pool.summary().uuid())
                    .<HostObject>map(known -> new OfPool(host, known)).orElse(pool);
            case OfDomain domain -> domains.find(domain.summary().uuid())
                    .<HostObject>map(known -> new OfDomain(host, known)).orElse(domain);
            case OfNetwork network -> networks.find(network.summary().uuid())
                    .<HostObject>map(known -> new OfNetwork(host, known)).orElse(network);
            case OfSecret secret -> secrets.find(secret.summary().uuid())
                    .<HostObject>map(known -> new OfSecret(host, known)).orElse(secret);
            case OfHost same -> same;
            case OfVolume volume -> volumes(volume.in()).find(volume.name())
                    .<HostObject>map(known -> new OfVolume(host, volume.in(), known)).orElse(volume);
            case OfDisk same -> same;
        };
        return (T) latest;
    }

    /** Reads everything again that was read before, and what every view shows. */
    public void readAgain() {
        if (host.status().state() != HostState.CONNECTED) {
            return;
        }
        pools.again();
        domains.again();
        networks.again();
        secrets.again();
        disks.values().forEach(Reading::againIfWanted);
        snapshots.values().forEach(Reading::againIfWanted);
        volumes.values().forEach(Reading::againIfWanted);
    }

    /** Reads the volumes of those pools again, which somebody has changed, and how full pools are: libvirt tells of neither. */
    public void volumesChanged(Stream<PoolSummary> changedPools) {
        changedPools.distinct().forEach(pool -> volumes(pool).again());
        pools.again();
    }

    /** Reads the volumes of that pool again if they were read before, and how full it is: libvirt tells of neither. */
    public void readVolumesAgain(UUID pool) {
        if (host.status().state() != HostState.CONNECTED) {
            return;
        }
        pools.again();
        Optional.ofNullable(volumes.get(pool)).ifPresent(Reading::againIfWanted);
    }

    /** Reads the disks of that domain again if they were read before. */
    public void readDisksAgain(UUID domain) {
        if (host.status().state() == HostState.CONNECTED) {
            Optional.ofNullable(disks.get(domain)).ifPresent(Reading::againIfWanted);
        }
    }

    @Override
    public void statusChanged(Host told) {
        readAgain();
        changed.accept(new OfHost(host));
    }

    @Override
    public void objectChanged(Host told, ObjectEvent event) {
        switch (event.kind()) {
            case POOL -> {
                pools.again();
                Reading<VolumeSummary> known = volumes.get(event.uuid());
                if (known != null) {
                    poolChanged(known, event.change());
                }
            }
            case DOMAIN -> {
                domains.again();
                if (event.change() == ObjectEvent.Change.UNDEFINED) {
                    disks.remove(event.uuid());
                    snapshots.remove(event.uuid());
                }
                Stream.of(disks, snapshots).map(each -> each.get(event.uuid())).filter(Objects::nonNull).forEach(Reading::againIfWanted);
            }
            case NETWORK -> networks.again();
            case SECRET -> secrets.again();
            default -> { }
        }
    }

    private static void poolChanged(Reading<VolumeSummary> volumes, ObjectEvent.Change change) {
        switch (change) {
            case STOPPED, UNDEFINED, DELETED -> volumes.forget();
            default -> volumes.againIfWanted();
        }
    }
}
