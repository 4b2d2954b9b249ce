package dev.virtworkbench.language.completion;

import dev.virtworkbench.language.LibvirtDocument;
import dev.virtworkbench.language.relaxng.MatchState;
import dev.virtworkbench.language.schema.SchemaException;
import dev.virtworkbench.language.syntax.Span;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlText;
import dev.virtworkbench.language.syntax.XmlTree;
import dev.virtworkbench.language.validation.SchemaContext;
import java.util.List;
import java.util.Optional;

/**
 * A place between tags. What is typed there is taken out and a mark put in, so that the tree around is that of the document as it
 * was before.
 */
final class ContentPlace {

    private static final String MARK = "_";

    private final LibvirtDocument document;
    private final SchemaContext context;
    private final XmlElement mark;
    private final Optional<MatchState> state;
    private final Span replaced;

    private ContentPlace(LibvirtDocument document, SchemaContext context, XmlElement mark, Span replaced) {
        this.document = document;
        this.context = context;
        this.mark = mark;
        this.replaced = replaced;
        this.state = mark.parent().isEmpty() ? context.before(mark)
                : context.inContent(mark.parent().get(), mark.startTag().start());
    }

    /**
     * @param typed what stands there now and is to be left out of account
     * @return empty where nothing is known about the element around
     */
    static Optional<ContentPlace> at(LibvirtDocument document, Span typed) throws SchemaException {
        String text = document.tree().text();
        String marked = text.substring(0, typed.start()) + "<" + MARK + "/>" + text.substring(typed.end());
        Optional<SchemaContext> context = document.context();
        if (context.isEmpty()) {
            return Optional.empty();
        }
        XmlTree tree = XmlTree.parse(marked, context.get().nesting());
        Optional<XmlElement> mark = tree.elements().stream()
                .filter(element -> element.startTag().start() == typed.start() && element.name().equals(MARK)).findFirst();
        return mark.map(found -> new ContentPlace(document, context.get(), found, typed))
                .filter(place -> place.state.isPresent() && place.parent().isPresent());
    }

    LibvirtDocument document() {
        return document;
    }

    SchemaContext context() {
        return context;
    }

    MatchState state() {
        return state.orElseThrow();
    }

    /** The element around; empty outside of the root. */
    Optional<XmlElement> parent() {
        return mark.parent();
    }

    /** What a proposal replaces, in the document as it is. */
    Span replaced() {
        return replaced;
    }

    /** The names from the root to the element around. */
    List<String> path() {
        return mark.parent().map(parent -> List.of(parent.path().split("/"))).orElse(List.of());
    }

    /** How well the content goes on from a state here. */
    SchemaContext.Rest rest(MatchState from) {
        return mark.parent().map(parent -> context.behind(parent, mark.span().end(), from))
                .orElseGet(() -> new SchemaContext.Rest(0, java.util.Set.of(), from));
    }

    boolean canEnd() {
        return state().canEnd();
    }

    /** The name of the nearest element before the place, among its siblings. */
    Optional<String> previous() {
        return siblings().stream().filter(sibling -> sibling.span().end() <= mark.startTag().start())
                .reduce((first, second) -> second).map(XmlElement::name);
    }

    /** The name of the nearest element behind the place, among its siblings. */
    Optional<String> next() {
        return siblings().stream().filter(sibling -> sibling.startTag().start() >= mark.span().end()).findFirst()
                .map(XmlElement::name);
    }

    /** The other elements around. */
    List<XmlElement> siblings() {
        return mark.parent().map(parent -> parent.elements().stream().filter(child -> child != mark).toList())
                .orElse(List.of());
    }

    /** Whether characters stand beside the place that are more than the word being typed. */
    boolean insideText() {
        return mark.parent().stream().flatMap(parent -> parent.children().stream())
                .anyMatch(node -> node instanceof XmlText words && !words.blank());
    }
}
