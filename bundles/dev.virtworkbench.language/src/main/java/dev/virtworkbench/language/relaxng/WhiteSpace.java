package dev.virtworkbench.language.relaxng;

import java.util.ArrayList;
import java.util.List;

/** White space as XML has it: space, tab, line feed and carriage return, none of Unicode's others. */
final class WhiteSpace {

    private WhiteSpace() { }

    static boolean is(char c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r';
    }

    /** Whether the text holds nothing else. */
    static boolean only(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!is(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** What stands between white space. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || is(text.charAt(i))) {
                if (i > start) {
                    words.add(text.substring(start, i));
                }
                start = i + 1;
            }
        }
        return words;
    }
}
