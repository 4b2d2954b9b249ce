package dev.virtworkbench.engine.drafts;

import dev.virtworkbench.language.syntax.Span;
import dev.virtworkbench.language.syntax.TextEdit;
import dev.virtworkbench.language.syntax.XmlAttribute;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.Optional;

/** Edits of a document that keep the layout of what is around them. */
record Writing(XmlTree document) {

    TextEdit set(XmlElement element, String attribute, String value) {
        Optional<Span> old = element.attribute(attribute).flatMap(XmlAttribute::quotedSpan);
        return old.map(span -> new TextEdit(span, "'" + DiskSettings.escaped(value) + "'"))
                .orElseGet(() -> TextEdit.insert(element.nameSpan().end(), " " + attribute + "='" + DiskSettings.escaped(value) + "'"));
    }

    /** Takes an attribute out that is there. */
    TextEdit remove(XmlElement element, String attribute) {
        Span span = element.attribute(attribute).orElseThrow().span();
        return TextEdit.remove(new Span(span.start() - whiteSpace(span.start()).length(), span.end()));
    }

    /** Behind the last element inside, laid out as that one is. */
    TextEdit insert(XmlElement parent, String text) {
        if (parent.elements().isEmpty()) {
            return parent.selfClosing()
                    ? new TextEdit(new Span(parent.startTag().end() - 2, parent.startTag().end()), ">" + text + "</" + parent.name() + ">")
                    : TextEdit.insert(parent.startTag().end(), text);
        }
        XmlElement last = parent.elements().getLast();
        return TextEdit.insert(last.span().end(), before(last) + text);
    }

    /** With the white space before it. */
    TextEdit remove(XmlElement element) {
        return TextEdit.remove(new Span(element.span().start() - before(element).length(), element.span().end()));
    }

    /** The white space before an element. */
    String before(XmlElement element) {
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
