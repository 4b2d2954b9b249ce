package dev.virtworkbench.language.formatting;

import dev.virtworkbench.language.syntax.LineIndex;
import dev.virtworkbench.language.syntax.Span;
import dev.virtworkbench.language.syntax.TextEdit;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects changes of white space and keeps each as small as it can be. Refuses to touch anything else. */
final class WhiteSpaceEdits {

    private final String text;
    private final LineIndex lines;
    private final String lineBreak;
    private final List<TextEdit> edits = new ArrayList<>();

    WhiteSpaceEdits(XmlTree tree) {
        text = tree.text();
        lines = tree.lines();
        lineBreak = lines.lineCount() < 2 ? "\n" : text.substring(lines.lineEnd(0), lines.lineStart(1));
    }

    /** Whether nothing but white space stands between two offsets. */
    boolean isBlank(int start, int end) {
        for (int i = start; i < end; i++) {
            if (" \t\r\n".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Where the white space begins that stands before {@code end}; {@code start} at the earliest. */
    int blankSince(int start, int end) {
        int since = end;
        while (since > start && " \t\r\n".indexOf(text.charAt(since - 1)) >= 0) {
            since--;
        }
        return since;
    }

    /** How many line breaks stand between two offsets. */
    int lineBreaks(int start, int end) {
        return lines.line(end) - lines.line(start);
    }

    /** The white space at the start of the line that {@code offset} is on. */
    String indentation(int offset) {
        int start = lines.lineStart(lines.line(offset));
        return text.substring(start, indentationEnd(start));
    }

    int indentationEnd(int lineStart) {
        int end = lineStart;
        while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
            end++;
        }
        return end;
    }

    /** Whether nothing but white space stands before {@code offset} on its line. */
    boolean startsLine(int offset) {
        return isBlank(lines.lineStart(lines.line(offset)), offset);
    }

    /**
     * Turns a gap into so many line breaks, the ones it has as far as they reach, and the indentation of what
     * follows.
     */
    void breakLine(int start, int end, int count, String indentation) {
        StringBuilder gap = new StringBuilder();
        int first = lines.line(start);
        int present = lines.line(end) - first;
        for (int i = 0; i < count; i++) {
            gap.append(i < present ? text.substring(lines.lineEnd(first + i), lines.lineStart(first + i + 1)) : lineBreak);
        }
        replace(start, end, gap.append(indentation).toString());
    }

    /** Replaces white space by white space, where it differs. */
    void replace(int start, int end, String space) {
        if (!isBlank(start, end) || space.equals(text.substring(start, end))) {
            return;
        }
        int from = start;
        int kept = 0;
        while (from < end && kept < space.length() && text.charAt(from) == space.charAt(kept)) {
            from++;
            kept++;
        }
        int to = end;
        int keptBehind = space.length();
        while (to > from && keptBehind > kept && text.charAt(to - 1) == space.charAt(keptBehind - 1)) {
            to--;
            keptBehind--;
        }
        edits.add(new TextEdit(new Span(from, to), space.substring(kept, keptBehind)));
    }

    /** The edits in document order. */
    List<TextEdit> inOrder() {
        return edits.stream().sorted(Comparator.comparingInt(edit -> edit.span().start())).toList();
    }
}
