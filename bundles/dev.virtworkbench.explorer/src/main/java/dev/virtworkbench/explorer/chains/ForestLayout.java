package dev.virtworkbench.explorer.chains;

import dev.virtworkbench.engine.images.ImageForest;
import dev.virtworkbench.engine.images.ImageForest.Member;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Where images stand, in columns and rows of equal boxes: what others build on to the left, what builds on it to the right and around
 * its height. Trees stand below each other; images without a tree fill the rows below them.
 */
public final class ForestLayout {

    /**
     * The place of an image.
     *
     * @param column from the left, 0 and up
     * @param row from the top; between two rows where an odd number builds on it
     */
    public record Box(Member member, int column, double row) { }

    private static final double GAP = 0.4;

    private final Map<String, Box> boxes = new LinkedHashMap<>();
    private final List<Box[]> links = new ArrayList<>();
    private int columns;
    private double rows;

    /**
     * @param shown which are looked for: trees without one of them are left out
     * @param wide how many columns can be seen, at least 1: images without a tree fill them
     */
    public ForestLayout(ImageForest forest, Predicate<Member> shown, int wide) {
        List<Member> alone = new ArrayList<>();
        for (Member root : forest.roots()) {
            List<Member> tree = tree(forest, root);
            if (tree.stream().noneMatch(shown)) {
                continue;
            }
            if (tree.size() == 1) {
                alone.add(root);
            } else {
                place(forest, root, 0, new LinkedHashSet<>());
                rows += GAP;
            }
        }
        for (int i = 0; i < alone.size(); i++) {
            put(alone.get(i), i % wide, rows + i / wide);
        }
        rows += (alone.size() + wide - 1) / wide;
        for (Box box : boxes.values()) {
            forest.base(box.member()).map(base -> boxes.get(base.path())).ifPresent(base -> links.add(new Box[] {base, box}));
        }
    }

    private static List<Member> tree(ImageForest forest, Member root) {
        Set<Member> tree = new LinkedHashSet<>();
        List<Member> next = new ArrayList<>(List.of(root));
        while (!next.isEmpty()) {
            Member member = next.removeLast();
            if (tree.add(member)) {
                next.addAll(forest.overlays(member));
            }
        }
        return List.copyOf(tree);
    }

    /** Chains are as long as QEMU opens them, some hundreds at most: few enough to call itself. @return its row */
    private double place(ImageForest forest, Member member, int column, Set<Member> seen) {
        seen.add(member);
        List<Double> above = new ArrayList<>();
        for (Member overlay : forest.overlays(member)) {
            // of a circle each is placed once
            if (!seen.contains(overlay)) {
                above.add(place(forest, overlay, column + 1, seen));
            }
        }
        double row = above.isEmpty() ? rows++ : (above.getFirst() + above.getLast()) / 2;
        put(member, column, row);
        return row;
    }

    private void put(Member member, int column, double row) {
        boxes.put(member.path(), new Box(member, column, row));
        columns = Math.max(columns, column + 1);
    }

    /** All boxes. */
    public Collection<Box> boxes() {
        return Collections.unmodifiableCollection(boxes.values());
    }

    /** Pairs of which the second builds on the first. */
    List<Box[]> links() {
        return links;
    }

    public Optional<Box> box(String path) {
        return Optional.ofNullable(boxes.get(path));
    }

    /** How many columns it takes. */
    public int columns() {
        return columns;
    }

    /** How many rows it takes. */
    public double rows() {
        return rows;
    }
}
