package dev.virtworkbench.language.commandlines;

import dev.virtworkbench.language.syntax.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The options of a command, as they were given. What nobody takes out of it is left out of the document, and {@link #leftOver} tells so.
 */
final class Arguments {

    /**
     * One option.
     *
     * @param option its name without dashes
     * @param value a flag's is the option itself
     * @param span of option and value
     */
    record Given(String option, Word value, Span span) { }

    private final List<Given> given = new ArrayList<>();
    private final Set<Given> taken = new HashSet<>();

    void give(String option, Word value, Span span) {
        given.add(new Given(option, value, span));
    }

    boolean has(String option) {
        return given.stream().anyMatch(each -> each.option().equals(option));
    }

    /** The last one given under any of these names. */
    Optional<Word> take(String... names) {
        List<Word> all = takeAll(names);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    /** The text of the last one given. */
    String text(String... names) {
        return take(names).map(Word::text).orElse("");
    }

    List<Word> takeAll(String... names) {
        return takeGiven(names).stream().map(Given::value).toList();
    }

    List<Given> takeGiven(String... names) {
        List<Given> found = given.stream().filter(each -> List.of(names).contains(each.option())).toList();
        taken.addAll(found);
        return found;
    }

    boolean flag(String... names) {
        return !takeAll(names).isEmpty();
    }

    /** Tells that an option is left out, with a reason of its own. */
    void leaveOut(Notes notes, String key, String... names) {
        takeGiven(names).forEach(each -> notes.leftOut(each.span(), key, each.option()));
    }

    /** Tells what nobody took. */
    void leftOver(Notes notes) {
        given.stream().filter(each -> !taken.contains(each)).forEach(each -> notes.leftOut(each.span(), "option.unknown", each.option()));
    }
}
