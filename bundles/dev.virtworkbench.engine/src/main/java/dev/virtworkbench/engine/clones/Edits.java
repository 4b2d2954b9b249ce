package dev.virtworkbench.engine.clones;

import dev.virtworkbench.language.syntax.Span;
import dev.virtworkbench.language.syntax.TextEdit;
import dev.virtworkbench.language.syntax.XmlAttribute;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Edits of a document, collected: whatever they do not touch stays as it is written, comments and all. */
final class Edits {

    private final XmlTree document;
    private final List<TextEdit> edits = new ArrayList<>();

    Edits(XmlTree document) {
        this.document = document;
    }

    /** The document after all of them. */
    String text() {
        return TextEdit.apply(document.text(), edits);
    }

    /** Gives an element that text for all its contents. */
    void content(XmlElement element, String text) {
        if (element.selfClosing()) {
            edits.add(new TextEdit(element.span(), "<" + element.name() + ">" + escaped(text) + "</" + element.name() + ">"));
        } else {
            edits.add(new TextEdit(element.content(), escaped(text)));
        }
    }

    void set(XmlElement element, String attribute, String value) {
        Optional<Span> old = element.attribute(attribute).flatMap(XmlAttribute::quotedSpan);
        edits.add(old.map(span -> new TextEdit(span, "'" + escaped(value) + "'"))
                .orElseGet(() -> TextEdit.insert(element.nameSpan().end(), " " + attribute + "='" + escaped(value) + "'")));
    }

    void removeAttribute(XmlElement element, String attribute) {
        element.attribute(attribute).ifPresent(old -> edits.add(TextEdit.remove(withSpaceBefore(old.span()))));
    }

    void remove(XmlElement element) {
        edits.add(TextEdit.remove(withSpaceBefore(element.span())));
    }

    /** Puts an element behind another one, laid out as that one is. */
    void insertAfter(XmlElement element, String text) {
        Span with = withSpaceBefore(element.span());
        edits.add(TextEdit.insert(element.span().end(), document.text().substring(with.start(), element.span().start()) + text));
    }

    private Span withSpaceBefore(Span span) {
        int from = span.start();
        while (from > 0 && Character.isWhitespace(document.text().charAt(from - 1))) {
            from--;
        }
        return new Span(from, span.end());
    }

    static String escaped(String value) {
        return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("'", "&apos;");
    }
}
