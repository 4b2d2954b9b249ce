package dev.virtworkbench.engine.snapshots;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SnapshotTreeTest {

    private static Snapshot snapshot(String name, String parent, int second) {
        return new Snapshot(name, "", Optional.ofNullable(parent), false, Instant.ofEpochSecond(second), "shutoff", SnapshotKind.INTERNAL, List.of());
    }

    private static String words(List<SnapshotTree> trees) {
        return trees.stream().map(tree -> tree.snapshot().name() + "(" + words(tree.children()) + ")").collect(Collectors.joining(" "));
    }

    @Test
    void eachStandsOnItsParentTheOldestFirst() {
        List<SnapshotTree> trees = SnapshotTree.of(List.of(snapshot("c", "a", 4), snapshot("d", "b", 3), snapshot("a", null, 1),
                snapshot("b", "a", 2), snapshot("orphan", "gone", 5)));
        assertEquals("a(b(d()) c()) orphan()", words(trees));
        assertEquals(List.of("a", "b", "d", "c"), trees.getFirst().snapshots().map(Snapshot::name).toList());
    }

    @Test
    void whatDoesNotBelongToItsKindIsNotSaid() {
        assertThrows(IllegalArgumentException.class, () -> NewSnapshot.internal("a").quiesced());
        assertThrows(IllegalArgumentException.class, () ->
                new NewSnapshot("a", "", SnapshotKind.DISK_ONLY, Optional.of("/memory"), Map.of(), List.of(), false));
    }
}
