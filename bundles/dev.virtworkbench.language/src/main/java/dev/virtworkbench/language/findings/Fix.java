package dev.virtworkbench.language.findings;

import dev.virtworkbench.language.syntax.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A change that mends a finding.
 *
 * @param kind what it does; fixes of one kind and finding code can be made for a whole file at once
 * @param title what it does, in words
 * @param edits the change, without overlaps
 * @param safe whether it can be made unseen: nothing written is lost, and nothing had to be chosen
 * @param remarks what is to be known about what is written, for comments before it
 */
public record Fix(Kind kind, Message title, List<TextEdit> edits, boolean safe, List<Message> remarks) {

    public Fix {
        edits = List.copyOf(edits);
        remarks = List.copyOf(remarks);
    }

    /** One that tells nothing but its title. */
    public Fix(Kind kind, Message title, List<TextEdit> edits, boolean safe) {
        this(kind, title, edits, safe, List.of());
    }

    /** The change with its remarks as comments before what is written first. */
    public List<TextEdit> edits(Locale locale) {
        if (remarks.isEmpty() || edits.isEmpty()) {
            return edits;
        }
        List<TextEdit> remarked = new ArrayList<>(edits);
        TextEdit first = edits.getFirst();
        String lastLine = first.newText().stripTrailing().substring(first.newText().stripTrailing().lastIndexOf('\n') + 1);
        String indent = lastLine.substring(0, lastLine.length() - lastLine.stripLeading().length());
        remarked.set(0, new TextEdit(first.span(), XmlComment.of(remarks, locale).replace("\n", "\n" + indent) + first.newText()));
        return remarked;
    }

    /** The kinds of change, in the order in which they are offered when nothing else tells them apart. */
    public enum Kind { RENAME, INSERT, MOVE, REPLACE, REMOVE }
}
