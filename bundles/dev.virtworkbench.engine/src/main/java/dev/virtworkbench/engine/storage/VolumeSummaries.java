package dev.virtworkbench.engine.storage;

import dev.virtworkbench.engine.errors.ErrorCode;
import dev.virtworkbench.engine.libvirt.LibvirtError;
import dev.virtworkbench.engine.libvirt.Spread;
import dev.virtworkbench.engine.libvirt.VolumeCalls;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Volumes' documents as summaries. The document says more than libvirt's info call and costs one call as well. */
final class VolumeSummaries {

    private static final long UNKNOWN = -1;

    private VolumeSummaries() {
    }

    static List<VolumeSummary> of(VolumeCalls volumes, UUID pool, Spread many) throws LibvirtError {
        // spread twice over the same threads: parsing takes a part of the time that the calls take
        return many.map(volumes.describe(pool, many), VolumeSummaries::of).stream().filter(Objects::nonNull).toList();
    }

    static List<VolumeSummary> of(VolumeCalls volumes, UUID pool, List<String> names, Spread many) throws LibvirtError {
        return volumes.describe(pool, names, many).stream().map(VolumeSummaries::of).filter(Objects::nonNull).toList();
    }

    /** @param name the volume's: of what reads as a line break a document keeps not which it was */
    static VolumeSummary of(String name, String xml) {
        XmlElement root = XmlTree.parse(xml).root().orElseThrow(() -> new IllegalArgumentException("no volume: " + xml));
        Optional<XmlElement> target = root.element("target");
        return new VolumeSummary(name, text(root.element("key")),
                text(target.flatMap(element -> element.element("path"))), root.value("type"),
                bytes(root.element("capacity")), bytes(root.element("allocation")),
                target.flatMap(element -> element.element("format")).map(format -> format.value("type")).orElse(""),
                text(root.element("backingStore").flatMap(backing -> backing.element("path"))), "");
    }

    static String nameIn(String xml) {
        return text(XmlTree.parse(xml).root().flatMap(root -> root.element("name")));
    }

    /**
     * How long what stores it is, and so what is sent of it: a file's length, whatever of it is holes and whatever its format makes of
     * it; a device's size.
     *
     * @return bytes; -1 where libvirt does not say, as before 3.0.0
     */
    static long physical(String xml) {
        return bytes(XmlTree.parse(xml).root().flatMap(root -> root.element("physical")));
    }

    private static VolumeSummary of(VolumeCalls.Description description) {
        if (description.failure() == null) {
            return of(description.entry().name(), description.xml());
        }
        if (ErrorCode.missing(description.failure().code())) {
            return null;
        }
        return new VolumeSummary(description.entry().name(), description.entry().key(), "", "", UNKNOWN, UNKNOWN, "", "",
                description.failure().getMessage());
    }

    private static String text(Optional<XmlElement> element) {
        // white space at its ends is a part of a name
        return element.map(XmlElement::text).orElse("");
    }

    /** libvirt writes sizes of volumes in bytes, whatever unit they were given in. */
    private static long bytes(Optional<XmlElement> element) {
        String number = text(element).strip();
        return number.isEmpty() ? UNKNOWN : Long.parseLong(number);
    }
}
