package dev.virtworkbench.engine.clones;

import dev.virtworkbench.engine.domains.Disk;
import dev.virtworkbench.engine.storage.PoolSummary;
import dev.virtworkbench.engine.storage.VolumeSummary;
import dev.virtworkbench.language.findings.Message;
import dev.virtworkbench.language.syntax.XmlElement;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A disk of a domain that shall be cloned or moved.
 *
 * @param volume what its image is in an active pool; empty if it is in none
 * @param pool that pool; empty likewise
 * @param impossible the ways that it cannot go, and why
 */
public record ClonedDisk(Disk disk, Optional<VolumeSummary> volume, Optional<PoolSummary> pool, Map<DiskWay, Message> impossible) {

    /** Formats of volumes that are formats of QEMU's images too; what is in the others is read as it is. */
    private static final Set<String> IMAGE_FORMATS = Set.of("qcow", "qcow2", "qed", "vmdk", "vpc", "vdi", "bochs", "cloop", "dmg");
    /** Types of volumes that libvirt reads the contents of. */
    private static final Set<String> READ = Set.of("file", "block");
    private static final String RAW = "raw";

    public ClonedDisk {
        impossible = Map.copyOf(impossible);
    }

    /** @param document the disk's element */
    static ClonedDisk of(Disk disk, XmlElement document, Optional<VolumeSummary> volume, Optional<PoolSummary> pool) {
        Map<DiskWay, Message> impossible = new EnumMap<>(DiskWay.class);
        boolean empty = disk.source().isEmpty() && disk.volume().isEmpty();
        if (empty) {
            impossible.put(DiskWay.COPY, message("empty"));
            impossible.put(DiskWay.LINK, message("empty"));
        } else {
            copying(disk, volume).ifPresent(why -> impossible.put(DiskWay.COPY, why));
            linking(disk, document, volume).ifPresent(why -> impossible.put(DiskWay.LINK, why));
            if (!readOnly(disk) && document.element("shareable").isEmpty()) {
                impossible.put(DiskWay.SHARE, message("writes"));
            }
        }
        return new ClonedDisk(disk, volume, pool, impossible);
    }

    private static Optional<Message> copying(Disk disk, Optional<VolumeSummary> volume) {
        if (volume.isEmpty()) {
            return Optional.of(message(disk.source().startsWith("/") ? "no-pool" : "no-volume"));
        }
        if (!READ.contains(volume.get().type())) {
            return Optional.of(message("no-volume"));
        }
        // libvirt copies what the pool takes it for, which a guest may have written into it
        return format(volume.get()).equals(format(disk)) ? Optional.empty()
                : Optional.of(message("other-format", format(disk), format(volume.get())));
    }

    private static Optional<Message> linking(Disk disk, XmlElement document, Optional<VolumeSummary> volume) {
        if (readOnly(disk)) {
            return Optional.of(message("read-only"));
        }
        if (document.element("encryption").isPresent() || document.element("source").flatMap(source -> source.element("encryption")).isPresent()) {
            return Optional.of(message("encrypted"));
        }
        return imagePath(disk, volume).startsWith("/") ? Optional.empty() : Optional.of(message("no-image"));
    }

    private static boolean readOnly(Disk disk) {
        return disk.readOnly() || disk.device().equals("cdrom");
    }

    private static String format(VolumeSummary volume) {
        return IMAGE_FORMATS.contains(volume.format()) ? volume.format() : RAW;
    }

    /** Where a document says none, libvirt takes it for raw. */
    private static String format(Disk disk) {
        return disk.format().isEmpty() ? RAW : disk.format();
    }

    private static String imagePath(Disk disk, Optional<VolumeSummary> volume) {
        return volume.map(VolumeSummary::path).orElse(disk.source());
    }

    /** As in {@code vda}. */
    public String target() {
        return disk.target();
    }

    /** The path of its image on the host. */
    public String path() {
        return imagePath(disk, volume);
    }

    /** The format that the domain opens it with. */
    String format() {
        return format(disk);
    }

    /** The ways that it can go. */
    public List<DiskWay> ways() {
        return Arrays.stream(DiskWay.values()).filter(way -> !impossible.containsKey(way)).toList();
    }

    /** The way that is proposed: what can be shared is, what the domain alone writes to is copied. */
    public DiskWay proposed() {
        return impossible.containsKey(DiskWay.SHARE) ? ways().getFirst() : DiskWay.SHARE;
    }

    /** Bytes that a copy may take: with what it builds on, and where it takes all at once, that is all that a guest can see. 0 where nobody knows. */
    long room(boolean whole) {
        return volume.map(known -> whole || !known.backing().isEmpty() ? known.capacity() : known.allocation()).orElse(0L);
    }

    private static Message message(String key, Object... arguments) {
        return Message.of(ClonedDisk.class, "disk." + key, arguments);
    }
}
