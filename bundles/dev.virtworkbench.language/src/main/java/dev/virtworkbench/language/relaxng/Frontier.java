package dev.virtworkbench.language.relaxng;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What is left to match in the element a place lies in, together with what is left in each element around it.
 * Where the schema leaves open which of several patterns the document follows there are several entries; nearly
 * always there is one. Immutable.
 */
final class Frontier {

    /**
     * One way to go on.
     *
     * @param left what is left to match in the innermost element
     * @param outer what is left around it; null outside of the root
     */
    record Entry(Pattern left, Frontier outer) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Entry that && left == that.left
                    && (outer == that.outer || outer != null && outer.equals(that.outer));
        }

        @Override
        public int hashCode() {
            return left.hashCode() * 31 + (outer == null ? 0 : outer.hash);
        }
    }

    private final Entry[] entries;
    private final int hash;

    private Frontier(Entry... entries) {
        this.entries = entries;
        int sum = 0;
        for (Entry entry : entries) {
            sum += entry.hashCode();
        }
        this.hash = sum;
    }

    static Frontier of(Pattern left, Frontier outer) {
        return new Frontier(new Entry(left, outer));
    }

    /** The frontier of these entries, as few as say the same; null if there are none. */
    static Frontier of(List<Entry> entries, PatternTable table) {
        if (entries.size() > 1) {
            entries = joined(new ArrayList<>(entries), table);
        }
        return entries.isEmpty() ? null : new Frontier(entries.toArray(Entry[]::new));
    }

    private static List<Entry> joined(List<Entry> entries, PatternTable table) {
        for (int i = 0; i < entries.size(); i++) {
            for (int j = entries.size() - 1; j > i; j--) {
                Entry one = entries.get(i);
                Entry other = entries.get(j);
                if (one.left() == other.left()) {
                    entries.remove(j);
                    if (!one.equals(other)) {
                        List<Entry> outer = new ArrayList<>(Arrays.asList(one.outer().entries));
                        outer.addAll(Arrays.asList(other.outer().entries));
                        entries.set(i, new Entry(one.left(), of(outer, table)));
                    }
                }
            }
        }
        for (int i = 0; i < entries.size(); i++) {
            for (int j = entries.size() - 1; j > i; j--) {
                Entry one = entries.get(i);
                Entry other = entries.get(j);
                if (one.outer() == other.outer() || one.outer() != null && one.outer().equals(other.outer())) {
                    entries.remove(j);
                    entries.set(i, new Entry(table.choice(one.left(), other.left()), one.outer()));
                }
            }
        }
        return entries;
    }

    Entry[] entries() {
        return entries;
    }

    @Override
    public boolean equals(Object other) {
        if (this == other) {
            return true;
        }
        if (!(other instanceof Frontier that) || hash != that.hash || entries.length != that.entries.length) {
            return false;
        }
        for (Entry entry : entries) {
            if (!Arrays.asList(that.entries).contains(entry)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
