package dev.virtworkbench.language.validation;

import java.util.Locale;

/** How alike two names or values are: the number of slips of the hand between them (Damerau and Levenshtein). */
final class Similarity {

    private Similarity() {
    }

    /** Insertions, deletions, replacements and swaps of neighbours that turn {@code a} into {@code b}. */
    static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return last[b.length()];
    }

    /** The distance in which a difference of case alone counts for nothing. */
    static int distanceIgnoringCase(String a, String b) {
        return distance(a.toLowerCase(Locale.ROOT), b.toLowerCase(Locale.ROOT));
    }

    /** Whether {@code written} may well be a misspelling of {@code meant}. */
    static boolean close(String written, String meant) {
        int shorter = Math.min(written.length(), meant.length());
        int allowed = shorter <= 2 ? 1 : shorter <= 5 ? 2 : 3;
        int distance = distanceIgnoringCase(written, meant);
        return distance <= allowed && distance < shorter || distance == 1 && Math.max(written.length(), meant.length()) > 1;
    }
}
