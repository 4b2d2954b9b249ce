package dev.virtworkbench.language.structure;

import dev.virtworkbench.language.syntax.Span;
import dev.virtworkbench.language.syntax.TextEdit;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.List;
import java.util.Optional;
import org.apache.xerces.util.XMLChar;

/** Renames an element in its start and end tag. */
public final class ElementRename {

    /**
     * What can be renamed at a cursor.
     *
     * @param span the name that the cursor touches
     * @param placeholder the name as it is
     */
    public record Target(Span span, String placeholder) {
    }

    private ElementRename() {
    }

    /** The element name at a cursor; empty where it touches none. */
    public static Optional<Target> prepare(XmlTree tree, int offset) {
        return TagNames.elementNamedAt(tree, offset)
                .flatMap(element -> TagNames.spanTouched(element, offset)
                        .map(span -> new Target(span, span.of(tree.text()))))
                .filter(target -> !target.span().isEmpty());
    }

    /**
     * Whether the element at a cursor may be called that: a qualified name (Namespaces in XML) whose prefix is
     * bound there.
     */
    public static boolean accepts(XmlTree tree, int offset, String newName) {
        return TagNames.elementNamedAt(tree, offset).filter(element -> accepts(element, newName)).isPresent();
    }

    /** The edits; empty where no name is at the cursor, or the new one is refused. */
    public static List<TextEdit> edits(XmlTree tree, int offset, String newName) {
        return TagNames.elementNamedAt(tree, offset)
                .filter(element -> accepts(element, newName))
                .map(element -> TagNames.spans(element).stream().map(span -> new TextEdit(span, newName)).toList())
                .orElse(List.of());
    }

    private static boolean accepts(XmlElement element, String newName) {
        int colon = newName.indexOf(':');
        if (colon < 0) {
            return XMLChar.isValidNCName(newName);
        }
        String prefix = newName.substring(0, colon);
        return XMLChar.isValidNCName(prefix) && XMLChar.isValidNCName(newName.substring(colon + 1))
                && !prefix.equals("xmlns") && element.namespaceOf(prefix).isPresent();
    }
}
