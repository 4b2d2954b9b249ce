package dev.virtworkbench.engine.images;

import java.util.Optional;

/**
 * How an image is made of another.
 *
 * @param compressed whether its clusters are, for formats that can
 * @param snapshot name of the state inside the source that is taken; empty for its present one
 */
public record Conversion(boolean compressed, Optional<String> snapshot) {

    public static final Conversion PLAIN = new Conversion(false, Optional.empty());

    /** A state by its name as qemu-img's {@code -l} takes it. */
    static String parameter(String snapshot) {
        return "snapshot.name=" + snapshot.replace(",", ",,");
    }
}
