package dev.virtworkbench.explorer.model;

import dev.virtworkbench.engine.domains.Disk;
import dev.virtworkbench.engine.errors.ErrorCode;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.hosts.HostState;
import dev.virtworkbench.engine.hosts.HostStatus;
import dev.virtworkbench.engine.storage.VolumeSummary;
import dev.virtworkbench.explorer.model.HostObject.OfDisk;
import dev.virtworkbench.explorer.model.HostObject.OfDomain;
import dev.virtworkbench.explorer.model.HostObject.OfHost;
import dev.virtworkbench.explorer.model.HostObject.OfNetwork;
import dev.virtworkbench.explorer.model.HostObject.OfPool;
import dev.virtworkbench.explorer.model.HostObject.OfSecret;
import dev.virtworkbench.explorer.model.HostObject.OfVolume;
import dev.virtworkbench.language.findings.Message;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which node stands under which. Asking for children that nobody has read begins to read them; filtering reads nothing: what
 * has not been opened yet does not count. For one thread.
 */
public final class Tree {

    /** Volumes of a pool that the tree shows: more than that nobody scrolls through, and a table has room for all. */
    public static final int MANY_VOLUMES = 300;

    private static final Comparator<HostObject> ACTIVE_FIRST = Comparator.comparing(object -> !active(object));

    private final Contents contents;
    private NameFilter filter = NameFilter.ALL;
    private Order order = Order.NAME;

    public Tree(Contents contents) {
        this.contents = contents;
    }

    /** How the objects of a host are sorted. */
    public enum Order {
        NAME,
        /** What is active first, then by name. */
        STATE
    }

    public void sort(Order by) {
        order = by;
    }

    /** @param words what the names that are shown have in them, in any case; blank for all */
    public void filter(String words) {
        filter = NameFilter.of(words);
    }

    public List<Node> roots() {
        return contents.hosts().stream().<Node>map(OfHost::new).toList();
    }

    /** Whether a node may have children; it may turn out that it has none. */
    public boolean mayHaveChildren(Node node) {
        return switch (node) {
            case OfHost host -> true;
            case Node.Group group -> true;
            case OfPool pool -> pool.summary().state().active();
            case OfDomain domain -> true;
            case OfVolume volume -> false;
            case OfDisk disk -> false;
            case OfNetwork network -> false;
            case OfSecret secret -> false;
            case Node.Note note -> false;
        };
    }

    public List<Node> children(Node node) {
        return switch (node) {
            case OfHost(Host host) -> host.status().state() == HostState.CONNECTED
                    ? groups(host)
                    : why(node, host.status());
            case Node.Group(Host host, Node.Kind kind) -> objects(host, kind);
            case OfPool pool -> pool.summary().state().active() ? volumes(pool) : List.of();
            case OfDomain domain -> children(domain, contents.of(domain.host()).disks(domain.summary()),
                    disk -> new OfDisk(domain.host(), domain.summary(), disk), disk -> true, "none.DISKS");
            case OfVolume volume -> List.of();
            case OfDisk disk -> List.of();
            case OfNetwork network -> List.of();
            case OfSecret secret -> List.of();
            case Node.Note note -> List.of();
        };
    }

    /** What the host's driver knows nothing of is left out: its properties say so. */
    private List<Node> groups(Host host) {
        List<Node.Kind> lacking = contents.of(host).lacking();
        return Arrays.stream(Node.Kind.values()).filter(kind -> !lacking.contains(kind)).<Node>map(kind -> new Node.Group(host, kind)).toList();
    }

    /** Why there is nothing of a host to see, and what to do then. */
    private static List<Node> why(Node host, HostStatus status) {
        return status.failure().map(failure -> Stream.concat(Stream.of(failure.why()), failure.hint().stream()))
                .orElse(Stream.of(message("host." + status.state()))).<Node>map(text -> new Node.Note(host, text)).toList();
    }

