package dev.virtworkbench.server.features;

import dev.virtworkbench.language.syntax.LineIndex;
import dev.virtworkbench.language.syntax.Span;
import dev.virtworkbench.language.syntax.TextEdit;
import java.util.List;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/** Offsets as the protocol's lines and columns, and back. Both count UTF-16 units. */
public final class Ranges {

    private Ranges() {
    }

    public static Range of(LineIndex lines, Span span) {
        return new Range(position(lines, span.start()), position(lines, span.end()));
    }

    public static Position position(LineIndex lines, int offset) {
        var position = lines.position(offset);
        return new Position(position.line(), position.character());
    }

    /** The offset of a position; one outside the text counts as the nearest place in it. */
    public static int offset(LineIndex lines, Position position) {
        return lines.offset(new dev.virtworkbench.language.syntax.Position(position.getLine(), position.getCharacter()));
    }

    public static Span span(LineIndex lines, Range range) {
        int start = offset(lines, range.getStart());
        return new Span(start, Math.max(start, offset(lines, range.getEnd())));
    }

    public static List<org.eclipse.lsp4j.TextEdit> edits(LineIndex lines, List<TextEdit> edits) {
        return edits.stream().map(edit -> new org.eclipse.lsp4j.TextEdit(of(lines, edit.span()), edit.newText())).toList();
    }
}
