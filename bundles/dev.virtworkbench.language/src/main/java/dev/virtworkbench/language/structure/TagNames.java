package dev.virtworkbench.language.structure;

import dev.virtworkbench.language.syntax.Span;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the element whose name, in its start or end tag, a cursor touches. */
final class TagNames {

    private TagNames() {
    }

    static Optional<XmlElement> elementNamedAt(XmlTree tree, int offset) {
        // A cursor right behind </name of the last tag is outside for elementAt, so one step back is looked at too.
        for (int at : new int[] {offset, offset - 1}) {
            Optional<XmlElement> element = tree.elementAt(at).filter(e -> spanTouched(e, offset).isPresent());
            if (element.isPresent()) {
                return element;
            }
        }
        return Optional.empty();
    }

    /** The name that the cursor touches. */
    static Optional<Span> spanTouched(XmlElement element, int offset) {
        return spans(element).stream().filter(span -> span.touches(offset)).findFirst();
    }

    /** The name in the start tag and, where there is one, in the end tag. */
    static List<Span> spans(XmlElement element) {
        List<Span> spans = new ArrayList<>(2);
        spans.add(element.nameSpan());
        element.endNameSpan().ifPresent(spans::add);
        return List.copyOf(spans);
    }
}
