package dev.virtworkbench.language.syntax;

/** Looks ahead of the parser for the next end tag that closes nothing opened on the way. */
final class EndTagsAhead {

    /** How far it looks, in characters: enough for the largest element people write, little enough to stay quick. */
    private static final int REACH = 1 << 16;
    /** How often one document may ask. */
    private static final int BUDGET = 64;

    private final String text;
    private int asked;

    EndTagsAhead(String text) {
        this.text = text;
    }

    /** The name of that end tag; empty if none is found. */
    String nextUnmatched(int from) {
        if (asked++ > BUDGET) {
            return "";
        }
        int depth = 0;
        int limit = Math.min(text.length(), from + REACH);
        for (int i = text.indexOf('<', from); i >= 0 && i < limit; i = text.indexOf('<', i + 1)) {
            if (text.startsWith("<!--", i)) {
                int end = text.indexOf("-->", i);
                i = end < 0 ? i : end;
            } else if (text.startsWith("</", i)) {
                if (depth-- == 0) {
                    return text.substring(i + 2, XmlCharacters.nameEnd(text, i + 2));
                }
            } else if (i + 1 < text.length() && XmlCharacters.isNameStart(text.charAt(i + 1))) {
                int close = text.indexOf('>', i);
                if (close > 0 && text.charAt(close - 1) != '/') {
                    depth++;
                }
            }
        }
        return "";
    }
}
