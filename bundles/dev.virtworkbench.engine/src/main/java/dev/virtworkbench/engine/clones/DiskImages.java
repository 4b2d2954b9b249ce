package dev.virtworkbench.engine.clones;

import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.List;
import java.util.Optional;

/** A domain's document with other images for its disks. */
final class DiskImages {

    private static final List<String> ADDRESSES = List.of("file", "dev", "dir", "name", "protocol", "pool", "volume", "mode", "index");
    /** What was found out about the image that was there, or says where in it the disk is. */
    private static final List<String> OF_IMAGE = List.of("slices", "reservations", "host", "auth", "initiator", "snapshot", "config");

    private DiskImages() {
    }

    /** The same document with the disk in that volume; what else is said of the disk stays. */
    static String in(String domain, ClonedDisk disk, NewDisk made) {
        Edits edits = new Edits(XmlTree.parse(domain));
        disk(domain, disk.target()).ifPresent(element -> put(edits, element, disk, made));
        return edits.text();
    }

    /** @param disk the element of it */
    static void put(Edits edits, XmlElement disk, ClonedDisk old, NewDisk made) {
        boolean named = !old.disk().volume().isEmpty();
        boolean files = made.pool().orElseThrow().hasFiles();
        edits.set(disk, "type", named ? "volume" : files ? "file" : "block");
        disk.element("source").ifPresent(source -> {
            if (named) {
                edits.set(source, "pool", made.pool().get().name());
                edits.set(source, "volume", made.name());
            } else {
                edits.set(source, files ? "file" : "dev", made.path());
            }
            // behind what is set, which may go to the same place
            ADDRESSES.stream().filter(attribute -> !kept(attribute, named, files)).forEach(attribute -> edits.removeAttribute(source, attribute));
            source.elements().stream().filter(inside -> OF_IMAGE.contains(inside.name())).forEach(edits::remove);
        });
        String format = format(old, made);
        disk.element("driver").ifPresentOrElse(driver -> edits.set(driver, "type", format),
                () -> disk.element("source").ifPresent(source -> edits.insertAfter(source, "<driver name='qemu' type='" + format + "'/>")));
        disk.element("backingStore").ifPresent(edits::remove);
    }

    /** What is set anyhow is not removed first. */
    private static boolean kept(String attribute, boolean named, boolean files) {
        return named ? attribute.equals("pool") || attribute.equals("volume") : attribute.equals(files ? "file" : "dev");
    }

    /** What the new image is: an overlay, the format of what it was copied from, or, on a block device, just what a guest sees. */
    static String format(ClonedDisk old, NewDisk made) {
        return made.way() == DiskWay.LINK ? "qcow2" : made.pool().orElseThrow().hasFiles() ? old.format() : "raw";
    }

    static Optional<XmlElement> disk(String domain, String target) {
        return disks(XmlTree.parse(domain)).stream().filter(disk -> target(disk).equals(target)).findFirst();
    }

    static List<XmlElement> disks(XmlTree domain) {
        return domain.root().flatMap(root -> root.element("devices")).map(devices -> devices.elements("disk")).orElse(List.of());
    }

    static String target(XmlElement disk) {
        return disk.element("target").map(target -> target.value("dev")).orElse("");
    }
}
