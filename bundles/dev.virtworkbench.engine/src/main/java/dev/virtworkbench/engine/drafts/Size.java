package dev.virtworkbench.engine.drafts;

/** A number of bytes in the largest binary unit that divides it. */
record Size(long number, String unit) {

    private static final String PREFIXES = "KMGTPE";

    static Size of(long bytes) {
        int power = bytes == 0 ? 0 : Math.min(Long.numberOfTrailingZeros(bytes) / 10, PREFIXES.length());
        return power == 0 ? new Size(bytes, "bytes") : new Size(bytes >> power * 10, PREFIXES.charAt(power - 1) + "iB");
    }
}
