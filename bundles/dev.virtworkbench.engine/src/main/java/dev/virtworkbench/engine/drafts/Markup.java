package dev.virtworkbench.engine.drafts;

import dev.virtworkbench.language.syntax.XmlEscapes;
import java.util.ArrayDeque;
import java.util.Deque;

/** Writes XML, indented as libvirt does it: two blanks a level, attributes in single quotes. */
final class Markup {

    private final StringBuilder xml = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** Begins an element that has elements inside. @param attributes names and values in turn; those with an empty value are left out */
    Markup open(String element, String... attributes) {
        tag(element, attributes).append(">\n");
        open.push(element);
        return this;
    }

    /** Ends the element that was begun last. */
    Markup close() {
        String element = open.pop();
        indent().append("</").append(element).append(">\n");
        return this;
    }

    /** An element with nothing inside. */
    Markup empty(String element, String... attributes) {
        tag(element, attributes).append("/>\n");
        return this;
    }

    /** An element with a text. */
    Markup text(String element, String text, String... attributes) {
        tag(element, attributes).append('>').append(XmlEscapes.text(text)).append("</").append(element).append(">\n");
        return this;
    }

    private StringBuilder tag(String element, String... attributes) {
        indent().append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            if (!attributes[i + 1].isEmpty()) {
                xml.append(' ').append(attributes[i]).append("='").append(XmlEscapes.attribute(attributes[i + 1])).append('\'');
            }
        }
        return xml;
    }

    private StringBuilder indent() {
        return xml.append("  ".repeat(open.size()));
    }

    /** The document, with a line break at its end. */
    @Override
    public String toString() {
        return xml.toString();
    }
}
