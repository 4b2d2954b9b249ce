package dev.virtworkbench.language.structure;

import dev.virtworkbench.language.syntax.XmlElement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How an element is called in the outline.
 *
 * @param name what it is
 * @param detail what tells it from its like; may be empty
 * @param kind what sort of thing it is
 */
record SymbolLabel(String name, String detail, SymbolKind kind) {

    private static final int LONGEST = 80;

    SymbolLabel {
        name = shortened(name);
        detail = shortened(detail);
    }

    /** Called by its element, and by what names it, where that is not empty. */
    static SymbolLabel of(XmlElement element, String naming, String detail, SymbolKind kind) {
        return new SymbolLabel(words(element.name(), naming), detail, kind);
    }

    /** What is not empty of some words, with spaces between. */
    static String words(String... words) {
        return joined(" ", Arrays.asList(words));
    }

    /** What is not empty of some facts, set apart. */
    static String facts(String... facts) {
        return joined(" · ", Arrays.asList(facts));
    }

    static String facts(List<String> facts) {
        return joined(" · ", facts);
    }

    private static String joined(String between, List<String> parts) {
        List<String> written = new ArrayList<>(parts);
        written.removeIf(String::isBlank);
        return String.join(between, written);
    }

    /** The first of some values that is not empty. */
    static String first(String... values) {
        return Arrays.stream(values).filter(value -> !value.isBlank()).findFirst().orElse("");
    }

    /** The value of a child's attribute; empty where either is missing. */
    static String value(XmlElement element, String child, String attribute) {
        return element.element(child).map(found -> found.value(attribute)).orElse("");
    }

    /** The text of a child; empty where there is none. */
    static String text(XmlElement element, String child) {
        return element.element(child).map(found -> found.text().strip()).orElse("");
    }

    /** A size as people read it, or as it is written where that would need rounding. */
    static String size(XmlElement element) {
        String written = words(element.text().strip(), element.value("unit"));
        return SizedPlaces.text(element)
                .map(ByteSize::readable)
                .filter(ByteSize.Readable::exact)
                .map(ByteSize.Readable::text)
                .orElse(written);
    }

    private static String shortened(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        if (line.length() <= LONGEST) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
        return line.substring(0, end) + "…";
    }
}
