package dev.virtworkbench.language.rules;

import dev.virtworkbench.language.findings.Finding;
import dev.virtworkbench.language.syntax.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** All rules, and running them. */
public final class Rules {

    private static final List<Rule> ALL = List.of(
            new IscsiSourceNotIqn(),
            new LogicalSourceIsOwnGroup(),
            new TargetPath(),
            new ModeNotOctal(),
            new SameTargetPath(),
            new NameWithSlash(),
            new BackingStoreFormat(),
            new DecimalUnit(),
            new DuplicateDiskTarget(),
            new BootDevAndOrder());

    private Rules() {
    }

    /** The rules in the order of their documentation. */
    public static List<Rule> all() {
        return ALL;
    }

    /**
     * What the rules tell about a document, in document order.
     *
     * @param known what is told already; rules keep silent about a spot that it touches, as one mistake gets one finding
     */
    public static List<Finding> check(RuleContext context, List<Finding> known) {
        List<Finding> found = new ArrayList<>();
        for (Rule rule : ALL) {
            rule.check(context, found::add);
        }
        if (!found.isEmpty() && !known.isEmpty()) {
            Spots told = new Spots(known);
            found.removeIf(finding -> told.meet(finding.span()));
        }
        found.sort(Comparator.comparingInt(finding -> finding.span().start()));
        return List.copyOf(found);
    }

    /** Spans by their start, to be asked whether another one meets any of them. */
    private static final class Spots {

        private final TreeMap<Integer, Integer> endByStart = new TreeMap<>();
        private int longest;

        Spots(List<Finding> findings) {
            for (Finding finding : findings) {
                endByStart.merge(finding.span().start(), finding.span().end(), Math::max);
                longest = Math.max(longest, finding.span().length());
            }
        }

        boolean meet(Span span) {
            return endByStart.subMap(span.start() - longest, true, span.end(), true).entrySet().stream()
                    .anyMatch(told -> told.getValue() > span.start() && told.getKey() < span.end()
                            || told.getKey() == span.start() || told.getValue() == span.end());
        }
    }
}
