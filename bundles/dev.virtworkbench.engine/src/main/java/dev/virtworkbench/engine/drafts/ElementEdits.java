package dev.virtworkbench.engine.drafts;

import dev.virtworkbench.language.syntax.Span;
import dev.virtworkbench.language.syntax.TextEdit;
import dev.virtworkbench.language.syntax.XmlAttribute;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlEscapes;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.Optional;

/**
 * Edits of one document that keep the layout of what is around them; whoever asks for them applies them, in any order, to
 * that document. Safe to use from any thread.
 */
public record ElementEdits(XmlTree document) {

    /** Gives an attribute that value, whether it is there or not. */
    public TextEdit set(XmlElement element, String attribute, String value) {
        Optional<Span> old = element.attribute(attribute).flatMap(XmlAttribute::quotedSpan);
        return old.map(span -> new TextEdit(span, "'" + XmlEscapes.attribute(value) + "'"))
                .orElseGet(() -> TextEdit.insert(element.nameSpan().end(), " " + attribute + "='" + XmlEscapes.attribute(value) + "'"));
    }

    /**
     * Takes an attribute out, with the white space before it.
     *
     * @throws java.util.NoSuchElementException if it is not there
     */
    public TextEdit remove(XmlElement element, String attribute) {
        Span span = element.attribute(attribute).orElseThrow().span();
        return TextEdit.remove(new Span(span.start() - whiteSpace(span.start()).length(), span.end()));
    }

    /** Behind the last element inside, laid out as that one is. */
    public TextEdit insert(XmlElement parent, String text) {
        if (parent.elements().isEmpty()) {
            return parent.selfClosing()
                    ? new TextEdit(new Span(parent.startTag().end() - 2, parent.startTag().end()), ">" + text + "</" + parent.name() + ">")
                    : TextEdit.insert(parent.startTag().end(), text);
        }
        XmlElement last = parent.elements().getLast();
        return TextEdit.insert(last.span().end(), before(last) + text);
    }

    /** Takes an element out, with the white space before it. */
    public TextEdit remove(XmlElement element) {
        return TextEdit.remove(new Span(element.span().start() - before(element).length(), element.span().end()));
    }

    /** The white space before an element. */
    public String before(XmlElement element) {
        return whiteSpace(element.span().start());
    }

    private String whiteSpace(int end) {
        int from = end;
        while (from > 0 && Character.isWhitespace(document.text().charAt(from - 1))) {
            from--;
        }
        return document.text().substring(from, end);
    }
}
