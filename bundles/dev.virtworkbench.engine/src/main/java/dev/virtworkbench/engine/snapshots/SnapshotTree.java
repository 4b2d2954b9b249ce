package dev.virtworkbench.engine.snapshots;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A snapshot and those that were made on top of it, the oldest first.
 *
 * @param children each with its own
 */
public record SnapshotTree(Snapshot snapshot, List<SnapshotTree> children) {

    public SnapshotTree {
        children = List.copyOf(children);
    }

    /** The trees of a domain's snapshots: one for each that stands on no other, or on one that is gone. */
    public static List<SnapshotTree> of(List<Snapshot> all) {
        List<String> names = all.stream().map(Snapshot::name).toList();
        return on(all, snapshot -> snapshot.parent().filter(names::contains).isEmpty());
    }

    private static List<SnapshotTree> on(List<Snapshot> all, Predicate<Snapshot> which) {
        return all.stream().filter(which).sorted(Comparator.comparing(Snapshot::made).thenComparing(Snapshot::name))
                .map(each -> new SnapshotTree(each, on(all, child -> child.parent().equals(Optional.of(each.name()))))).toList();
    }

    /** All of it, each before what stands on it. */
    public Stream<Snapshot> snapshots() {
        return Stream.concat(Stream.of(snapshot), children.stream().flatMap(SnapshotTree::snapshots));
    }
}
