package dev.virtworkbench.language.commandlines;

import dev.virtworkbench.language.syntax.Span;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads options as virsh does ({@code vshCommandParse}): by name, or by position in the order in which its help names them, where an
 * option that was given by name is passed over.
 */
final class VirshOptions {

    private final List<String> values;
    private final String all;

    private VirshOptions(List<String> values, String all) {
        this.values = values;
        this.all = all;
    }

    /** @param values the options that have a value, blanks between them, in the order of virsh's help */
    static VirshOptions of(String values) {
        return new VirshOptions(Arrays.asList(values.split(" ")), "");
    }

    /** The same with an option that takes all that is left, and may be given several times. */
    VirshOptions withAll(String option) {
        return new VirshOptions(values, option);
    }

    Arguments read(List<Word> words, Notes notes) {
        Arguments arguments = new Arguments();
        Set<String> seen = new HashSet<>();
        Deque<Word> rest = new ArrayDeque<>(words);
        boolean named = true;
        while (!rest.isEmpty()) {
            Word word = rest.pop();
            String text = word.text();
            if (named && text.equals("--")) {
                named = false;
            } else if (named && text.startsWith("--")) {
                named(word, rest, seen, arguments);
            } else {
                String option = values.stream().filter(value -> !seen.contains(value)).findFirst().orElse(all);
                if (option.isEmpty()) {
                    notes.leftOut(word.span(), "word.unknown", text);
                } else {
                    seen.add(option);
                    arguments.give(option, word, word.span());
                }
            }
        }
        return arguments;
    }

    private void named(Word word, Deque<Word> rest, Set<String> seen, Arguments arguments) {
        String text = word.text().substring(2);
        int sign = text.indexOf('=');
        String option = sign < 0 ? text : text.substring(0, sign);
        boolean takes = values.contains(option) || option.equals(all);
        if (sign >= 0) {
            arguments.give(option, word.part(text.substring(sign + 1)), word.span());
        } else if (takes && !rest.isEmpty()) {
            Word value = rest.pop();
            arguments.give(option, value, new Span(word.span().start(), value.span().end()));
        } else {
            arguments.give(option, word, word.span());
        }
        seen.add(option);
    }
}
