package dev.virtworkbench.language.commandlines;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of bytes as libvirt's documents have it.
 *
 * @param number of units, as written; a fraction only in what {@link #whole} has not seen
 * @param unit as in {@code GiB}, {@code GB} or {@code bytes}
 */
record Size(String number, String unit) {

    private static final Pattern WRITTEN = Pattern.compile("\\s*(\\d{1,18}(?:\\.\\d{1,9})?)\\s*(?:([kKmMgGtTpPeE])([iI]?)([bB]?)|[bB]|bytes)?\\s*");

    /**
     * A size as virsh takes it: {@code virScaleInteger}, where K and KiB are 1024, KB is 1000.
     *
     * @param unit where none is written
     */
    static Optional<Size> ofVirsh(String written, String unit) {
        return read(written, unit, true);
    }

    /** A size as QEMU takes it, where every letter counts in 1024. */
    static Optional<Size> ofQemu(String written, String unit) {
        return read(written, unit, false);
    }

    private static Optional<Size> read(String written, String unit, boolean decimal) {
        Matcher size = WRITTEN.matcher(written);
        if (!size.matches()) {
            return Optional.empty();
        }
        String letter = size.group(2);
        boolean bytes = letter == null && !Character.isDigit(written.strip().charAt(written.strip().length() - 1));
        String named = letter == null ? bytes ? "bytes" : unit : letter.toUpperCase(Locale.ROOT)
                + (decimal && size.group(3).isEmpty() && !size.group(4).isEmpty() ? "B" : "iB");
        return Optional.of(whole(new BigDecimal(size.group(1)), named));
    }

    /** libvirt reads no fractions: 1.5 GiB are 1536 MiB. */
    private static Size whole(BigDecimal number, String unit) {
        String units = "KMGTPE";
        BigDecimal amount = number.stripTrailingZeros();
        String name = unit;
        int step = unit.endsWith("iB") ? 1024 : 1000;
        while (amount.scale() > 0 && !name.equals("bytes")) {
            amount = amount.multiply(BigDecimal.valueOf(step)).stripTrailingZeros();
            int power = units.indexOf(name.charAt(0));
            name = power == 0 ? "bytes" : units.charAt(power - 1) + name.substring(1);
        }
        return new Size(amount.setScale(0, RoundingMode.UP).toPlainString(), name);
    }

    /** An element with this size. */
    Element element(String name) {
        return new Element(name, "unit", unit).text(number);
    }
}
