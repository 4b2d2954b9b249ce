package dev.virtworkbench.language.syntax;

import java.util.Optional;

/** A piece of a document. Nodes of one parent stand in document order and do not overlap. */
public sealed interface XmlNode permits XmlElement, XmlText, XmlMarkup {

    /** From the first to the last character that belongs to the node. */
    Span span();

    /** The element around this node; empty at the top level. */
    Optional<XmlElement> parent();
}
