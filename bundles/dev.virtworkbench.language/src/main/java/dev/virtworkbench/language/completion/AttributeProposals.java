package dev.virtworkbench.language.completion;

import dev.virtworkbench.language.completion.Proposal.Subject;
import dev.virtworkbench.language.facts.HostFacts;
import dev.virtworkbench.language.reference.Usage;
import dev.virtworkbench.language.relaxng.AttributeChoice;
import dev.virtworkbench.language.relaxng.MatchState;
import dev.virtworkbench.language.relaxng.NameClass;
import dev.virtworkbench.language.relaxng.QName;
import dev.virtworkbench.language.syntax.Span;
import dev.virtworkbench.language.validation.Layout;
import dev.virtworkbench.language.validation.Names;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Proposes attributes of a start tag, and values of one of them. */
final class AttributeProposals {

    private final TagPlace place;
    private final boolean snippets;
    private final List<String> path;
    private final String kind;

    AttributeProposals(TagPlace place, boolean snippets) {
        this.place = place;
        this.snippets = snippets;
        this.path = place.path();
        this.kind = place.document().kind().word();
    }

    List<Proposal> names(Cursor.AttributeName cursor) {
        String text = place.document().tree().text();
        boolean valued = text.startsWith("=", cursor.name().end());
        Map<String, Integer> usual = Usage.packed().attributes(path);
        Map<MatchState, Integer> known = TagPlace.nothingKnown();
        int now = place.weighs() ? place.mistakes(place.state(), known) : 0;
        Layout layout = new Layout(place.document().tree());
        List<Proposal> proposals = new ArrayList<>();
        for (AttributeChoice choice : place.state().attributes()) {
            if (!(choice.nameClass() instanceof NameClass.Name one)) {
                continue;
            }
            QName name = one.name();
            if (place.weighs() && !fits(name, now, known)) {
                continue;
            }
            Optional<String> written = new Prefixes(place.document().tree()).written(name, place.element());
            if (written.isEmpty()) {
                continue;
            }
            String insert = (cursor.space() ? " " : "")
                    + (valued ? written.get() : new SnippetWriter(layout, snippets).attribute(path, written.get(), choice.values()));
            int group = choice.required() ? 0 : usual.containsKey(name.local()) ? 1 : 2;
            proposals.add(new Proposal(written.get(), Proposal.Kind.ATTRIBUTE, cursor.name(), insert, snippets && !valued,
                    written.get(), group, choice.required(), List.of(),
                    Optional.of(new Subject(kind, path, Optional.of(written.get()), Optional.empty()))));
        }
        proposals.sort(Comparator.<Proposal>comparingInt(Proposal::group)
                .thenComparingInt(proposal -> -usual.getOrDefault(proposal.label(), 0)));
        return proposals;
    }

    /** Whether the element's content still makes as much sense with the attribute. */
    private boolean fits(QName name, int now, Map<MatchState, Integer> known) {
        return place.state().attribute(name).filter(with -> place.mistakes(with, known) <= now).isPresent();
    }

    /** @param facts of the live host, whose names come first */
    List<Proposal> values(Cursor.AttributeValue cursor, HostFacts facts) {
        String text = place.document().tree().text();
        String attribute = cursor.name().of(text);
        QName name = place.edited().map(Names::of).orElse(QName.of(attribute));
        Span replaced = replaced(cursor, text);
        boolean quoted = cursor.quote() != 0;
        String quote = quoted ? "" : String.valueOf(new Layout(place.document().tree()).quote());
        boolean unclosed = quoted && !(replaced.end() < text.length() && text.charAt(replaced.end()) == cursor.quote());
        String close = unclosed ? String.valueOf(cursor.quote()) : quote;
        Map<MatchState, Integer> known = TagPlace.nothingKnown();
        Subject subject = new Subject(kind, path, Optional.of(attribute), Optional.empty());
        Function<String, Proposal> proposal = value -> new Proposal(value, Proposal.Kind.VALUE, replaced,
                quote + value.replace("&", "&amp;").replace("<", "&lt;") + close, false, value, 1, false, List.of(),
                Optional.of(new Subject(kind, path, Optional.of(attribute), Optional.of(value))));
        List<String> named = HostNames.of(place.element(), attribute, facts);
        Stream<Proposal> listed = ValueProposals.of(place.state().attributeValues(name), subject,
                value -> !place.weighs() ? 0
                        : place.state().attribute(name, value).map(with -> place.mistakes(with, known)).orElse(Integer.MAX_VALUE),
                proposal).stream().filter(each -> !named.contains(each.label()));
        return Stream.concat(named.stream().map(proposal), listed).toList();
    }

    /** The value as it is written; the rest of the line is not taken for part of a value that is never closed. */
    private Span replaced(Cursor.AttributeValue cursor, String text) {
        if (cursor.quote() == 0) {
            return new Span(cursor.start(), Cursor.wordEnd(text, cursor.start()));
        }
        return place.edited().flatMap(attribute -> attribute.valueSpan())
                .filter(span -> span.start() == cursor.start())
                .orElseGet(() -> new Span(cursor.start(), Cursor.wordEnd(text, cursor.start())));
    }
}
