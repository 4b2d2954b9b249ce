package dev.virtworkbench.language.validation;

import dev.virtworkbench.language.relaxng.MatchState;
import dev.virtworkbench.language.relaxng.QName;
import dev.virtworkbench.language.syntax.Nesting;
import dev.virtworkbench.language.syntax.XmlAttribute;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlNode;
import dev.virtworkbench.language.syntax.XmlText;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The state of the grammar at a place of a document, mistakes before it notwithstanding, and how well the rest goes on from there.
 * It remembers steps it has made: one for each question, used by one thread.
 */
public final class SchemaContext {

    /** In elements with more children than this, siblings count by their names alone: quick, and nearly always the same. */
    private static final int MANY = 100;

    private final SchemaNames names;
    private final MatchState start;
    private final Map<MatchState, Map<QName, Optional<MatchState>>> steps = new HashMap<>();

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
            boolean many = parent.children().size() > MANY;
            MatchState state = matching.attributes(parent, tag);
            for (XmlNode node : parent.children()) {
                if (node.span().end() > offset) {
                    break;
                }
                state = many && node instanceof XmlElement element ? byName(state, Names.of(element)).orElse(state)
                        : child(matching, node, state);
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
        boolean many = parent.children().size() > MANY;
        MatchState at = state;
        int refused = 0;
        for (XmlNode node : parent.children()) {
            if (node.span().start() < offset) {
                continue;
            }
            if (node instanceof XmlElement child) {
                Optional<MatchState> next = many ? byName(at, Names.of(child)) : at.startTag(Names.of(child));
                refused += next.isPresent() ? 0 : 1;
                at = many ? next.orElse(at) : next.isPresent() ? matching.inside(child, next.get()) : at;
            } else {
                at = child(matching, node, at);
            }
        }
        Set<QName> missing = new LinkedHashSet<>(at.missingElements());
        return new Rest(refused + mistakes.count() + (at.canEnd() ? 0 : 1), missing, at.endTagIgnoringMissing());
    }

    /** The state behind an element of a name, whatever it holds; empty where it is refused. */
    private Optional<MatchState> byName(MatchState state, QName name) {
        return steps.computeIfAbsent(state, from -> new HashMap<>()).computeIfAbsent(name, child -> state.startTag(child)
                .map(tag -> tag.closeStartTagIgnoringMissing().endTagIgnoringMissing()));
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
