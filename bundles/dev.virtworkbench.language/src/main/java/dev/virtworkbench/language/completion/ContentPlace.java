package dev.virtworkbench.language.completion;

import dev.virtworkbench.language.LibvirtDocument;
import dev.virtworkbench.language.relaxng.MatchState;
import dev.virtworkbench.language.schema.SchemaException;
import dev.virtworkbench.language.syntax.Span;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlText;
import dev.virtworkbench.language.syntax.XmlTree;
import dev.virtworkbench.language.validation.SchemaContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A place between tags. What is typed there is taken out and a mark put in, so that the tree around is that of the document as it
 * was before; where nothing is typed in a document without mistakes, its own tree will do.
 */
final class ContentPlace {

    private static final String MARK = "_";

    private final LibvirtDocument document;
    private final SchemaContext context;
    private final XmlElement parent;
    private final MatchState state;
    private final Span replaced;
    private final List<XmlElement> before = new ArrayList<>();
    private final List<XmlElement> behind = new ArrayList<>();
    private final int end;

    /** @param mark where the place is in the tree that {@code parent} is of */
    private ContentPlace(LibvirtDocument document, SchemaContext context, XmlElement parent, Span mark, MatchState state,
            Span replaced) {
        this.document = document;
        this.context = context;
        this.parent = parent;
        this.state = state;
        this.replaced = replaced;
        this.end = mark.end();
        for (XmlElement child : parent.elements()) {
            if (child.span().end() <= mark.start()) {
                before.add(child);
            } else if (child.startTag().start() >= mark.end()) {
                behind.add(child);
            }
        }
    }

    /**
     * @param typed what stands there now and is to be left out of account
     * @return empty outside of the root, and where nothing is known about the element around
     */
    static Optional<ContentPlace> at(LibvirtDocument document, Span typed) throws SchemaException {
        Optional<SchemaContext> context = document.context();
        if (context.isEmpty()) {
            return Optional.empty();
        }
        Span mark = typed;
        Optional<XmlElement> parent;
        if (typed.isEmpty() && document.tree().wellFormed()) {
            parent = document.tree().elementAt(typed.start());
        } else {
            String text = document.tree().text();
            String marked = text.substring(0, typed.start()) + "<" + MARK + "/>" + text.substring(typed.end());
            parent = XmlTree.parse(marked, context.get().nesting()).elementAt(typed.start() + 1)
                    .filter(element -> element.name().equals(MARK)).flatMap(XmlElement::parent);
            mark = new Span(typed.start(), typed.start() + MARK.length() + "</>".length());
        }
        if (parent.isEmpty()) {
            return Optional.empty();
        }
        Span place = mark;
        return context.get().inContent(parent.get(), mark.start())
                .map(state -> new ContentPlace(document, context.get(), parent.get(), place, state, typed));
    }

    LibvirtDocument document() {
        return document;
    }

    SchemaContext context() {
        return context;
    }

    MatchState state() {
        return state;
    }

    /** The element around. */
    XmlElement parent() {
        return parent;
    }

    /** What a proposal replaces, in the document as it is. */
    Span replaced() {
        return replaced;
    }

    /** The names from the root to the element around. */
    List<String> path() {
        return List.of(parent.path().split("/"));
    }

    /** How well the content goes on from a state here. */
    SchemaContext.Rest rest(MatchState from) {
        return context.behind(parent, end, from);
    }

    boolean canEnd() {
        return state.canEnd();
    }

    /** The name of the nearest element before the place, among its siblings. */
    Optional<String> previous() {
        return before.isEmpty() ? Optional.empty() : Optional.of(before.getLast().name());
    }

    /** The name of the nearest element behind the place, among its siblings. */
    Optional<String> next() {
        return behind.isEmpty() ? Optional.empty() : Optional.of(behind.getFirst().name());
    }

    /** Whether an element of that name stands beside the place. */
    boolean hasSibling(String name) {
        return before.stream().anyMatch(sibling -> sibling.name().equals(name))
                || behind.stream().anyMatch(sibling -> sibling.name().equals(name));
    }

    boolean alone() {
        return before.isEmpty() && behind.isEmpty();
    }

    /** Whether characters stand beside the place that are more than the word being typed. */
    boolean insideText() {
        return parent.children().stream().anyMatch(node -> node instanceof XmlText words && !words.blank());
    }
}
