package dev.virtworkbench.server.documents;

import dev.virtworkbench.language.syntax.LineIndex;
import dev.virtworkbench.language.syntax.Position;
import java.util.List;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;

/** Applies the edits that a client reports. */
final class TextChanges {

    private TextChanges() {
    }

    /**
     * The text after the changes of one notification, each of which speaks about the text that the one before it left.
     * A position outside the text counts as the nearest place in it; a range written backwards counts as its reverse.
     *
     * @param lines the lines of {@code text}
     */
    static String apply(String text, LineIndex lines, List<TextDocumentContentChangeEvent> changes) {
        String current = text;
        LineIndex index = lines;
        for (TextDocumentContentChangeEvent change : changes) {
            if (change.getRange() == null) {
                current = change.getText();
                index = null;
                continue;
            }
            if (index == null) {
                index = new LineIndex(current);
            }
            current = replace(current, index, change.getRange(), change.getText());
            index = null;
        }
        return current;
    }

    private static String replace(String text, LineIndex lines, Range range, String replacement) {
        int one = offset(lines, range.getStart());
        int other = offset(lines, range.getEnd());
        int start = Math.min(one, other);
        int end = Math.max(one, other);
        return new StringBuilder(text.length() - (end - start) + replacement.length())
                .append(text, 0, start).append(replacement).append(text, end, text.length()).toString();
    }

    private static int offset(LineIndex lines, org.eclipse.lsp4j.Position position) {
        return lines.offset(new Position(position.getLine(), position.getCharacter()));
    }
}
