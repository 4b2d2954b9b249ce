package dev.virtworkbench.language.validation;

import dev.virtworkbench.language.syntax.Span;
import dev.virtworkbench.language.syntax.TextEdit;
import dev.virtworkbench.language.syntax.XmlAttribute;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlNode;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a document is laid out, and edits of it that keep the layout: indentation, line breaks and quotes as they are there. */
public final class Layout {

    private final String text;
    private final String lineBreak;
    private final String unit;
    private final char quote;

    public Layout(XmlTree tree) {
        text = tree.text();
        lineBreak = text.contains("\r\n") ? "\r\n" : "\n";
        unit = tree.root().map(this::unit).orElse("  ");
        quote = tree.root().map(Layout::firstQuote).filter(q -> q != 0).orElse('\'');
    }

    /** The first quote in an element; NUL if it has none. */
    private static char firstQuote(XmlElement element) {
        for (XmlAttribute attribute : element.attributes()) {
            if (attribute.quote() != 0) {
                return attribute.quote();
            }
        }
        for (XmlNode child : element.children()) {
            char quote = child instanceof XmlElement inner ? firstQuote(inner) : 0;
            if (quote != 0) {
                return quote;
            }
        }
        return 0;
    }

    private String unit(XmlElement root) {
        for (XmlElement child : root.elements()) {
            Optional<String> inner = indentation(child);
            Optional<String> outer = indentation(root);
            if (inner.isPresent() && outer.isPresent() && inner.get().length() > outer.get().length()) {
                return inner.get().substring(outer.get().length());
            }
        }
        return "  ";
    }

    /** One step of indentation. */
    public String unit() {
        return unit;
    }

    public String lineBreak() {
        return lineBreak;
    }

    /** The quote that the document uses. */
    public char quote() {
        return quote;
    }

    /** The white space before an element that is the first on its line; empty for any other. */
    public Optional<String> indentation(XmlElement element) {
        int start = element.startTag().start();
        int i = start;
        while (i > 0 && (text.charAt(i - 1) == ' ' || text.charAt(i - 1) == '\t')) {
            i--;
        }
        boolean first = i == 0 || text.charAt(i - 1) == '\n' || text.charAt(i - 1) == '\r';
        return first ? Optional.of(text.substring(i, start)) : Optional.empty();
    }

    /** An attribute for the end of a start tag. */
    TextEdit addAttributes(XmlElement element, String attributes) {
        int at = element.attributes().isEmpty() ? element.nameSpan().end() : element.attributes().getLast().span().end();
        return TextEdit.insert(at, " " + attributes);
    }

    /** Both names of an element. */
    List<TextEdit> rename(XmlElement element, String name) {
        List<TextEdit> edits = new ArrayList<>();
        edits.add(new TextEdit(element.nameSpan(), name));
        element.endNameSpan().ifPresent(end -> edits.add(new TextEdit(end, name)));
        return edits;
    }

    /** An element and the white space that goes with it. */
    TextEdit remove(XmlElement element) {
        return TextEdit.remove(withSpaceBefore(element.span()));
    }

    /** An attribute and the white space before it. */
    TextEdit remove(XmlAttribute attribute) {
        return TextEdit.remove(withSpaceBefore(attribute.span()));
    }

    private Span withSpaceBefore(Span span) {
        int start = span.start();
        while (start > 0 && Character.isWhitespace(text.charAt(start - 1))) {
            start--;
        }
        return new Span(start, span.end());
    }

    /**
     * Puts elements into a parent.
     *
     * @param behind the child to put them behind; null for the front
     * @param lines the elements, a line each, indented among themselves
     */
    List<TextEdit> insert(XmlElement parent, XmlElement behind, List<String> lines) {
        Optional<String> outer = indentation(parent);
        List<XmlElement> children = parent.elements();
        Optional<String> inner = children.isEmpty() ? outer.map(o -> o + unit) : indentation(children.getFirst());
        String block = inner.isPresent() ? lineBreak + inner.get() + String.join(lineBreak + inner.get(), lines)
                : String.join("", lines.stream().map(String::strip).toList());
        if (parent.selfClosing()) {
            Span slash = new Span(trimmedTagEnd(parent), parent.startTag().end());
            String close = (outer.isPresent() ? lineBreak + outer.get() : "") + "</" + parent.name() + ">";
            return List.of(new TextEdit(slash, ">" + block + close));
        }
        int at = behind == null ? parent.startTag().end() : behind.span().end();
        boolean sameLine = children.isEmpty() && outer.isPresent()
                && parent.endTag().isPresent() && text.substring(at, parent.endTag().get().start()).isBlank()
                && text.substring(at, parent.endTag().get().start()).indexOf('\n') < 0;
        return List.of(TextEdit.insert(at, sameLine ? block + lineBreak + outer.get() : block));
    }

    private int trimmedTagEnd(XmlElement element) {
        int end = element.startTag().end() - 2;
        while (Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    /** An element's text as lines, their common indentation taken off. */
    List<String> lines(XmlElement element) {
        String own = indentation(element).orElse("");
        return element.span().of(text).lines()
                .map(line -> line.startsWith(own) ? line.substring(own.length()) : line.strip()).toList();
    }
}
