package dev.virtworkbench.engine.apply;

import dev.virtworkbench.engine.difference.Change;
import dev.virtworkbench.engine.difference.Difference;
import dev.virtworkbench.engine.difference.Origin;
import dev.virtworkbench.engine.difference.Place;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.List;
import java.util.Optional;

/**
 * The object was changed by somebody else since it was opened. The three documents hold passwords.
 *
 * @param opened what the editing began from
 * @param present what the host has now
 * @param edited what shall be applied
 * @param theirs from opened to present; never empty
 * @param mine from opened to edited
 * @param both those of mine that stand where one of theirs does: to apply mine undoes these
 */
public record Conflict(String opened, String present, String edited, List<Change> theirs, List<Change> mine,
        List<Change> both) {

    public Conflict {
        theirs = List.copyOf(theirs);
        mine = List.copyOf(mine);
        both = List.copyOf(both);
    }

    static Optional<Conflict> of(String opened, String present, XmlTree edited) {
        XmlTree base = XmlTree.parse(opened);
        List<Change> theirs = Difference.of(base, Origin.LIBVIRT, XmlTree.parse(present), Origin.LIBVIRT).changes();
        if (theirs.isEmpty()) {
            return Optional.empty();
        }
        List<Change> mine = Difference.of(base, Origin.LIBVIRT, edited, Origin.PERSON).changes();
        List<Change> both = mine.stream()
                .filter(change -> theirs.stream().anyMatch(other -> touch(change.place(), other.place()))).toList();
        return Optional.of(new Conflict(opened, present, edited.text(), theirs, mine, both));
    }

    /** Whether one place is the other or within it. */
    private static boolean touch(Place a, Place b) {
        int common = Math.min(a.steps().size(), b.steps().size());
        if (!a.steps().subList(0, common).equals(b.steps().subList(0, common))) {
            return false;
        }
        return a.steps().size() != b.steps().size() || a.attribute().equals(b.attribute());
    }

    @Override
    public String toString() {
        return "theirs " + theirs + " mine " + mine;
    }
}
