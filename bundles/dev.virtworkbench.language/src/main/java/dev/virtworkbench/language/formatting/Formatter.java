package dev.virtworkbench.language.formatting;

import dev.virtworkbench.language.syntax.Span;
import dev.virtworkbench.language.syntax.TextEdit;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlMarkup;
import dev.virtworkbench.language.syntax.XmlNode;
import dev.virtworkbench.language.syntax.XmlText;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.List;

/**
 * Lays out a document: an element a line, indented by its depth. Comments behind something stay there, blank
 * lines stay up to a limit, the content of elements with text in them stays as it is, and metadata of other
 * programs is only indented.
 */
public final class Formatter {

    /** Deeper than any document people write; what is nested deeper keeps its layout. */
    private static final int DEEPEST = 256;

    /** How much is changed. */
    private enum Mode {
        /** Everything. */
        WHOLE,
        /** Only the indentation of lines that are there already. */
        INDENTATION
    }

    private final XmlTree tree;
    private final FormattingOptions options;
    private final WhiteSpaceEdits edits;
    private final TagLayout tags;
    private final SoundPlaces sound;
    private final CommentIndentation comments;

    private Formatter(XmlTree tree, FormattingOptions options) {
        this.tree = tree;
        this.options = options;
        this.edits = new WhiteSpaceEdits(tree);
        this.tags = new TagLayout(tree.text(), options, edits);
        this.sound = new SoundPlaces(tree);
        this.comments = new CommentIndentation(tree, options, edits);
    }

    /** The edits that lay out the whole document, in its order; none if it is laid out already. */
    public static List<TextEdit> document(XmlTree tree, FormattingOptions options) {
        Formatter formatter = new Formatter(tree, options);
        formatter.wholeDocument();
        return formatter.edits.inOrder();
    }

    /** Those edits of {@link #document} that lie on the lines of {@code range}. */
    public static List<TextEdit> range(XmlTree tree, Span range, FormattingOptions options) {
        int start = tree.lines().lineStart(tree.lines().line(range.start()));
        int last = tree.lines().line(range.end());
        // A selection of whole lines ends at the start of the line behind them.
        boolean wholeLines = !range.isEmpty() && range.end() == tree.lines().lineStart(last);
        int end = tree.lines().lineEnd(wholeLines ? last - 1 : last);
        return document(tree, options).stream()
                .filter(edit -> edit.span().start() >= start && edit.span().end() <= end)
                .toList();
    }

    private void wholeDocument() {
        String text = tree.text();
        int start = text.startsWith("\uFEFF") ? 1 : 0;
        int end = siblings(tree.nodes(), start, "", Mode.WHOLE, 0);
        boolean certain = tree.nodes().stream().allMatch(sound::ends);
        if (end > start && certain && edits.isBlank(end, text.length())) {
            boolean lineBreak = edits.lineBreaks(end, text.length()) > 0 || options.insertFinalNewline();
            edits.breakLine(end, text.length(), lineBreak ? 1 : 0, "");
        }
    }

    /** Lays out some nodes from {@code from} on, each on a line of its own; returns where the last ends. */
    private int siblings(List<XmlNode> nodes, int from, String indentation, Mode mode, int depth) {
        int end = from;
        for (XmlNode node : nodes) {
            if (node instanceof XmlText data && !data.cdata()) {
                continue;
            }
            Span span = node.span();
            boolean moved = sound.ends(node) && before(end, node, indentation, mode);
            if (moved && node instanceof XmlMarkup markup && markup.kind() == XmlMarkup.Kind.COMMENT) {
                comments.move(markup.span(), indentation);
            } else if (node instanceof XmlElement element) {
                element(element, moved ? indentation : edits.indentation(span.start()), mode, depth + 1);
            }
            end = span.end();
        }
        return end;
    }

    /** The gap before a node; whether the node starts a line that has {@code indentation} now. */
    private boolean before(int end, XmlNode node, String indentation, Mode mode) {
        int start = node.span().start();
        int from = edits.blankSince(end, start);
        int breaks = edits.lineBreaks(from, start);
        if (from > end && breaks == 0) {
            // Behind something that should not be there, such as a stray end tag.
            return false;
        }
        if (from <= 1 && node.parent().isEmpty()) {
            // The document starts with it.
            edits.replace(from, start, "");
            return true;
        }
        boolean comment = node instanceof XmlMarkup markup && markup.kind() == XmlMarkup.Kind.COMMENT;
        if (breaks == 0 && (comment || mode == Mode.INDENTATION)) {
            return false;
        }
        edits.breakLine(from, start, breaksKept(breaks, mode), indentation);
        return true;
    }

    private int breaksKept(int breaks, Mode mode) {
        return mode == Mode.INDENTATION ? breaks : Math.clamp(breaks, 1, 1 + options.maxBlankLines());
    }

    private void element(XmlElement element, String indentation, Mode mode, int depth) {
        if (sound.tag(element.startTag()) && element.startTagFinished()) {
            if (mode == Mode.WHOLE) {
                tags.startTag(element, indentation);
            } else {
                tags.reindent(element, indentation);
            }
        }
        if (element.selfClosing() || depth > DEEPEST || element.value("xml:space").equals("preserve")) {
            return;
        }
        if (!sound.content(element)) {
            soundChildren(element, mode, depth);
            return;
        }
        if (mode == Mode.WHOLE) {
            tags.endTag(element.endTag().orElseThrow(), element.endNameSpan().orElseThrow());
        }
        if (!hasText(element)) {
            content(element, indentation, mode, depth);
        } else if (mode == Mode.WHOLE) {
            soundChildren(element, mode, depth);
        }
    }

    /**
     * What is laid out in an element of which something is missing, or that has text between its children:
     * each child where it is.
     */
    private void soundChildren(XmlElement element, Mode mode, int depth) {
        for (XmlElement child : element.elements()) {
            if (edits.startsLine(child.startTag().start())) {
                element(child, edits.indentation(child.startTag().start()), mode, depth + 1);
            }
        }
    }

    private void content(XmlElement element, String indentation, Mode mode, int depth) {
        Span content = element.content();
        boolean onOneLine = edits.lineBreaks(content.start(), content.end()) == 0;
        if (onOneLine && (mode == Mode.INDENTATION || element.elements().isEmpty())) {
            return;
        }
        Mode inside = element.name().equals("metadata") ? Mode.INDENTATION : mode;
        int end = siblings(element.children(), content.start(), indentation + options.step(), inside, depth);
        int breaks = edits.lineBreaks(end, content.end());
        boolean nothingInside = end == content.start();
        if (edits.isBlank(end, content.end()) && (breaks > 0 || mode == Mode.WHOLE)
                && !(nothingInside && mode == Mode.INDENTATION)) {
            edits.breakLine(end, content.end(), breaksKept(breaks, mode), indentation);
        }
    }

    private static boolean hasText(XmlElement element) {
        return element.children().stream()
                .anyMatch(child -> child instanceof XmlText data && (data.cdata() || !data.blank()));
    }
}
