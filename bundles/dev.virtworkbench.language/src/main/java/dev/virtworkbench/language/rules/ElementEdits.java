package dev.virtworkbench.language.rules;

import dev.virtworkbench.language.syntax.Span;
import dev.virtworkbench.language.syntax.TextEdit;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.List;
import java.util.Optional;

/** Adds and removes elements the way the document around them is laid out. */
final class ElementEdits {

    private final String text;

    ElementEdits(XmlTree tree) {
        this.text = tree.text();
    }

    /** Removes an element, and its line if nothing else stands there. */
    TextEdit remove(XmlElement element) {
        Span span = element.span();
        int start = lineStart(span.start());
        int end = span.end();
        while (end < text.length() && isBlank(text.charAt(end))) {
            end++;
        }
        boolean alone = isIndentation(start, span.start())
                && (end == text.length() || text.charAt(end) == '\n' || text.charAt(end) == '\r');
        if (!alone) {
            return TextEdit.remove(span);
        }
        if (end < text.length()) {
            end += text.startsWith("\r\n", end) ? 2 : 1;
        }
        return TextEdit.remove(new Span(start, end));
    }

    /** Adds markup as an element's last child; empty where the element's own tags are not whole. */
    Optional<TextEdit> append(XmlElement parent, String markup) {
        if (!parent.startTagFinished() || !parent.closed()) {
            return Optional.empty();
        }
        List<XmlElement> siblings = parent.elements();
        if (!siblings.isEmpty()) {
            XmlElement last = siblings.get(siblings.size() - 1);
            int start = lineStart(last.span().start());
            boolean ownLine = isIndentation(start, last.span().start());
            String gap = ownLine ? lineBreak() + text.substring(start, last.span().start()) : "";
            return Optional.of(TextEdit.insert(last.span().end(), gap + markup));
        }
        int start = lineStart(parent.span().start());
        String outer = isIndentation(start, parent.span().start()) ? text.substring(start, parent.span().start()) : null;
        String before = outer == null ? "" : lineBreak() + outer + step(parent, outer);
        String after = outer == null ? "" : lineBreak() + outer;
        if (!parent.selfClosing()) {
            boolean empty = parent.content().of(text).isBlank();
            return Optional.of(empty ? new TextEdit(parent.content(), before + markup + after)
                    : TextEdit.insert(parent.content().end(), markup));
        }
        int slash = text.lastIndexOf('/', parent.startTag().end() - 1);
        return Optional.of(new TextEdit(new Span(slash, parent.startTag().end()),
                ">" + before + markup + after + "</" + parent.name() + ">"));
    }

    /** By how much children are indented against their parent: as the parent is against its own, else two spaces. */
    private String step(XmlElement parent, String outer) {
        return parent.parent().map(above -> {
            int start = lineStart(above.span().start());
            String further = text.substring(start, above.span().start());
            return further.isBlank() && outer.startsWith(further) && outer.length() > further.length()
                    ? outer.substring(further.length()) : "  ";
        }).orElse("  ");
    }

    private String lineBreak() {
        return text.contains("\r\n") ? "\r\n" : "\n";
    }

    private int lineStart(int offset) {
        int i = offset;
        while (i > 0 && text.charAt(i - 1) != '\n' && text.charAt(i - 1) != '\r') {
            i--;
        }
        return i;
    }

    private boolean isIndentation(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isBlank(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
