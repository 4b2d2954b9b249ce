package dev.virtworkbench.language.formatting;

import dev.virtworkbench.language.syntax.LineIndex;
import dev.virtworkbench.language.syntax.Span;
import dev.virtworkbench.language.syntax.XmlTree;

/** Moves the lines of a comment along with its first, so that a commented-out device keeps its shape. */
final class CommentIndentation {

    private final LineIndex lines;
    private final FormattingOptions options;
    private final WhiteSpaceEdits edits;

    CommentIndentation(XmlTree tree, FormattingOptions options, WhiteSpaceEdits edits) {
        this.lines = tree.lines();
        this.options = options;
        this.edits = edits;
    }

    /** Moves what follows the first line of a comment as far as that line moves to get to {@code indentation}. */
    void move(Span comment, String indentation) {
        int first = lines.line(comment.start());
        if (!edits.startsLine(comment.start())) {
            return;
        }
        int by = options.column(indentation) - options.column(edits.indentation(comment.start()));
        int last = lines.line(comment.end());
        for (int line = first + 1; line <= last; line++) {
            if (!isBlank(line)) {
                by = Math.max(by, -column(line));
            }
        }
        for (int line = first + 1; by != 0 && line <= last; line++) {
            if (!isBlank(line)) {
                int start = lines.lineStart(line);
                edits.replace(start, edits.indentationEnd(start), options.upTo(column(line) + by));
            }
        }
    }

    private int column(int line) {
        return options.column(edits.indentation(lines.lineStart(line)));
    }

    private boolean isBlank(int line) {
        return edits.isBlank(lines.lineStart(line), lines.lineEnd(line));
    }
}
