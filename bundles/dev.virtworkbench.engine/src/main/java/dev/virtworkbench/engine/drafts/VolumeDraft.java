package dev.virtworkbench.engine.drafts;

import java.util.Optional;

/**
 * A volume as stated in fields.
 *
 * @param format as in {@code qcow2}; empty where the type of pool has none
 * @param capacity bytes a guest shall see
 * @param sparse whether it takes its room as it is written, instead of at once
 * @param backing what it rests on
 */
public record VolumeDraft(String name, String format, long capacity, boolean sparse, Optional<Backing> backing) {

    /**
     * An image under a volume, from which everything is read that was not written since.
     *
     * @param path of its file or device on the host
     * @param format as in {@code raw}. Where it is not written down, the image itself says, and so whoever writes the image:
     *        a guest could reach any file of the host, which is why QEMU refuses that
     */
    public record Backing(String path, String format) { }

    public VolumeDraft {
        name = name.strip();
    }

    /** The document. */
    public String xml() {
        Size size = Size.of(capacity);
        Markup xml = new Markup().open("volume").text("name", name)
                .text("capacity", Long.toString(size.number()), "unit", size.unit());
        if (sparse) {
            xml.text("allocation", "0", "unit", size.unit());
        }
        if (format.isEmpty()) {
            xml.empty("target");
        } else {
            xml.open("target").empty("format", "type", format).close();
        }
        backing.ifPresent(below -> xml.open("backingStore").text("path", below.path())
                .empty("format", "type", below.format()).close());
        return xml.close().toString();
    }
}
