package dev.virtworkbench.editor.completion;

import java.util.ArrayList;
import java.util.List;

/**
 * A text to insert with places to fill in (LSP 3.17, "Snippet syntax"), as far as the server writes it: {@code $1}, {@code ${1:first}},
 * {@code ${1|one,two|}} and escapes with a backslash. Immutable.
 *
 * @param text what is inserted, with the first choice in every place
 * @param stops the places, as they stand in the text
 */
record Snippet(String text, List<Stop> stops) {

    /** The number of the place where the caret goes at last. */
    static final int LAST = 0;

    /**
     * A place to fill in.
     *
     * @param number places of the same number are filled in together; they are visited from 1
     * @param offset in the text
     * @param length of what stands there at first
     * @param choices what can be chosen there, the first one first; empty for what has to be thought up
     */
    record Stop(int number, int offset, int length, List<String> choices) {}

    /** A text without places. */
    static Snippet plain(String text) {
        return new Snippet(text, List.of());
    }

    /** @throws IllegalArgumentException if it is none */
    static Snippet parse(String written) {
        return new Parser(written).snippet();
    }

    private static final class Parser {

        private final String written;
        private final StringBuilder text = new StringBuilder();
        private final List<Stop> stops = new ArrayList<>();
        private int at;

        Parser(String written) {
            this.written = written;
        }

        Snippet snippet() {
            while (at < written.length()) {
                if (written.charAt(at) == '$' && at + 1 < written.length()) {
                    at++;
                    stop();
                } else {
                    text.append(character());
                }
            }
            return new Snippet(text.toString(), List.copyOf(stops));
        }

        private void stop() {
            boolean braces = written.charAt(at) == '{';
            at += braces ? 1 : 0;
            int number = number();
            List<String> choices = List.of();
            String first = "";
            if (braces && peek() == ':') {
                at++;
                first = until("}");
            } else if (braces && peek() == '|') {
                choices = choices();
                first = choices.getFirst();
            }
            if (braces) {
                expect('}');
            }
            stops.add(new Stop(number, text.length(), first.length(), choices));
            text.append(first);
        }

        private int number() {
            int start = at;
            while (Character.isDigit(peek())) {
                at++;
            }
            if (start == at) {
                throw new IllegalArgumentException("no number behind $ at " + start + " in " + written);
            }
            return Integer.parseInt(written, start, at, 10);
        }

        private List<String> choices() {
            List<String> choices = new ArrayList<>();
            do {
                at++;
                choices.add(until(",|"));
            } while (peek() == ',');
            expect('|');
            return choices;
        }

        private String until(String ends) {
            StringBuilder part = new StringBuilder();
            while (at < written.length() && ends.indexOf(written.charAt(at)) < 0) {
                part.append(character());
            }
            return part.toString();
        }

        private char character() {
            if (written.charAt(at) == '\\' && at + 1 < written.length()) {
                at++;
            }
            return written.charAt(at++);
        }

        private char peek() {
            return at < written.length() ? written.charAt(at) : 0;
        }

        private void expect(char wanted) {
            if (peek() != wanted) {
                throw new IllegalArgumentException("no " + wanted + " at " + at + " in " + written);
            }
            at++;
        }
    }
}
