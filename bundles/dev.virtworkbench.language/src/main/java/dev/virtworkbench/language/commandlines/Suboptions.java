package dev.virtworkbench.language.commandlines;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The value of an option that has options of its own: {@code path=/a,format=qcow2,readonly}. Two commas stand for one that belongs
 * to the value. What nobody takes is left out of the document, and {@link #leftOver} tells so.
 */
final class Suboptions {

    private static final String ON = "on";

    private record Entry(String name, String value) { }

    private final Word whole;
    private final List<Entry> entries = new ArrayList<>();

    /** @param first the name of what stands first without a name; empty where that is a flag as any other */
    Suboptions(Word whole, String first) {
        this.whole = whole;
        StringBuilder part = new StringBuilder();
        String text = whole.text();
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == ',' && !text.startsWith(",,", i)) {
                entry(part.toString(), first);
                part.setLength(0);
            } else {
                part.append(text.charAt(i));
                i += text.startsWith(",,", i) ? 1 : 0;
            }
        }
    }

    private void entry(String part, String first) {
        int sign = part.indexOf('=');
        if (part.isEmpty()) {
            return;
        }
        if (sign > 0) {
            entries.add(new Entry(part.substring(0, sign).strip(), part.substring(sign + 1)));
        } else if (entries.isEmpty() && !first.isEmpty()) {
            entries.add(new Entry(first, part));
        } else {
            entries.add(new Entry(part.strip(), ON));
        }
    }

    Word word() {
        return whole;
    }

    boolean has(String name) {
        return entries.stream().anyMatch(entry -> entry.name().equals(name));
    }

    /** The last value under any of these names; they are gone then. */
    Optional<String> take(String... names) {
        List<String> all = takeAll(names);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    List<String> takeAll(String... names) {
        List<Entry> found = entries.stream().filter(entry -> List.of(names).contains(entry.name())).toList();
        entries.removeAll(found);
        return found.stream().map(Entry::value).toList();
    }

    String text(String... names) {
        return take(names).orElse("");
    }

    /** Whether it is switched on. */
    boolean on(String... names) {
        return take(names).filter(value -> List.of(ON, "yes", "true", "1").contains(value)).isPresent();
    }

    /** Names of what was neither taken nor told about. */
    List<String> names() {
        return entries.stream().map(Entry::name).distinct().toList();
    }

    /** Tells what nobody took. */
    void leftOver(Notes notes, String option) {
        entries.forEach(entry -> notes.leftOut(whole.span(), "suboption.unknown", entry.name(), option));
    }
}
