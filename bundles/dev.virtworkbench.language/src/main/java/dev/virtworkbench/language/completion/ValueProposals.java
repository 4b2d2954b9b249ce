package dev.virtworkbench.language.completion;

import dev.virtworkbench.language.completion.Proposal.Subject;
import dev.virtworkbench.language.reference.Usage;
import dev.virtworkbench.language.relaxng.ValueChoices;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** Picks the values to propose: of those that the schema lists, the ones with which most of the rest makes sense. */
final class ValueProposals {

    private static final List<String> UNITS = List.of("KiB", "MiB", "GiB", "TiB", "bytes");

    private ValueProposals() {
    }

    /** @param mistakes how many mistakes the document would have with a value */
    static List<Proposal> of(ValueChoices allowed, Subject subject, ToIntFunction<String> mistakes,
            Function<String, Proposal> proposal) {
        Set<String> listed = new LinkedHashSet<>(allowed.literals());
        if (listed.isEmpty()) {
            allowed.types().forEach(type -> listed.addAll(type.type().words()));
        }
        if (listed.isEmpty()) {
            UNITS.stream().filter(unit -> allowed.accepts(unit) && !allowed.accepts("disk")).forEach(listed::add);
        }
        Map<String, Integer> left = new LinkedHashMap<>();
        listed.forEach(value -> left.put(value, mistakes.applyAsInt(value)));
        int fewest = left.values().stream().mapToInt(Integer::intValue).min().orElse(0);
        Map<String, Integer> usual = Usage.packed().values(subject.path(), subject.attribute());
        List<String> fitting = new ArrayList<>(left.keySet().stream().filter(value -> left.get(value) == fewest).toList());
        fitting.sort(Comparator.comparingInt(value -> -usual.getOrDefault(value, 0)));
        return fitting.stream().map(proposal).toList();
    }
}
