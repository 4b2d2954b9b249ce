package dev.virtworkbench.language.syntax;

import java.util.Comparator;
import java.util.List;

/**
 * A replacement of some characters of a document.
 *
 * @param span what is replaced; empty to insert
 * @param newText what stands there afterwards; empty to remove
 */
public record TextEdit(Span span, String newText) {

    public static TextEdit insert(int offset, String text) {
        return new TextEdit(Span.at(offset), text);
    }

    public static TextEdit remove(Span span) {
        return new TextEdit(span, "");
    }

    /**
     * The text after all edits, which must not overlap; several insertions at one place come in the order of the list.
     *
     * @throws IllegalArgumentException if two edits overlap
     */
    public static String apply(String text, List<TextEdit> edits) {
        StringBuilder out = new StringBuilder(text.length() + 64);
        int from = 0;
        for (TextEdit edit : edits.stream().sorted(Comparator.comparingInt(e -> e.span().start())).toList()) {
            if (edit.span().start() < from) {
                throw new IllegalArgumentException("edits overlap at offset " + edit.span().start());
            }
            out.append(text, from, edit.span().start()).append(edit.newText());
            from = edit.span().end();
        }
        return out.append(text, from, text.length()).toString();
    }
}
