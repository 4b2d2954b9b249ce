package dev.virtworkbench.engine.images;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.virtworkbench.engine.commands.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What {@code qemu-img info} says of one image.
 *
 * @param path as qemu-img names it
 * @param format as in {@code qcow2}
 * @param virtualSize bytes that a guest sees
 * @param onDisk bytes that it takes on the host's disk; holes take none
 * @param encrypted whether its data are
 * @param clusterSize bytes of a cluster, where the format has them
 * @param dirty whether it was not closed well, or is open for writing
 * @param corrupt whether its own mark says that it is damaged
 * @param compat the format's own version, as in {@code 1.1}; empty where it tells none
 * @param backing the image it builds on as its header has it; empty if it builds on none
 * @param backingPath the same as it is found from here
 * @param backingFormat empty if its header does not say
 * @param dataFile the file that has its data, where that is another one
 * @param snapshots inside it, the oldest first
 * @param bitmaps the persistent ones inside it
 */
public record ImageInfo(String path, String format, long virtualSize, long onDisk, boolean encrypted, OptionalLong clusterSize,
        boolean dirty, boolean corrupt, String compat, Optional<String> backing, Optional<String> backingPath,
        Optional<String> backingFormat, Optional<String> dataFile, List<Snapshot> snapshots, List<Bitmap> bitmaps) {

    /**
     * A state that an image keeps of its guest's disk.
     *
     * @param memory bytes of the guest's memory that are kept with it; 0 for the disk alone
     */
    public record Snapshot(String id, String name, Instant made, long memory) { }

    /**
     * What notes which parts have changed, for backups.
     *
     * @param granularity bytes that one bit stands for
     * @param flags QEMU's, as in {@code auto} (it goes on noting) and {@code in-use} (it was not closed well and notes nothing any more)
     */
    public record Bitmap(String name, long granularity, List<String> flags) {

        public Bitmap {
            flags = List.copyOf(flags);
        }
    }

    public ImageInfo {
        snapshots = List.copyOf(snapshots);
        bitmaps = List.copyOf(bitmaps);
    }

    /** The same as an image to work with. */
    public Image image() {
        return new Image(path, format);
    }

    /** The paths of the files that it has no data without, as they are found from here. */
    Set<String> needs() {
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        return Stream.concat(backingPath.stream(), dataFile.stream().map(data -> data.startsWith("/") ? data : folder + data)).collect(Collectors.toSet());
    }

    static ImageInfo of(JsonObject object) {
        Json json = new Json(object);
        Json specific = json.inner("format-specific").inner("data");
        return new ImageInfo(json.text("filename"), json.text("format"), json.number("virtual-size"), json.number("actual-size"),
                json.flag("encrypted") || json.text("format").equals("luks"), json.optionalNumber("cluster-size"), json.flag("dirty-flag"),
                specific.flag("corrupt"), specific.text("compat"), json.optionalText("backing-filename"),
                json.optionalText("full-backing-filename").or(() -> json.optionalText("backing-filename")).map(ImageInfo::file),
                json.optionalText("backing-filename-format"), specific.optionalText("data-file"),
                json.list("snapshots").stream().map(ImageInfo::snapshot).toList(), specific.list("bitmaps").stream().map(ImageInfo::bitmap).toList());
    }

    private static Snapshot snapshot(Json json) {
        return new Snapshot(json.text("id"), json.text("name"), Instant.ofEpochSecond(json.number("date-sec"), json.number("date-nsec")),
                json.number("vm-state-size"));
    }

    private static Bitmap bitmap(Json json) {
        List<String> flags = json.object().getAsJsonArray("flags").asList().stream().map(each -> each.getAsString()).toList();
        return new Bitmap(json.text("name"), json.number("granularity"), flags);
    }

    /** A backing file may be named by all its options; as much as is a file's path. */
    private static String file(String name) {
        if (!name.startsWith("json:")) {
            return name.startsWith("file:") ? name.substring("file:".length()) : name;
        }
        Json options = new Json(JsonParser.parseString(name.substring("json:".length())).getAsJsonObject());
        return options.optionalText("file.filename").or(() -> options.inner("file").optionalText("filename"))
                .or(() -> options.optionalText("filename")).orElse(name);
    }
}
