package dev.virtworkbench.language.completion;

import dev.virtworkbench.language.LibvirtDocument;
import dev.virtworkbench.language.facts.HostFacts;
import dev.virtworkbench.language.schema.SchemaException;
import dev.virtworkbench.language.syntax.Span;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Proposes what can be written at a place of a document. Stateless; safe for use by several threads. */
public final class Completions {

    private Completions() {
    }

    /**
     * What can be written at {@code offset}, best first: what is required, then what is usual, then the rest. Waits for the
     * schema to be read.
     *
     * @param snippets whether the reader understands LSP's snippet syntax; plain text otherwise
     * @throws SchemaException if no place has a readable schema for the document
     */
    public static List<Proposal> at(LibvirtDocument document, int offset, boolean snippets) throws SchemaException {
        return at(document, offset, snippets, HostFacts.NONE);
    }

    /** The same, with the names of what a live host has. */
    public static List<Proposal> at(LibvirtDocument document, int offset, boolean snippets, HostFacts facts)
            throws SchemaException {
        String text = document.tree().text();
        return switch (Cursor.at(text, offset)) {
            case Cursor.Nowhere nowhere -> List.of();
            case Cursor.Content content -> content(document, content, snippets);
            case Cursor.ElementName name -> elementName(document, name, snippets);
            case Cursor.EndTag end -> endTag(document, end);
            case Cursor.AttributeName name -> {
                Optional<TagPlace> place = TagPlace.at(document, name.lessThan(), offset);
                yield place.isEmpty() ? List.of() : new AttributeProposals(place.get(), snippets).names(name);
            }
            case Cursor.AttributeValue value -> {
                Optional<TagPlace> place = TagPlace.at(document, value.lessThan(), value.name().start());
                yield place.isEmpty() ? List.of() : new AttributeProposals(place.get(), snippets).values(value, facts);
            }
        };
    }

    private static List<Proposal> content(LibvirtDocument document, Cursor.Content cursor, boolean snippets)
            throws SchemaException {
        Optional<ContentPlace> place = ContentPlace.at(document, cursor.word());
        if (place.isEmpty()) {
            return List.of();
        }
        List<Proposal> texts = new TextProposals(place.get()).all();
        if (!texts.isEmpty() || place.get().insideText()) {
            return texts;
        }
        List<Proposal> proposals = new ArrayList<>(new ElementProposals(place.get(), snippets, "<").all(cursor.word()));
        endTag(place.get(), cursor.word(), "</").ifPresent(proposals::add);
        return proposals;
    }

    private static List<Proposal> elementName(LibvirtDocument document, Cursor.ElementName cursor, boolean snippets)
            throws SchemaException {
        String text = document.tree().text();
        int next = text.indexOf('<', cursor.name().end());
        int close = text.indexOf('>', cursor.name().end());
        boolean existing = close >= 0 && (next < 0 || close < next) && !cursor.name().isEmpty()
                && text.substring(cursor.name().end(), close).indexOf('\n') < 0;
        if (existing) {
            return rename(document, cursor);
        }
        Optional<ContentPlace> place = ContentPlace.at(document, new Span(cursor.lessThan(), cursor.name().end()));
        if (place.isEmpty()) {
            return List.of();
        }
        List<Proposal> proposals = new ArrayList<>(new ElementProposals(place.get(), snippets, "").all(cursor.name()));
        endTag(place.get(), cursor.name(), "/").ifPresent(proposals::add);
        return proposals;
    }

    /** Another name for a tag that is there already, with its end tag. */
    private static List<Proposal> rename(LibvirtDocument document, Cursor.ElementName cursor) throws SchemaException {
        Optional<XmlElement> element = document.tree().elementAt(cursor.lessThan() + 1)
                .filter(each -> each.startTag().start() == cursor.lessThan());
        if (element.isEmpty()) {
            return List.of();
        }
        Optional<ContentPlace> place = ContentPlace.at(document, element.get().span());
        return place.isEmpty() ? List.of() : new ElementProposals(place.get(), false, "").names(element.get());
    }

    private static List<Proposal> endTag(LibvirtDocument document, Cursor.EndTag cursor) {
        String text = document.tree().text();
        int end = cursor.name().end();
        boolean closed = end < text.length() && text.charAt(end) == '>';
        XmlTree before = XmlTree.parse(text.substring(0, cursor.lessThan()));
        XmlElement open = null;
        for (XmlElement element : before.elements()) {
            if (!element.closed()) {
                open = element;
            }
        }
        return open == null ? List.of() : List.of(new Proposal("</" + open.name() + ">", Proposal.Kind.END_TAG,
                cursor.name(), open.name() + (closed ? "" : ">"), false, open.name(), 0, false, List.of(), Optional.empty()));
    }

    /** Where an element was opened and is not closed, its end tag comes last. */
    private static Optional<Proposal> endTag(ContentPlace place, Span replaced, String prefix) {
        return Optional.of(place.parent()).filter(parent -> !parent.closed() && place.canEnd()).map(parent -> new Proposal(
                "</" + parent.name() + ">", Proposal.Kind.END_TAG, replaced, prefix + parent.name() + ">", false,
                "/" + parent.name(), 9, false, List.of(), Optional.empty()));
    }
}
