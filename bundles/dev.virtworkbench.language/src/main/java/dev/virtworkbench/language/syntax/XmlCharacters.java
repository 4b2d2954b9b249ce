package dev.virtworkbench.language.syntax;

import org.apache.xerces.util.XMLChar;

/** Which characters XML 1.0 allows where: Xerces' own tables, so that both always say the same. */
final class XmlCharacters {

    /** Of the first 128 characters: whether one may stand in a name, and begin one. */
    private static final boolean[] IN_NAME = new boolean[128];
    private static final boolean[] BEGINS_NAME = new boolean[128];

    static {
        for (char c = 0; c < 128; c++) {
            IN_NAME[c] = XMLChar.isName(c);
            BEGINS_NAME[c] = XMLChar.isNameStart(c);
        }
    }

    private XmlCharacters() {
    }

    static boolean isSpace(int c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r';
    }

    static boolean isNameStart(char c) {
        return c < 128 ? BEGINS_NAME[c] : XMLChar.isNameStart(c);
    }

    static boolean isName(char c) {
        return c < 128 ? IN_NAME[c] : XMLChar.isName(c);
    }

    /** Whether the code point may stand in a document at all (production Char). */
    static boolean isAllowed(int codePoint) {
        return XMLChar.isValid(codePoint);
    }

    /** The offset behind the name that starts at {@code from}; {@code from} itself if none does. */
    static int nameEnd(String text, int from) {
        int i = from;
        int length = text.length();
        if (i < length && isNameStart(text.charAt(i))) {
            do {
                i++;
            } while (i < length && isName(text.charAt(i)));
        }
        return i;
    }

    static int skipSpace(String text, int from) {
        int i = from;
        while (i < text.length() && isSpace(text.charAt(i))) {
            i++;
        }
        return i;
    }
}
