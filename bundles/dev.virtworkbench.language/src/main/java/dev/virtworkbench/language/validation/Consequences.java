package dev.virtworkbench.language.validation;

import dev.virtworkbench.language.relaxng.QName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Leaves out mistakes that another one, told already, brought about. */
final class Consequences {

    private Consequences() {
    }

    static List<Mistake> dropped(List<Mistake> mistakes, Damage damage) {
        Set<QName> misplaced = new HashSet<>();
        for (Mistake mistake : mistakes) {
            if (mistake instanceof Mistake.UnknownElement unknown && unknown.knownElsewhere()) {
                misplaced.add(Names.of(unknown.element()));
            }
        }
        return mistakes.stream().filter(mistake -> !damage.explains(mistake) && !isElsewhere(mistake, misplaced)).toList();
    }

    /** What is missing here stands in the wrong place. */
    private static boolean isElsewhere(Mistake mistake, Set<QName> misplaced) {
        return mistake instanceof Mistake.MissingElements missing && misplaced.containsAll(missing.names())
                && !missing.names().isEmpty();
    }
}
