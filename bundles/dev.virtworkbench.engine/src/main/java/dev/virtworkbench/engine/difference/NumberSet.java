package dev.virtworkbench.engine.difference;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sets of CPUs or NUMA nodes as {@code virBitmapParse} reads them: {@code 1-2,5-7,^6} is {@code 1-2,5,7}. */
final class NumberSet {

    private static final Pattern PART = Pattern.compile("\\s*(\\^?)(\\d{1,5})(?:-(\\d{1,5}))?\\s*");

    private NumberSet() {
    }

    /** One text for each set; what is none stays as it is. */
    static String canonical(String value) {
        BitSet set = new BitSet();
        for (String part : value.split(",", -1)) {
            Matcher range = PART.matcher(part);
            if (!range.matches()) {
                return value;
            }
            int from = Integer.parseInt(range.group(2));
            int to = range.group(3) == null ? from : Integer.parseInt(range.group(3));
            if (to < from) {
                return value;
            }
            set.set(from, to + 1, range.group(1).isEmpty());
        }
        return set.toString();
    }
}
