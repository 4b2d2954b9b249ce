package dev.virtworkbench.language.completion;

import dev.virtworkbench.language.LibvirtDocument;
import dev.virtworkbench.language.relaxng.MatchState;
import dev.virtworkbench.language.schema.SchemaException;
import dev.virtworkbench.language.syntax.XmlAttribute;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlTree;
import dev.virtworkbench.language.validation.SchemaContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A place in a start tag.
 *
 * @param element the tag's element
 * @param edited the attribute at the cursor, which is left out of account
 * @param state behind all the other attributes
 */
record TagPlace(LibvirtDocument document, SchemaContext context, XmlElement element, Optional<XmlAttribute> edited,
        MatchState state) {

    /** Elements longer than this, in characters, are not read through for every value that is weighed. */
    private static final int LONG = 30_000;

    /** The place in the tag that begins at {@code lessThan}; empty where the element is not known. */
    static Optional<TagPlace> at(LibvirtDocument document, int lessThan, int offset) throws SchemaException {
        Optional<SchemaContext> context = document.context();
        XmlTree tree = document.tree();
        Optional<XmlElement> element = tree.elementAt(lessThan + 1)
                .filter(e -> e.startTag().start() == lessThan);
        if (context.isEmpty() || element.isEmpty()) {
            return Optional.empty();
        }
        Optional<XmlAttribute> edited = element.get().attributes().stream()
                .filter(attribute -> attribute.span().touches(offset)).findFirst();
        return context.get().inTag(element.get()).map(tag -> new TagPlace(document, context.get(), element.get(), edited,
                context.get().withAttributes(element.get(), tag, edited)));
    }

    List<String> path() {
        return List.of(element.path().split("/"));
    }

    /** Whether what is in the element can tell which attributes and values fit. */
    boolean weighs() {
        return element.startTagFinished() && element.closed() && element.span().length() < LONG;
    }

    /** Mistakes in the element and behind it, were its attributes those that lead to a state. */
    int mistakes(MatchState inTag, Map<MatchState, Integer> known) {
        SchemaContext.Rest rest = context.behindTag(element, inTag);
        return rest.mistakes() + element.parent().map(parent -> known.computeIfAbsent(rest.after(),
                state -> context.behind(parent, element.span().end(), state).mistakes())).orElse(0);
    }

    static Map<MatchState, Integer> nothingKnown() {
        return new HashMap<>();
    }
}
