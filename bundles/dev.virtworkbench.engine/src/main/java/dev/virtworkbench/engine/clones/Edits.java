package dev.virtworkbench.engine.clones;

import dev.virtworkbench.engine.drafts.ElementEdits;
import dev.virtworkbench.language.syntax.TextEdit;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlEscapes;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.ArrayList;
import java.util.List;

/** Edits of a document, collected: whatever they do not touch stays as it is written, comments and all. */
final class Edits {

    private final ElementEdits elements;
    private final List<TextEdit> edits = new ArrayList<>();

    Edits(XmlTree document) {
        elements = new ElementEdits(document);
    }

    /** The document after all of them. */
    String text() {
        return TextEdit.apply(elements.document().text(), edits);
    }

    /** Gives an element that text for all its contents. */
    void content(XmlElement element, String text) {
        if (element.selfClosing()) {
            edits.add(new TextEdit(element.span(), "<" + element.name() + ">" + XmlEscapes.text(text) + "</" + element.name() + ">"));
        } else {
            edits.add(new TextEdit(element.content(), XmlEscapes.text(text)));
        }
    }

    void set(XmlElement element, String attribute, String value) {
        edits.add(elements.set(element, attribute, value));
    }

    void removeAttribute(XmlElement element, String attribute) {
        if (element.attribute(attribute).isPresent()) {
            edits.add(elements.remove(element, attribute));
        }
    }

    void remove(XmlElement element) {
        edits.add(elements.remove(element));
    }

    /** Puts an element behind another one, laid out as that one is. */
    void insertAfter(XmlElement element, String text) {
        edits.add(TextEdit.insert(element.span().end(), elements.before(element) + text));
    }
}
