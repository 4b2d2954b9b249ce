package dev.virtworkbench.language.syntax;

import org.apache.xerces.util.XMLChar;

/** Which characters XML 1.0 allows where: Xerces' own tables, so that both always say the same. */
final class XmlCharacters {

    private XmlCharacters() {
    }

    static boolean isSpace(int c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r';
    }

    static boolean isNameStart(char c) {
        return c < 128 ? c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == ':' : XMLChar.isNameStart(c);
    }

    static boolean isName(char c) {
        return isNameStart(c) || c < 128 ? isNameStart(c) || c >= '0' && c <= '9' || c == '-' || c == '.'
                : XMLChar.isName(c);
    }

    /** Whether the code point may stand in a document at all (production Char). */
    static boolean isAllowed(int codePoint) {
        return XMLChar.isValid(codePoint);
    }

    /** The offset behind the name that starts at {@code from}; {@code from} itself if none does. */
    static int nameEnd(String text, int from) {
        int i = from;
        if (i < text.length() && isNameStart(text.charAt(i))) {
            while (i < text.length() && isName(text.charAt(i))) {
                i++;
            }
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
