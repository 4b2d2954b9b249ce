package dev.virtworkbench.language.syntax;

import java.util.Optional;

/** An attribute as it is written, whole or not. */
public final class XmlAttribute {

    private final String text;
    private final String name;
    private final Span nameSpan;
    private final Span valueSpan;
    private final Span span;
    private final char quote;
    XmlElement owner;
    String namespace = "";

    XmlAttribute(String text, String name, Span nameSpan, Span valueSpan, Span span, char quote) {
        this.text = text;
        this.name = name;
        this.nameSpan = nameSpan;
        this.valueSpan = valueSpan;
        this.span = span;
        this.quote = quote;
    }

    /** The name as written, with its prefix. */
    public String name() {
        return name;
    }

    /** What stands before the colon; empty without one. */
    public String prefix() {
        return Namespaces.prefix(name);
    }

    public String localName() {
        return Namespaces.localName(name);
    }

    /** The namespace of its prefix; empty without a prefix, or where the prefix is not bound. */
    public String namespace() {
        return namespace;
    }

    /** Whether it declares a namespace ({@code xmlns}, {@code xmlns:…}). */
    public boolean declaresNamespace() {
        return name.equals("xmlns") || name.startsWith("xmlns:");
    }

    public Span nameSpan() {
        return nameSpan;
    }

    /** From the name to the closing quote. */
    public Span span() {
        return span;
    }

    /** The value without its quotes; empty where none is written. */
    public Optional<Span> valueSpan() {
        return Optional.ofNullable(valueSpan);
    }

    /** The value with those of its quotes that are written. */
    public Optional<Span> quotedSpan() {
        if (valueSpan == null) {
            return Optional.empty();
        }
        boolean opened = valueSpan.start() > 0 && quote != 0 && text.charAt(valueSpan.start() - 1) == quote;
        return Optional.of(new Span(opened ? valueSpan.start() - 1 : valueSpan.start(), span.end()));
    }

    /** The quote character, or NUL where the value has none. */
    public char quote() {
        return quote;
    }

    /** The value as a parser reports it: references replaced, white space turned into spaces; empty where none is written. */
    public String value() {
        return valueSpan == null ? "" : References.decode(valueSpan.of(text), true);
    }

    public XmlElement owner() {
        return owner;
    }
}
