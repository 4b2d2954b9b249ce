package dev.virtworkbench.language.validation;

import dev.virtworkbench.language.syntax.Span;
import dev.virtworkbench.language.syntax.SyntaxProblem;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** What of a tree is only guessed, because the text around is not well-formed: no mistake is told of it twice. */
final class Damage {

    private final List<SyntaxProblem> problems;
    private final Set<XmlElement> torn = Collections.newSetFromMap(new IdentityHashMap<>());

    Damage(XmlTree tree) {
        problems = tree.problems();
        for (SyntaxProblem problem : problems) {
            tree.elementAt(Math.min(problem.span().start() + 1, problem.span().end())).ifPresent(element -> {
                torn.add(element);
                if (changesNesting(problem)) {
                    element.parent().ifPresent(torn::add);
                }
            });
        }
    }

    private static boolean changesNesting(SyntaxProblem problem) {
        return switch (problem.code()) {
            case UNCLOSED_ELEMENT, MISMATCHED_END_TAG, STRAY_END_TAG, UNFINISHED_START_TAG, UNFINISHED_END_TAG,
                    UNESCAPED_LESS_THAN -> true;
            default -> false;
        };
    }

    /** Whether a mistake is rather a consequence of what is not well-formed. */
    boolean explains(Mistake mistake) {
        if (problems.isEmpty()) {
            return false;
        }
        Span span = mistake.span();
        boolean sameSpot = problems.stream().anyMatch(problem -> problem.span().start() <= span.end()
                && span.start() <= problem.span().end());
        return sameSpot || torn.contains(mistake.element()) && switch (mistake) {
            case Mistake.MissingElements m -> true;
            case Mistake.MissingAttributes m -> true;
            case Mistake.WrongText m -> true;
            case Mistake.UnexpectedText m -> true;
            case Mistake.WrongValue m -> holdsProblem(m);
            default -> false;
        };
    }

    private boolean holdsProblem(Mistake.WrongValue wrong) {
        Span whole = wrong.attribute().span();
        return problems.stream().anyMatch(p -> whole.start() <= p.span().start() && p.span().end() <= whole.end());
    }
}
