package dev.virtworkbench.language.commandlines;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the name of an image tells, and what a document does not do with it that a command does. */
final class DiskPaths {

    private static final Map<String, String> FORMATS = Map.of("qcow2", "qcow2", "qcow", "qcow", "qed", "qed", "vmdk", "vmdk", "vdi", "vdi",
            "vhd", "vpc", "raw", "raw", "iso", "raw");
    private static final Pattern ADDRESS = Pattern.compile("[a-z+]{2,12}:.*");

    private DiskPaths() { }

    /** A program has a current folder and may read addresses; libvirt has none and does not. */
    static void check(Word word, String path, String type, Notes notes) {
        if (ADDRESS.matcher(path).matches()) {
            notes.needed(word.span(), "path.address", path);
        } else if ((type.equals("file") || type.equals("block")) && !path.startsWith("/") && !word.filledIn()) {
            notes.needed(word.span(), "path.relative", path);
        }
    }

    /** Without a format libvirt takes an image as raw, whatever its name: the guest then sees the image's own header. */
    static void checkFormat(Word word, String path, Element disk, Notes notes) {
        boolean stated = disk.find("driver").filter(driver -> !driver.get("type").isEmpty()).isPresent();
        formatOf(path).filter(format -> !stated && !format.equals("raw"))
                .ifPresent(format -> notes.different(word.span(), "disk.raw", path, format));
    }

    /** The format that a file's name promises. */
    static Optional<String> formatOf(String path) {
        int dot = path.lastIndexOf('.');
        return Optional.ofNullable(FORMATS.get(path.substring(dot + 1).toLowerCase(Locale.ROOT)));
    }

    /** @param format that was made out of the name; empty where none was */
    static void tellFormat(Word word, String path, String format, Notes notes) {
        if (format.isEmpty()) {
            notes.needed(word.span(), "disk.format.unknown", path);
        } else {
            notes.different(word.span(), "disk.format.named", path, format);
        }
    }

    /** A disk's type for a path. */
    static String typeOf(String path) {
        return path.startsWith("/dev/") ? "block" : "file";
    }

    /** The name behind the last slash. */
    static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
