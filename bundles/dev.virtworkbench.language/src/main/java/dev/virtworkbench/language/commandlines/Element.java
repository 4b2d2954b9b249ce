package dev.virtworkbench.language.commandlines;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.xerces.util.XMLChar;

/** An element in the making. Written, it is well-formed whatever was put into it. */
final class Element {

    private final String name;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<Element> children = new ArrayList<>();
    private String text = "";

    /** @param attributes names and values in turn; those with an empty value are left out */
    Element(String name, String... attributes) {
        this.name = name;
        for (int i = 0; i < attributes.length; i += 2) {
            set(attributes[i], attributes[i + 1]);
        }
    }

    String name() {
        return name;
    }

    /** Nothing is set by an empty value. */
    Element set(String attribute, String value) {
        if (!value.isEmpty()) {
            attributes.put(attribute, value);
        }
        return this;
    }

    Element set(String attribute, Optional<String> value) {
        return set(attribute, value.orElse(""));
    }

    String get(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    Element remove(String attribute) {
        attributes.remove(attribute);
        return this;
    }

    Element text(String value) {
        text = value;
        return this;
    }

    String text() {
        return text;
    }

    /** @return the child */
    Element add(Element child) {
        children.add(child);
        return child;
    }

    /** @return the child */
    Element add(String child, String... itsAttributes) {
        return add(new Element(child, itsAttributes));
    }

    /** The child of that name; a new one where there is none. */
    Element child(String child) {
        return find(child).orElseGet(() -> add(child));
    }

    Optional<Element> find(String child) {
        return children.stream().filter(each -> each.name.equals(child)).findFirst();
    }

    List<Element> children() {
        return children;
    }

    /** Whether nothing was said of it but that it is there. */
    boolean isEmpty() {
        return attributes.isEmpty() && children.isEmpty() && text.isEmpty();
    }

    void sort(List<String> order) {
        children.sort(Comparator.comparingInt(child -> order.contains(child.name) ? order.indexOf(child.name) : order.size()));
    }

    /** Indented as libvirt does it, with a line break at its end. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        write(out, "");
        return out.toString();
    }

    private void write(StringBuilder out, String indent) {
        out.append(indent).append('<').append(name);
        attributes.forEach((attribute, value) -> out.append(' ').append(attribute).append("='").append(escaped(value)).append('\''));
        if (children.isEmpty() && text.isEmpty()) {
            out.append("/>\n");
        } else if (children.isEmpty()) {
            out.append('>').append(escaped(text)).append("</").append(name).append(">\n");
        } else {
            out.append(">\n");
            children.forEach(child -> child.write(out, indent + "  "));
            out.append(indent).append("</").append(name).append(">\n");
        }
    }

    /** Characters that XML cannot hold at all become the sign for such. */
    private static String escaped(String value) {
        StringBuilder out = new StringBuilder(value.length() + 8);
        value.codePoints().forEach(character -> {
            switch (character) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '\'' -> out.append("&apos;");
                case '\n' -> out.append("&#10;");
                case '\t' -> out.append("&#9;");
                case '\r' -> out.append("&#13;");
                default -> out.appendCodePoint(XMLChar.isValid(character) ? character : 0xFFFD);
            }
        });
        return out.toString();
    }
}
