package dev.virtworkbench.explorer.model;

import java.util.Locale;

/**
 * Words that a name must have in it; all names have no words in them.
 *
 * @param words in lower case
 */
record NameFilter(String words) {

    static final NameFilter ALL = new NameFilter("");

    static NameFilter of(String typed) {
        return new NameFilter(typed.strip().toLowerCase(Locale.ROOT));
    }

    boolean all() {
        return words.isEmpty();
    }

    boolean matches(String name) {
        return all() || name.toLowerCase(Locale.ROOT).contains(words);
    }
}
