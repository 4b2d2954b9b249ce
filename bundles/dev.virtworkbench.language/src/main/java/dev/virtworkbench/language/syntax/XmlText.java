package dev.virtworkbench.language.syntax;

import java.util.Optional;

/** Character data between tags, or a CDATA section. */
public final class XmlText implements XmlNode {

    private final String text;
    private final Span span;
    private final boolean cdata;
    private final boolean blank;
    XmlElement parent;

    XmlText(String text, Span span, boolean cdata) {
        this.text = text;
        this.span = span;
        this.cdata = cdata;
        this.blank = isBlank(text, span);
    }

    private static boolean isBlank(String text, Span span) {
        for (int i = span.start(); i < span.end(); i++) {
            if (!XmlCharacters.isSpace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Span span() {
        return span;
    }

    @Override
    public Optional<XmlElement> parent() {
        return Optional.ofNullable(parent);
    }

    /** Whether this is a {@code <![CDATA[…]]>} section, whose span includes its delimiters. */
    public boolean cdata() {
        return cdata;
    }

    /** Whether nothing but white space is written here. */
    public boolean blank() {
        return blank;
    }

    /** The characters meant: references replaced, line breaks as LF. What is no reference stays as it is written. */
    public String value() {
        if (cdata) {
            int start = span.start() + "<![CDATA[".length();
            int end = text.startsWith("]]>", span.end() - 3) && span.end() - 3 >= start ? span.end() - 3 : span.end();
            return References.normaliseLineBreaks(text.substring(start, end));
        }
        return References.decode(span.of(text), false);
    }

    /** Where the text stands without the white space around it; empty at the span's start if it is blank. */
    public Span trimmed() {
        int start = span.start();
        int end = span.end();
        while (start < end && XmlCharacters.isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && XmlCharacters.isSpace(text.charAt(end - 1))) {
            end--;
        }
        return start == end ? Span.at(span.start()) : new Span(start, end);
    }
}
