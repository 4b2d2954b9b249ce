package dev.virtworkbench.engine.snapshots;

import dev.virtworkbench.engine.libvirt.SnapshotCalls;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlTree;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A snapshot of a domain.
 *
 * @param parent name of the one it was made on top of; empty for none
 * @param current whether the domain is based on it now
 * @param made when
 * @param state what the domain was doing, as libvirt writes it: {@code running}, {@code paused}, {@code shutoff}, {@code disk-snapshot}
 * @param kind {@link SnapshotKind#DISK_ONLY} for that of disks only; of a domain that was off one without memory
 * @param disks those that it has, in the document's order
 */
public record Snapshot(String name, String description, Optional<String> parent, boolean current, Instant made, String state, SnapshotKind kind,
        List<DiskState> disks) {

    /**
     * What a snapshot has of a disk.
     *
     * @param target as in {@code vda}
     * @param file the image that is written since, of an external one; empty otherwise
     */
    public record DiskState(String target, Optional<String> file) { }

    public Snapshot {
        disks = List.copyOf(disks);
    }

    static Snapshot of(SnapshotCalls.Details details) {
        XmlElement root = XmlTree.parse(details.xml()).root().orElseThrow(() -> new IllegalArgumentException("no snapshot: " + details.xml()));
        List<XmlElement> disks = root.element("disks").map(each -> each.elements("disk")).orElse(List.of()).stream()
                .filter(disk -> !disk.value("snapshot").equals("no")).toList();
        return new Snapshot(details.name(), text(root, "description"), root.element("parent").map(parent -> text(parent, "name")),
                details.current(), Instant.ofEpochSecond(Long.parseLong(text(root, "creationTime"))), text(root, "state"), SnapshotKind.of(root),
                disks.stream().map(Snapshot::disk).toList());
    }

    private static DiskState disk(XmlElement disk) {
        return new DiskState(disk.value("name"), disk.value("snapshot").equals("external")
                ? disk.element("source").map(source -> source.value("file")).filter(file -> !file.isEmpty()) : Optional.empty());
    }

    private static String text(XmlElement element, String name) {
        return element.element(name).map(each -> each.text().strip()).orElse("");
    }
}
