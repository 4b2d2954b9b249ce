package dev.virtworkbench.language.completion;

import dev.virtworkbench.language.completion.Proposal.Subject;
import dev.virtworkbench.language.relaxng.MatchState;
import dev.virtworkbench.language.relaxng.ValueChoices;
import dev.virtworkbench.language.syntax.Span;
import dev.virtworkbench.language.syntax.XmlElement;
import java.util.List;
import java.util.Optional;

/** Proposes the text of an element such as {@code <on_poweroff>}. */
final class TextProposals {

    private final ContentPlace place;

    TextProposals(ContentPlace place) {
        this.place = place;
    }

    /** Nothing where the element takes no text, or any. */
    List<Proposal> all() {
        if (!place.alone()) {
            return List.of();
        }
        XmlElement parent = place.parent();
        Optional<MatchState> start = place.context().inContent(parent, parent.startTag().end());
        if (start.isEmpty() || !start.get().allowsText()) {
            return List.of();
        }
        ValueChoices values = start.get().textValues();
        Span replaced = written();
        Subject subject = new Subject(place.document().kind().word(), place.path(), Optional.empty(), Optional.empty());
        return ValueProposals.of(values, subject, value -> mistakes(parent, start.get(), value), value -> new Proposal(value,
                Proposal.Kind.TEXT, replaced, value.replace("&", "&amp;").replace("<", "&lt;"), false, value, 1, false,
                List.of(), Optional.of(new Subject(subject.kind(), subject.path(), Optional.empty(), Optional.of(value)))));
    }

    private int mistakes(XmlElement parent, MatchState start, String value) {
        Optional<MatchState> ended = start.text(value).flatMap(MatchState::endTag);
        if (ended.isEmpty()) {
            return Integer.MAX_VALUE;
        }
        return parent.parent().map(outer -> place.context().behind(outer, parent.span().end(), ended.get()).mistakes()).orElse(0);
    }

    /** All that is written between the tags around the cursor, white space at its ends aside. */
    private Span written() {
        String text = place.document().tree().text();
        int start = place.replaced().start();
        int end = place.replaced().end();
        while (start > 0 && text.charAt(start - 1) != '>') {
            start--;
        }
        while (end < text.length() && text.charAt(end) != '<') {
            end++;
        }
        while (start < place.replaced().start() && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > place.replaced().end() && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return new Span(start, end);
    }
}
