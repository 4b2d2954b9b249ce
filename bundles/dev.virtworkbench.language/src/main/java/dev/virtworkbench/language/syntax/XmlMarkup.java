package dev.virtworkbench.language.syntax;

import java.util.Optional;

/** What is neither element nor text: a comment, a processing instruction, the XML declaration, a DOCTYPE. */
public final class XmlMarkup implements XmlNode {

    /** Which it is. */
    public enum Kind { COMMENT, INSTRUCTION, DECLARATION, DOCTYPE }

    private final Kind kind;
    private final Span span;
    XmlElement parent;

    XmlMarkup(Kind kind, Span span) {
        this.kind = kind;
        this.span = span;
    }

    public Kind kind() {
        return kind;
    }

    @Override
    public Span span() {
        return span;
    }

    @Override
    public Optional<XmlElement> parent() {
        return Optional.ofNullable(parent);
    }
}
