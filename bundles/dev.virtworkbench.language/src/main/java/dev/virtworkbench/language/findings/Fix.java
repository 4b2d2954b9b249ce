package dev.virtworkbench.language.findings;

import dev.virtworkbench.language.syntax.TextEdit;
import java.util.List;

/**
 * A change that mends a finding.
 *
 * @param kind what it does; fixes of one kind and finding code can be made for a whole file at once
 * @param title what it does, in words
 * @param edits the change, without overlaps
 * @param safe whether it can be made unseen: nothing written is lost, and nothing had to be chosen
 */
public record Fix(Kind kind, Message title, List<TextEdit> edits, boolean safe) {

    public Fix {
        edits = List.copyOf(edits);
    }

    /** The kinds of change, in the order in which they are offered when nothing else tells them apart. */
    public enum Kind { RENAME, INSERT, MOVE, REPLACE, REMOVE }
}
