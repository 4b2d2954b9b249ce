package dev.virtworkbench.language.structure;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An amount of bytes, written as libvirt reads it (its {@code virScaleInteger}): a number, and a unit whose
 * letters' case does not matter. {@code b}, {@code byte} and {@code bytes} are bytes; {@code K}, {@code M},
 * {@code G}, {@code T}, {@code P} and {@code E}, alone or followed by {@code iB}, are powers of 1024;
 * followed by {@code B}, powers of 1000.
 *
 * @param bytes not negative
 */
public record ByteSize(BigInteger bytes) {

    public static final BigInteger BYTE = BigInteger.ONE;
    public static final BigInteger KIB = BigInteger.valueOf(1024);
    public static final BigInteger MIB = KIB.pow(2);

    private static final String LETTERS = "kmgtpe";
    private static final List<String> BINARY_UNITS = List.of("bytes", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB");

    /**
     * A size as a person reads it best.
     *
     * @param text number and unit, as in {@code 1.5 GiB}
     * @param exact whether nothing was rounded
     */
    public record Readable(String text, boolean exact) {
    }

    /**
     * Reads a size.
     *
     * @param number decimal digits, white space around them
     * @param unit as written; empty or blank for {@code defaultUnit}
     * @param defaultUnit what the element counts in without a unit, in bytes
     * @return empty if libvirt would refuse the number or the unit
     */
    public static Optional<ByteSize> read(String number, String unit, BigInteger defaultUnit) {
        String digits = number.strip();
        if (digits.isEmpty() || digits.length() > 20 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        return unit(unit, defaultUnit).map(scale -> new ByteSize(new BigInteger(digits).multiply(scale)));
    }

    /** What one of a unit is, in bytes; empty if libvirt does not know the unit. */
    public static Optional<BigInteger> unit(String unit, BigInteger defaultUnit) {
        String name = unit.strip().toLowerCase(Locale.ROOT);
        switch (name) {
            case "" -> {
                return Optional.of(defaultUnit);
            }
            case "b", "byte", "bytes" -> {
                return Optional.of(BYTE);
            }
            default -> {
                int power = LETTERS.indexOf(name.charAt(0)) + 1;
                int base = switch (name.substring(1)) {
                    case "", "ib" -> 1024;
                    case "b" -> 1000;
                    default -> 0;
                };
                return power == 0 || base == 0 ? Optional.empty() : Optional.of(BigInteger.valueOf(base).pow(power));
            }
        }
    }

    /** The size in the largest binary unit that leaves at least one, with at most two decimals. */
    public Readable readable() {
        int power = power();
        BigDecimal exact = in(power);
        BigDecimal rounded = exact.setScale(2, RoundingMode.HALF_UP);
        if (rounded.compareTo(new BigDecimal(KIB)) == 0 && power + 1 < BINARY_UNITS.size()) {
            // 1048575 KiB is nearly 1 GiB, not nearly 1024 MiB.
            exact = in(++power);
            rounded = exact.setScale(2, RoundingMode.HALF_UP);
        }
        String digits = rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
        return new Readable(digits + " " + BINARY_UNITS.get(power), rounded.compareTo(exact) == 0);
    }

    /** The unit that {@link #readable()} takes, in bytes. */
    public BigInteger readableUnit() {
        return KIB.pow(power());
    }

    private BigDecimal in(int power) {
        return new BigDecimal(bytes).divide(new BigDecimal(KIB.pow(power)));
    }

    private int power() {
        return Math.clamp((bytes.bitLength() - 1) / 10, 0, BINARY_UNITS.size() - 1);
    }
}
