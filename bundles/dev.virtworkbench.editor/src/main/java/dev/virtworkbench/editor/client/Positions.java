package dev.virtworkbench.editor.client;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.Region;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/** Places in a document as the protocol counts them: lines, and UTF-16 units in a line, from 0. */
public final class Positions {

    private Positions() {}

    /** @param offset 0 to the document's length; a place beyond is the end */
    public static Position at(IDocument document, int offset) {
        try {
            int inside = Math.clamp(offset, 0, document.getLength());
            int line = document.getLineOfOffset(inside);
            return new Position(line, inside - document.getLineOffset(line));
        } catch (BadLocationException changedMeanwhile) {
            return new Position(0, 0);
        }
    }

    public static Range range(IDocument document, int offset, int length) {
        return new Range(at(document, offset), at(document, offset + length));
    }

    /** The offset of a place; of one behind a line's end, that end. */
    public static int offset(IDocument document, Position position) {
        try {
            if (position.getLine() >= document.getNumberOfLines()) {
                return document.getLength();
            }
            IRegion line = document.getLineInformation(position.getLine());
            return line.getOffset() + Math.min(position.getCharacter(), line.getLength());
        } catch (BadLocationException changedMeanwhile) {
            return document.getLength();
        }
    }

    public static IRegion region(IDocument document, Range range) {
        int start = offset(document, range.getStart());
        return new Region(start, Math.max(0, offset(document, range.getEnd()) - start));
    }
}
