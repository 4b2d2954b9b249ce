package dev.virtworkbench.language.relaxng;

import dev.virtworkbench.language.relaxng.Pattern.Attribute;
import dev.virtworkbench.language.relaxng.Pattern.Choice;
import dev.virtworkbench.language.relaxng.Pattern.Element;
import dev.virtworkbench.language.relaxng.Pattern.Group;
import dev.virtworkbench.language.relaxng.Pattern.Interleave;
import dev.virtworkbench.language.relaxng.Pattern.NotAllowed;
import dev.virtworkbench.language.relaxng.Pattern.OneOrMore;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** How much a person must write, at least, to match a pattern: elements count most, text least. */
final class Costs {

    /** No document matches. */
    static final int IMPOSSIBLE = 1_000_000;

    private static final int ELEMENT = 4;
    private static final int ATTRIBUTE = 2;
    private static final int TEXT = 1;

    private final Map<ElementDefinition, Integer> contents = new HashMap<>();

    /** Elements hold each other: their costs are lowered from impossible until none gets cheaper. */
    Costs(Collection<ElementDefinition> elements) {
        for (boolean changed = true; changed; ) {
            changed = false;
            for (ElementDefinition element : elements) {
                int cost = of(element.content());
                if (cost < contents.getOrDefault(element, IMPOSSIBLE)) {
                    contents.put(element, cost);
                    changed = true;
                }
            }
        }
    }

    /** At most {@link #IMPOSSIBLE}. */
    int of(Pattern pattern) {
        if (pattern.isNullable()) {
            return 0;
        }
        int cost = switch (pattern) {
            case NotAllowed none -> IMPOSSIBLE;
            case Element element -> ELEMENT + contents.getOrDefault(element.definition(), IMPOSSIBLE);
            case Attribute attribute -> ATTRIBUTE;
            case Group group -> of(group.first()) + of(group.second());
            case OneOrMore many -> of(many.operand());
            case Interleave interleave -> {
                int sum = 0;
                for (Pattern member : interleave.members()) {
                    sum = Math.min(IMPOSSIBLE, sum + of(member));
                }
                yield sum;
            }
            case Choice choice -> {
                int least = IMPOSSIBLE;
                for (Pattern alternative : choice.alternatives()) {
                    least = Math.min(least, of(alternative));
                }
                yield least;
            }
            default -> TEXT;
        };
        return Math.min(IMPOSSIBLE, cost);
    }
}
