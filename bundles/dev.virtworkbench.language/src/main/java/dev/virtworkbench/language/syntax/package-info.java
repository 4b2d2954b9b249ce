/**
 * A tolerant reading of XML as it is being typed: {@link dev.virtworkbench.language.syntax.XmlTree#parse} never fails, gives
 * every tag, name, attribute, value and text its exact UTF-16 offsets, and lists what keeps the text from being well-formed
 * (XML 1.0 with Namespaces, no DOCTYPE). Everything here is immutable once a parse has returned.
 */
package dev.virtworkbench.language.syntax;
