package dev.virtworkbench.language.validation;

import java.util.ArrayList;
import java.util.List;

/** Collects mistakes, up to a number. */
final class Mistakes {

    private final int limit;
    private final List<Mistake> found = new ArrayList<>();

    Mistakes(int limit) {
        this.limit = limit;
    }

    void add(Mistake mistake) {
        if (found.size() < limit) {
            found.add(mistake);
        }
    }

    /** Whether looking on is of no use. */
    boolean full() {
        return found.size() >= limit;
    }

    int count() {
        return found.size();
    }

    /** Those found after the first {@code count}. */
    List<Mistake> since(int count) {
        return List.copyOf(found.subList(count, found.size()));
    }

    /** Takes back all but the first {@code count}, for a better explanation. */
    void forgetSince(int count) {
        found.subList(count, found.size()).clear();
    }

    /** Tells one in other words. */
    void replace(Mistake before, Mistake after) {
        found.set(found.indexOf(before), after);
    }

    List<Mistake> all() {
        return found;
    }
}
