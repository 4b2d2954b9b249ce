package dev.virtworkbench.engine.images;

import com.google.gson.JsonParser;
import dev.virtworkbench.engine.commands.Json;
import java.util.List;
import java.util.OptionalLong;

/**
 * Where the data of an image are.
 *
 * @param extents from its beginning to its end, without gaps
 */
public record ImageMap(List<Extent> extents) {

    /**
     * Bytes in a row that are alike.
     *
     * @param start bytes from the beginning of what a guest sees
     * @param length bytes
     * @param depth which image of the chain has them; 0 is the image itself
     * @param zero whether they read as zeros
     * @param data whether they take room
     * @param offset where in the file they are, where there is such a place
     * @param present whether any image of the chain says what they are
     * @param compressed whether they are; older ones of qemu-img do not tell
     */
    public record Extent(long start, long length, int depth, boolean zero, boolean data, OptionalLong offset, boolean present,
            boolean compressed) {

        /** What they are, seen from the image itself. */
        public Kind kind() {
            if (!data) {
                return present && zero ? Kind.ZERO : Kind.HOLE;
            }
            return depth > 0 ? Kind.BELOW : compressed || offset.isEmpty() ? Kind.PACKED : Kind.DATA;
        }
    }

    /** What bytes of an image are. */
    public enum Kind {
        /** Data as the guest wrote them. */
        DATA,
        /** Data that are compressed or encrypted: they stand nowhere as the guest wrote them. */
        PACKED,
        /** Data of an image below. */
        BELOW,
        /** Zeroes, noted as such. */
        ZERO,
        /** Nothing was ever written there: reads as zeroes. */
        HOLE
    }

    public ImageMap {
        extents = List.copyOf(extents);
    }

    /** Bytes of a guest's data that the image itself holds, without what it builds on. */
    public long allocated() {
        return extents.stream().filter(extent -> extent.depth() == 0 && extent.data()).mapToLong(Extent::length).sum();
    }

    static ImageMap of(String output) {
        return new ImageMap(Json.list(JsonParser.parseString(output).getAsJsonArray()).stream().map(json -> new Extent(json.number("start"),
                json.number("length"), (int) json.number("depth"), json.flag("zero"), json.flag("data"), json.optionalNumber("offset"),
                json.flag("present"), json.flag("compressed"))).toList());
    }
}
