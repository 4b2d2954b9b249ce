package dev.virtworkbench.language.rules;

import dev.virtworkbench.language.syntax.Span;
import dev.virtworkbench.language.syntax.TextEdit;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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

    /**
     * Adds markup as an element's last child; empty where the element's own tags are not whole.
     *
     * @param markup an element; if in several lines, then indented by two spaces a step from no indentation
     */
    Optional<TextEdit> append(XmlElement parent, String markup) {
        if (!parent.startTagFinished() || !parent.closed()) {
            return Optional.empty();
        }
        List<XmlElement> siblings = parent.elements();
        if (!siblings.isEmpty()) {
            XmlElement last = siblings.get(siblings.size() - 1);
            int start = lineStart(last.span().start());
            boolean ownLine = isIndentation(start, last.span().start());
            if (!ownLine) {
                return Optional.of(TextEdit.insert(last.span().end(), inOneLine(markup)));
            }
            String indentation = text.substring(start, last.span().start());
            return Optional.of(TextEdit.insert(last.span().end(),
                    lineBreak() + laidOut(markup, indentation, step(last, indentation))));
        }
        int start = lineStart(parent.span().start());
        String outer = isIndentation(start, parent.span().start()) ? text.substring(start, parent.span().start()) : null;
        String step = outer == null ? "" : step(parent, outer);
        String content = outer == null ? inOneLine(markup)
                : lineBreak() + laidOut(markup, outer + step, step) + lineBreak() + outer;
        if (!parent.selfClosing()) {
            boolean empty = parent.content().of(text).isBlank();
            return Optional.of(empty ? new TextEdit(parent.content(), content)
                    : TextEdit.insert(parent.content().end(), inOneLine(markup)));
        }
        int slash = text.lastIndexOf('/', parent.startTag().end() - 1);
        return Optional.of(new TextEdit(new Span(slash, parent.startTag().end()),
                ">" + content + "</" + parent.name() + ">"));
    }

    private String laidOut(String markup, String indentation, String step) {
        return markup.lines().map(line -> indentation + line.replace("  ", step))
                .collect(Collectors.joining(lineBreak()));
    }

    private static String inOneLine(String markup) {
        return markup.lines().map(String::strip).collect(Collectors.joining());
    }

    /** By how much an element with that indentation is indented against its parent; two spaces if that cannot be seen. */
    private String step(XmlElement element, String indentation) {
        return element.parent().map(above -> {
            int start = lineStart(above.span().start());
            String outer = text.substring(start, above.span().start());
            return outer.isBlank() && indentation.startsWith(outer) && indentation.length() > outer.length()
                    ? indentation.substring(outer.length()) : "  ";
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
