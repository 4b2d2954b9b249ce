package dev.virtworkbench.language.structure;

import dev.virtworkbench.language.syntax.Span;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.List;

/** The names of a tag pair, which change together as one of them is typed. */
public final class LinkedEditing {

    /**
     * What may be typed without leaving linked editing, as a regular expression that JavaScript and Java both
     * read.
     */
    public static final String WORD_PATTERN = "[\\w:.\\-\\u00B7-\\uFFFD]*";

    private LinkedEditing() {
    }

    /** The name in the start and the end tag; empty where the cursor touches neither, or where the two differ. */
    public static List<Span> at(XmlTree tree, int offset) {
        return TagNames.elementNamedAt(tree, offset)
                .filter(element -> namesAgree(tree, element))
                .map(TagNames::spans)
                .orElse(List.of());
    }

    private static boolean namesAgree(XmlTree tree, XmlElement element) {
        return element.endNameSpan().map(end -> end.of(tree.text()).equals(element.name())).orElse(false);
    }
}
