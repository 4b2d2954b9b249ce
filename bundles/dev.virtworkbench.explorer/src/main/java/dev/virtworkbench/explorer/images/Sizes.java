package dev.virtworkbench.explorer.images;

import dev.virtworkbench.explorer.labels.Bytes;
import java.text.NumberFormat;

/** Sizes of images in words. */
final class Sizes {

    private static final int KIB = 1024;

    private Sizes() { }

    /** For people, and exactly where that is something else. */
    static String exact(long bytes) {
        return bytes < KIB ? Bytes.of(bytes) : Texts.get("bytes", Bytes.of(bytes), NumberFormat.getInstance().format(bytes));
    }
}
