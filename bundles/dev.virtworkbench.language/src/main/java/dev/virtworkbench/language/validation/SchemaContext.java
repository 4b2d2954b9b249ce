package dev.virtworkbench.language.validation;

import dev.virtworkbench.language.relaxng.MatchState;
import dev.virtworkbench.language.relaxng.QName;
import dev.virtworkbench.language.syntax.Nesting;
import dev.virtworkbench.language.syntax.XmlAttribute;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlNode;
import dev.virtworkbench.language.syntax.XmlText;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** The state of the grammar at a place of a document, mistakes before it notwithstanding, and how well the rest goes on from there. */
public final class SchemaContext {

    /** Siblings behind a place that are looked at; further ones hardly ever say anything new. */
    private static final int SIBLINGS = 400;

    private final SchemaNames names;
    private final MatchState start;

    /**
     * How the rest of an element goes on from a state.
     *
     * @param mistakes that are left in it
     * @param missing the children it lacks in the end
     * @param after the state behind it
     */
    public record Rest(int mistakes, Set<QName> missing, MatchState after) {
    }

    SchemaContext(SchemaNames names, MatchState start) {
        this.names = names;
        this.start = start;
    }

    /** What helps the parser to guess where an element without end tag was meant to end. */
    public Nesting nesting() {
        return names;
    }

    /** The state before an element; empty where an element around it is not known. */
    public Optional<MatchState> before(XmlElement element) {
        return element.parent().isEmpty() ? Optional.of(start)
                : inContent(element.parent().get(), element.startTag().start());
    }

    /** The state behind an element's name; empty where the element is not known there. */
    public Optional<MatchState> inTag(XmlElement element) {
        return before(element).flatMap(state -> state.startTag(Names.of(element)));
    }

    /** The state behind all attributes but one; what is refused is passed over. */
    public MatchState withAttributes(XmlElement element, MatchState inTag, Optional<XmlAttribute> except) {
        MatchState state = inTag;
        for (XmlAttribute attribute : element.attributes()) {
            if (!attribute.declaresNamespace() && except.filter(attribute::equals).isEmpty()) {
                MatchState here = state;
                state = (attribute.valueSpan().isEmpty() ? here.attribute(Names.of(attribute))
                        : here.attribute(Names.of(attribute), attribute.value())).orElse(here);
            }
        }
        return state;
    }

    /** The state in an element's content behind all that ends before {@code offset}. */
    public Optional<MatchState> inContent(XmlElement parent, int offset) {
        return inTag(parent).map(tag -> {
            Matching matching = matching();
            MatchState state = matching.attributes(parent, tag);
            for (XmlNode node : parent.children()) {
                if (node.span().end() > offset) {
                    break;
                }
                state = child(matching, node, state);
            }
            return state;
        });
    }

    /** How well an element's content goes on from a state in its start tag. */
    public Rest behindTag(XmlElement element, MatchState inTag) {
        Mistakes mistakes = new Mistakes(Integer.MAX_VALUE);
        Optional<MatchState> closed = inTag.closeStartTag();
        MatchState after = new Matching(names, mistakes, true)
                .content(element, closed.orElseGet(inTag::closeStartTagIgnoringMissing));
        return new Rest(mistakes.count() + (closed.isPresent() ? 0 : 1), Set.of(), after);
    }

    /** How well an element's content goes on from a state in it, with what stands behind {@code offset}. */
    public Rest behind(XmlElement parent, int offset, MatchState state) {
        Mistakes mistakes = new Mistakes(Integer.MAX_VALUE);
        Matching matching = new Matching(names, mistakes, true);
        MatchState at = state;
        int refused = 0;
        int seen = 0;
        for (XmlNode node : parent.children()) {
            if (node.span().start() < offset) {
                continue;
            }
            if (seen++ > SIBLINGS) {
                return new Rest(refused + mistakes.count(), Set.of(), at.endTagIgnoringMissing());
            }
            if (node instanceof XmlElement child && at.startTag(Names.of(child)).isEmpty()) {
                refused++;
            } else {
                at = child(matching, node, at);
            }
        }
        Set<QName> missing = new LinkedHashSet<>(at.missingElements());
        return new Rest(refused + mistakes.count() + (at.canEnd() ? 0 : 1), missing, at.endTagIgnoringMissing());
    }

    private static MatchState child(Matching matching, XmlNode node, MatchState state) {
        return switch (node) {
            case XmlElement element -> matching.element(element, state);
            case XmlText text -> text.blank() ? state : state.text(text.value()).orElse(state);
            default -> state;
        };
    }

    private Matching matching() {
        return new Matching(names, new Mistakes(Integer.MAX_VALUE), true);
    }
}
