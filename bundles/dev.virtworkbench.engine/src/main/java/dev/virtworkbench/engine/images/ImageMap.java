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
     */
    public record Extent(long start, long length, int depth, boolean zero, boolean data, OptionalLong offset) { }

    public ImageMap {
        extents = List.copyOf(extents);
    }

    /** Bytes of a guest's data that the image itself holds, without what it builds on. */
    public long allocated() {
        return extents.stream().filter(extent -> extent.depth() == 0 && extent.data()).mapToLong(Extent::length).sum();
    }

    static ImageMap of(String output) {
        return new ImageMap(Json.list(JsonParser.parseString(output).getAsJsonArray()).stream().map(json -> new Extent(json.number("start"),
                json.number("length"), (int) json.number("depth"), json.flag("zero"), json.flag("data"), json.optionalNumber("offset"))).toList());
    }
}
