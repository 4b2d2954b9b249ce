package dev.virtworkbench.language.completion;

import dev.virtworkbench.language.syntax.Span;

/** What kind of place a cursor stands at, told from the characters before it alone: what is behind may be anything. */
sealed interface Cursor {

    /** In a comment, a declaration or anywhere else where nothing is proposed. */
    record Nowhere() implements Cursor {
    }

    /**
     * Between tags.
     *
     * @param word the word typed so far, without {@code <}; empty if none is
     */
    record Content(Span word) implements Cursor {
    }

    /**
     * Behind {@code <}.
     *
     * @param lessThan where the {@code <} stands
     * @param name the name at the cursor, as far as it is written
     */
    record ElementName(int lessThan, Span name) implements Cursor {
    }

    /** Behind {@code </}; {@code name} as far as it is written. */
    record EndTag(int lessThan, Span name) implements Cursor {
    }

    /**
     * In a start tag where an attribute may stand.
     *
     * @param name the name at the cursor, as far as it is written
     * @param space whether white space is missing before it
     */
    record AttributeName(int lessThan, Span name, boolean space) implements Cursor {
    }

    /**
     * Behind an attribute's {@code =}.
     *
     * @param name the attribute's name
     * @param quote the opening quote; NUL if it is missing
     * @param start behind the opening quote
     */
    record AttributeValue(int lessThan, Span name, char quote, int start) implements Cursor {
    }

    /** Where {@code offset} is in {@code text}. */
    static Cursor at(String text, int offset) {
        int lessThan = text.lastIndexOf('<', offset - 1);
        if (offset == 0 || lessThan < 0) {
            return content(text, offset);
        }
        int comment = text.lastIndexOf("<!--", offset - 1);
        if (comment >= 0 && text.lastIndexOf("-->", offset - 1) < comment && offset > comment + 3
                || text.startsWith("<!", lessThan) || text.startsWith("<?", lessThan)) {
            return text.indexOf('>', lessThan) >= 0 && text.indexOf('>', lessThan) < offset
                    && (comment < lessThan || text.lastIndexOf("-->", offset - 1) >= comment)
                            ? content(text, offset) : new Nowhere();
        }
        if (text.startsWith("</", lessThan)) {
            int close = text.indexOf('>', lessThan);
            return close >= 0 && close < offset ? content(text, offset)
                    : lessThan + 2 > offset ? new Nowhere()
                    : new EndTag(lessThan, new Span(lessThan + 2, wordEnd(text, lessThan + 2)));
        }
        return new TagScan(text, lessThan, offset).scan();
    }

    private static Cursor content(String text, int offset) {
        int start = offset;
        while (start > 0 && isNameCharacter(text.charAt(start - 1))) {
            start--;
        }
        return new Content(new Span(start, offset));
    }

    static boolean isNameCharacter(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.' || c == ':';
    }

    static int wordEnd(String text, int from) {
        int end = from;
        while (end < text.length() && isNameCharacter(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Goes through a start tag up to the cursor. */
    final class TagScan {

        private final String text;
        private final int lessThan;
        private final int offset;

        TagScan(String text, int lessThan, int offset) {
            this.text = text;
            this.lessThan = lessThan;
            this.offset = offset;
        }

        Cursor scan() {
            int nameEnd = wordEnd(text, lessThan + 1);
            if (offset <= nameEnd) {
                return new ElementName(lessThan, new Span(lessThan + 1, nameEnd));
            }
            Span attribute = null;
            int i = nameEnd;
            while (i < offset) {
                char c = text.charAt(i);
                if (c == '>') {
                    return content(text, offset);
                }
                if (c == '"' || c == '\'') {
                    int close = text.indexOf(c, i + 1);
                    if (close < 0 || close >= offset) {
                        return attribute == null ? new Nowhere() : new AttributeValue(lessThan, attribute, c, i + 1);
                    }
                    i = close + 1;
                    attribute = null;
                } else if (isNameCharacter(c)) {
                    Span word = new Span(i, wordEnd(text, i));
                    if (attribute != null && text.substring(attribute.end(), i).strip().equals("=")) {
                        if (word.end() >= offset) {
                            return new AttributeValue(lessThan, attribute, '\0', i);
                        }
                        attribute = null;
                    } else {
                        if (word.end() >= offset) {
                            return new AttributeName(lessThan, word, false);
                        }
                        attribute = word;
                    }
                    i = word.end();
                } else {
                    i++;
                }
            }
            if (attribute != null && text.substring(attribute.end(), offset).strip().equals("=")) {
                return new AttributeValue(lessThan, attribute, '\0', offset);
            }
            if (text.charAt(offset - 1) == '/') {
                return new Nowhere();
            }
            return new AttributeName(lessThan, Span.at(offset), !Character.isWhitespace(text.charAt(offset - 1)));
        }
    }
}
