package dev.virtworkbench.language.rules;

import dev.virtworkbench.language.findings.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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

    /** What the rules tell about a document, in document order. What is known already is left out. */
    public static List<Finding> check(RuleContext context) {
        List<Finding> found = new ArrayList<>();
        for (Rule rule : ALL) {
            rule.check(context, finding -> {
                if (!context.isTold(finding.span())) {
                    found.add(finding);
                }
            });
        }
        found.sort(Comparator.comparingInt(finding -> finding.span().start()));
        return List.copyOf(found);
    }
}
