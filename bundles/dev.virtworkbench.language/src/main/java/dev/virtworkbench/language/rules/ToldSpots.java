package dev.virtworkbench.language.rules;

import dev.virtworkbench.language.findings.Finding;
import dev.virtworkbench.language.syntax.Span;
import java.util.List;
import java.util.TreeMap;

/** The spots of findings, to be asked whether another one meets any of them. Immutable. */
final class ToldSpots {

    private final TreeMap<Integer, Integer> endByStart = new TreeMap<>();
    private final int longest;

    ToldSpots(List<Finding> findings) {
        for (Finding finding : findings) {
            endByStart.merge(finding.span().start(), finding.span().end(), Math::max);
        }
        longest = findings.stream().mapToInt(finding -> finding.span().length()).max().orElse(0);
    }

    /** Whether a finding overlaps a span, or ends or begins with it. */
    boolean meet(Span span) {
        return endByStart.subMap(span.start() - longest, true, span.end(), true).entrySet().stream()
                .anyMatch(told -> told.getValue() > span.start() && told.getKey() < span.end()
                        || told.getKey() == span.start() || told.getValue() == span.end());
    }
}
