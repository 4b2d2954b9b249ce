package dev.virtworkbench.language.relaxng;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.IntStream;

/**
 * Reads a regular expression of XML Schema (part 2, appendix F) to make examples of what matches. What it makes is
 * a proposal only: whoever asks checks it with the data type.
 */
final class XsdPattern {

    /** Longer enumerations are none: nobody would want to read them. */
    private static final int MANY_WORDS = 40;

    /** Tried in this order where a class of characters is asked for. */
    private static final String USUAL = "a0A1x/._-: ";

    /** One part of an expression. */
    private sealed interface Part { }

    private record Literal(String text) implements Part { }

    private record Characters(String expression) implements Part { }

    private record Sequence(List<Part> parts) implements Part { }

    private record Alternatives(List<Part> branches) implements Part { }

    private record Repeated(Part part, int least, boolean once) implements Part { }

    private final String expression;
    private int at;

    private XsdPattern(String expression) {
        this.expression = expression;
    }

    /** The shortest text that matches in most expressions; empty if this one is beyond what is understood here. */
    static Optional<String> example(String expression) {
        return parse(expression).flatMap(part -> {
            StringBuilder example = new StringBuilder();
            return append(part, example) ? Optional.of(example.toString()) : Optional.empty();
        });
    }

    /** All that matches, where that is a plain enumeration such as {@code (tcp)|(udp)}; else none. */
    static List<String> words(String expression) {
        return parse(expression).map(XsdPattern::words).orElse(List.of());
    }

    private static Optional<Part> parse(String expression) {
        XsdPattern reader = new XsdPattern(expression);
        try {
            Part part = reader.alternatives();
            return reader.at == expression.length() ? Optional.of(part) : Optional.empty();
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            // not an expression, or not one as XML Schema has them
            return Optional.empty();
        }
    }

    private Part alternatives() {
        List<Part> branches = new ArrayList<>();
        branches.add(sequence());
        while (at < expression.length() && expression.charAt(at) == '|') {
            at++;
            branches.add(sequence());
        }
        return branches.size() == 1 ? branches.getFirst() : new Alternatives(branches);
    }

    private Part sequence() {
        List<Part> parts = new ArrayList<>();
        while (at < expression.length() && expression.charAt(at) != '|' && expression.charAt(at) != ')') {
            parts.add(quantified(atom()));
        }
        return new Sequence(parts);
    }

    private Part atom() {
        char c = expression.charAt(at++);
        switch (c) {
            case '(' -> {
                Part inside = alternatives();
                at++;
                return inside;
            }
            case '[' -> {
                int start = at - 1;
                for (int depth = 1; depth > 0; at++) {
                    switch (expression.charAt(at)) {
                        case '\\' -> at++;
                        case '[' -> depth++;
                        case ']' -> depth--;
                        default -> { }
                    }
                }
                return new Characters(expression.substring(start, at));
            }
            case '.' -> {
                return new Characters(".");
            }
            case '\\' -> {
                char escaped = expression.charAt(at++);
                return Character.isLetter(escaped) ? new Characters("\\" + escaped)
                        : new Literal(String.valueOf(escaped));
            }
            default -> {
                return new Literal(String.valueOf(c));
            }
        }
    }

    private Part quantified(Part part) {
        if (at == expression.length()) {
            return part;
        }
        switch (expression.charAt(at)) {
            case '?' -> {
                at++;
                return new Repeated(part, 0, true);
            }
            case '*' -> {
                at++;
                return new Repeated(part, 0, false);
            }
            case '+' -> {
                at++;
                return new Repeated(part, 1, false);
            }
            case '{' -> {
                int end = expression.indexOf('}', at);
                String[] bounds = expression.substring(at + 1, end).split(",");
                at = end + 1;
                return new Repeated(part, Integer.parseInt(bounds[0]), false);
            }
            default -> {
                return part;
            }
        }
    }

    private static boolean append(Part part, StringBuilder example) {
        return switch (part) {
            case Literal literal -> {
                example.append(literal.text());
                yield true;
            }
            case Characters characters -> {
                Optional<String> one = oneOf(characters.expression());
                one.ifPresent(example::append);
                yield one.isPresent();
            }
            case Sequence sequence -> sequence.parts().stream().allMatch(one -> append(one, example));
            case Alternatives alternatives -> append(alternatives.branches().getFirst(), example);
            case Repeated repeated -> {
                boolean done = true;
                for (int i = 0; i < repeated.least() && done; i++) {
                    done = append(repeated.part(), example);
                }
                yield done;
            }
        };
    }

    private static Optional<String> oneOf(String characters) {
        try {
            Pattern pattern = Pattern.compile(characters);
            return IntStream.concat(USUAL.chars(), IntStream.range('!', '~')).mapToObj(Character::toString)
                    .filter(c -> pattern.matcher(c).matches()).findFirst();
        } catch (PatternSyntaxException e) {
            // XML Schema's subtraction of classes, which Java writes otherwise
            return Optional.empty();
        }
    }

    private static List<String> words(Part part) {
        return switch (part) {
            case Literal literal -> List.of(literal.text());
            case Characters characters -> List.of();
            case Alternatives alternatives -> {
                List<String> words = new ArrayList<>();
                for (Part branch : alternatives.branches()) {
                    List<String> more = words(branch);
                    if (more.isEmpty() || words.size() + more.size() > MANY_WORDS) {
                        yield List.of();
                    }
                    words.addAll(more);
                }
                yield words;
            }
            case Sequence sequence -> {
                List<String> words = List.of("");
                for (Part one : sequence.parts()) {
                    words = combined(words, words(one));
                }
                yield words;
            }
            case Repeated repeated -> {
                List<String> words = new ArrayList<>(words(repeated.part()));
                if (!repeated.once() || words.isEmpty()) {
                    yield List.of();
                }
                words.addFirst("");
                yield words;
            }
        };
    }

    private static List<String> combined(List<String> starts, List<String> ends) {
        if (starts.size() * ends.size() > MANY_WORDS) {
            return List.of();
        }
        return starts.stream().flatMap(start -> ends.stream().map(end -> start + end)).toList();
    }
}
