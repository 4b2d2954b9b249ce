package dev.virtworkbench.language.validation;

import dev.virtworkbench.language.relaxng.QName;
import dev.virtworkbench.language.syntax.XmlAttribute;
import dev.virtworkbench.language.syntax.XmlElement;

/** From names as they are written to names as a grammar knows them. */
public final class Names {

    private Names() {
    }

    public static QName of(XmlElement element) {
        return new QName(element.namespace(), unbound(element.namespace(), element.name(), element.localName()));
    }

    public static QName of(XmlAttribute attribute) {
        return new QName(attribute.namespace(), unbound(attribute.namespace(), attribute.name(), attribute.localName()));
    }

    /** A name whose prefix is not bound means nothing to a grammar: it keeps its colon. */
    private static String unbound(String namespace, String name, String localName) {
        return namespace.isEmpty() ? name : localName;
    }
}
