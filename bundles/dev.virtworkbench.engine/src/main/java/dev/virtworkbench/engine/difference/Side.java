package dev.virtworkbench.engine.difference;

import dev.virtworkbench.language.syntax.Span;
import dev.virtworkbench.language.syntax.XmlElement;

/**
 * A change as one of the two documents has it.
 *
 * @param element the element, or the one that has the attribute
 * @param span what to mark: the attribute, the text, or the element
 * @param value what stands there, for people, without secrets; may be empty
 */
public record Side(XmlElement element, Span span, String value) {
}