    private List<Node> objects(Host host, Node.Kind kind) {
        Node group = new Node.Group(host, kind);
        HostContents has = contents.of(host);
        return switch (kind) {
            case POOLS -> children(group, has.pools(), pool -> new OfPool(host, pool), this::wanted, "none.POOLS");
            case DOMAINS -> children(group, has.domains(), domain -> new OfDomain(host, domain), this::wanted, "none.DOMAINS");
            case NETWORKS -> children(group, has.networks(), network -> new OfNetwork(host, network), this::wanted, "none.NETWORKS");
            case SECRETS -> children(group, has.secrets(), secret -> new OfSecret(host, secret), this::wanted, "none.SECRETS");
        };
    }

    private boolean wanted(HostObject object) {
        return filter.matches(object.name()) || hasWantedChild(object);
    }

    /** Whether something below that object has the words of the filter in its name. */
    public boolean hasWantedChild(HostObject object) {
        return !filter.all() && switch (object) {
            case OfPool pool -> contents.of(pool.host()).volumes(pool.summary()).latest().orElse(List.of()).stream()
                    .map(VolumeSummary::name).anyMatch(filter::matches);
            case OfDomain domain -> contents.of(domain.host()).disks(domain.summary()).latest().orElse(List.of()).stream()
                    .map(Disk::source).anyMatch(filter::matches);
            default -> false;
        };
    }

    private static boolean active(HostObject object) {
        return switch (object) {
            case OfPool pool -> pool.summary().state().active();
            case OfDomain domain -> domain.summary().id().isPresent();
            case OfNetwork network -> network.summary().active();
            default -> true;
        };
    }

    private List<Node> volumes(OfPool pool) {
        boolean all = filter.matches(pool.name());
        Reading<VolumeSummary> reading = contents.of(pool.host()).volumes(pool.summary());
        List<Node> shown = children(pool, reading, volume -> new OfVolume(pool.host(), pool.summary(), volume),
                volume -> all || filter.matches(volume.name()), "none.VOLUMES", MANY_VOLUMES);
        long more = shown.size() < MANY_VOLUMES ? 0
                : reading.latest().orElse(List.of()).stream().filter(volume -> all || filter.matches(volume.name())).count() - shown.size();
        return more <= 0 ? shown : Stream.concat(shown.stream(), Stream.<Node>of(new Node.Note(pool, message("more", more)))).toList();
    }

    private <T, N extends HostObject> List<Node> children(Node parent, Reading<T> reading, Function<T, N> node,
            Predicate<N> wanted, String none) {
        return children(parent, reading, node, wanted, none, Integer.MAX_VALUE);
    }

    private <T, N extends HostObject> List<Node> children(Node parent, Reading<T> reading, Function<T, N> node,
            Predicate<N> wanted, String none, int most) {
        reading.once();
        if (reading.failure().isPresent()) {
            VirtException why = reading.failure().get();
            return List.of(new Node.Note(parent, why.code() == ErrorCode.NO_SUPPORT ? message("unsupported") : why.text()));
        }
        if (reading.latest().isEmpty()) {
            return List.of(new Node.Note(parent, message("reading")));
        }
        List<T> found = reading.latest().get();
        Stream<N> all = found.stream().map(node).filter(wanted);
        List<Node> shown = (order == Order.NAME ? all : all.sorted(ACTIVE_FIRST)).limit(most).<Node>map(each -> each).toList();
        return shown.isEmpty() ? List.of(new Node.Note(parent, message(found.isEmpty() ? none : "none.wanted"))) : shown;
    }

    private static Message message(String key, Object... arguments) {
        return Message.of(Tree.class, key, arguments);
    }

    /** Null for a host. */
    public Node parent(Node node) {
        return switch (node) {
            case OfHost host -> null;
            case Node.Group group -> new OfHost(group.host());
            case OfPool pool -> new Node.Group(pool.host(), Node.Kind.POOLS);
            case OfVolume volume -> new OfPool(volume.host(), volume.in());
            case OfDomain domain -> new Node.Group(domain.host(), Node.Kind.DOMAINS);
            case OfDisk disk -> new OfDomain(disk.host(), disk.in());
            case OfNetwork network -> new Node.Group(network.host(), Node.Kind.NETWORKS);
            case OfSecret secret -> new Node.Group(secret.host(), Node.Kind.SECRETS);
            case Node.Note note -> note.below();
        };
    }
}
