package dev.virtworkbench.language.formatting;

import dev.virtworkbench.language.syntax.Span;
import dev.virtworkbench.language.syntax.TextEdit;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlMarkup;
import dev.virtworkbench.language.syntax.XmlNode;
import dev.virtworkbench.language.syntax.XmlText;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.List;
import java.util.Optional;

/**
 * Indents the line that somebody is typing: a new line by the element around it, the line of an end tag like
 * its start tag. What is on the lines before counts as it is written, so that documents in any style are
 * gone on with in their style.
 */
public final class OnTypeFormatting {

    /** The characters that lead to a change. */
    public static final List<String> TRIGGERS = List.of("\n", ">", "/");

    private final XmlTree tree;
    private final FormattingOptions options;
    private final WhiteSpaceEdits edits;

    private OnTypeFormatting(XmlTree tree, FormattingOptions options) {
        this.tree = tree;
        this.options = options;
        this.edits = new WhiteSpaceEdits(tree);
    }

    /**
     * The edits after a character was typed; usually none or one.
     *
     * @param offset where the cursor is now: behind {@code typed}, and behind what the editor indented by itself
     * @param typed one of {@link #TRIGGERS}; nothing is done for others
     */
    public static List<TextEdit> at(XmlTree tree, int offset, char typed, FormattingOptions options) {
        if (offset < 0 || offset > tree.text().length()) {
            return List.of();
        }
        OnTypeFormatting formatting = new OnTypeFormatting(tree, options);
        switch (typed) {
            case '\n', '\r' -> formatting.newLine(offset);
            case '>', '/' -> formatting.endTag(offset);
            default -> { }
        }
        return formatting.edits.inOrder();
    }

    private void newLine(int offset) {
        int lineStart = tree.lines().lineStart(tree.lines().line(offset));
        int rest = edits.indentationEnd(lineStart);
        if (lineStart == 0 || isLiteral(lineStart)) {
            return;
        }
        String before = tree.text().substring(0, lineStart);
        Optional<XmlElement> around = endedBy(before + "</", lineStart);
        if (around.isEmpty()) {
            edits.replace(lineStart, rest, "");
            return;
        }
        XmlElement element = around.get();
        String outer = edits.indentation(element.startTag().start());
        if (!element.startTagFinished()) {
            String aligned = new TagLayout(before, options, edits).alignment(element, outer);
            edits.replace(lineStart, rest, aligned);
        } else if (!hasText(element)) {
            boolean closing = tree.text().startsWith("</", rest);
            edits.replace(lineStart, rest, closing ? outer : outer + options.step());
        }
    }

    /** Indents an end tag, whole or just begun, that stands at its line's start. */
    private void endTag(int offset) {
        String before = tree.text().substring(0, offset);
        int start = before.lastIndexOf("</");
        if (start < 0 || !edits.startsLine(start)) {
            return;
        }
        endedBy(before, start)
                .filter(element -> !hasText(element) && element.endTag().orElseThrow().end() == offset)
                .ifPresent(element -> edits.replace(tree.lines().lineStart(tree.lines().line(start)), start,
                        edits.indentation(element.startTag().start())));
    }

    /** Whether line breaks are data where the line starts: in comments, CDATA sections, values. */
    private boolean isLiteral(int lineStart) {
        for (int at : new int[] {lineStart, lineStart - 1}) {
            XmlNode node = tree.nodeAt(at).orElse(null);
            boolean inside = node != null && node.span().start() < lineStart && lineStart < node.span().end();
            if (inside && (node instanceof XmlMarkup || node instanceof XmlText data && data.cdata())) {
                return true;
            }
            if (inside && node instanceof XmlElement element && element.attributes().stream()
                    .anyMatch(a -> a.valueSpan().filter(value -> within(value, lineStart)).isPresent())) {
                return true;
            }
        }
        return false;
    }

    private static boolean within(Span value, int offset) {
        return value.start() < offset && offset <= value.end();
    }

    /**
     * The element that the end tag at {@code start}, the last tag of {@code text}, ends: the innermost one
     * open before it.
     */
    private static Optional<XmlElement> endedBy(String text, int start) {
        return XmlTree.parse(text).elements().stream()
                .filter(element -> element.endTag().filter(tag -> tag.start() == start).isPresent())
                .findFirst();
    }

    private static boolean hasText(XmlElement element) {
        return element.children().stream()
                .anyMatch(child -> child instanceof XmlText data && (data.cdata() || !data.blank()));
    }
}
