package dev.virtworkbench.engine.drafts;

import dev.virtworkbench.engine.storage.PoolSummary;
import dev.virtworkbench.engine.storage.VolumeSummary;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlEscapes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where a disk's data are.
 *
 * @param type of the disk, as in {@code file}
 * @param attributes of {@code <source>}: names and values in turn; none for an empty drive
 */
public record DiskSource(String type, List<String> attributes) {

    /** An empty drive. */
    public static final DiskSource NONE = new DiskSource("file", List.of());

    /** Pools whose volumes libvirt 9.0.0 finds by {@code <disk type='volume'>}: {@code virDomainDiskTranslateSourcePool}. */
    private static final Set<String> BY_POOL = Set.of("dir", "fs", "netfs", "logical", "disk", "scsi", "zfs", "vstorage", "iscsi",
            "iscsi-direct");

    /** Pools that live on the network, and the protocol QEMU reads them by. */
    private static final Map<String, String> PROTOCOLS = Map.of("rbd", "rbd", "gluster", "gluster", "sheepdog", "sheepdog");

    public DiskSource {
        attributes = List.copyOf(attributes);
    }

    /** A volume, named by its pool where libvirt finds it by that. */
    public static DiskSource of(PoolSummary pool, VolumeSummary volume) {
        if (BY_POOL.contains(pool.type())) {
            return new DiskSource("volume", List.of("pool", pool.name(), "volume", volume.name()));
        }
        if (PROTOCOLS.containsKey(pool.type())) {
            return new DiskSource("network", List.of("protocol", PROTOCOLS.get(pool.type()), "name", volume.path()));
        }
        return volume.type().equals("block") ? new DiskSource("block", List.of("dev", volume.path()))
                : new DiskSource("file", List.of("file", volume.path()));
    }

    /** A file or block device of the host. @param path absolute */
    public static DiskSource ofPath(String path) {
        return path.startsWith("/dev/") ? new DiskSource("block", List.of("dev", path)) : new DiskSource("file", List.of("file", path));
    }

    /** That of a disk as its document has it. */
    static DiskSource of(XmlElement disk) {
        List<String> attributes = new ArrayList<>();
        disk.element("source").ifPresent(source -> source.attributes().forEach(attribute -> {
            attributes.add(attribute.name());
            attributes.add(source.value(attribute.name()));
        }));
        return new DiskSource(disk.value("type").isEmpty() ? "file" : disk.value("type"), attributes);
    }

    /** Whether there is nothing in the drive. */
    public boolean empty() {
        return attributes.isEmpty();
    }

    /** As people would say it: a path, or pool and volume; empty for an empty drive. */
    public String words() {
        Optional<String> pool = value("pool");
        return pool.isPresent() ? pool.get() + "/" + value("volume").orElse("")
                : value("file").or(() -> value("dev")).or(() -> value("dir")).or(() -> value("name")).orElse("");
    }

    private Optional<String> value(String name) {
        int at = attributes.indexOf(name);
        return at < 0 ? Optional.empty() : Optional.of(attributes.get(at + 1));
    }

    /** The {@code <source>} element; empty for an empty drive. */
    String xml() {
        if (empty()) {
            return "";
        }
        StringBuilder xml = new StringBuilder("<source");
        for (int i = 0; i < attributes.size(); i += 2) {
            xml.append(' ').append(attributes.get(i)).append("='").append(XmlEscapes.attribute(attributes.get(i + 1))).append('\'');
        }
        return xml.append("/>").toString();
    }
}
