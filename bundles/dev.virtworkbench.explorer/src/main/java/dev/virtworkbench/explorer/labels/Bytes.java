package dev.virtworkbench.explorer.labels;

import java.util.Locale;

/** Sizes as people read them. */
public final class Bytes {

    private static final String PREFIXES = "KMGTPE";

    private Bytes() { }

    /** In the largest binary unit of which there is at least one; below a hundred of it with one digit behind the point. */
    public static String of(long bytes) {
        if (bytes < 1024) {
            return bytes + " B";
        }
        int power = (63 - Long.numberOfLeadingZeros(bytes)) / 10;
        double number = bytes / Math.pow(1024, power);
        boolean whole = number >= 100 || number == Math.rint(number);
        return String.format(Locale.getDefault(), whole ? "%.0f %ciB" : "%.1f %ciB", number, PREFIXES.charAt(power - 1));
    }
}
