package dev.virtworkbench.engine.storage;

import dev.virtworkbench.engine.libvirt.PoolCalls;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A pool at one moment.
 *
 * @param type as in {@code dir}
 * @param persistent whether it stays defined when it is stopped
 * @param capacity bytes; 0, as the other two, while it is inactive
 * @param allocation bytes in use
 * @param available bytes free
 * @param targetPath where its volumes appear on the host; empty where it has no such place
 */
public record PoolSummary(UUID uuid, String name, String type, PoolState state, boolean autostart, boolean persistent,
        long capacity, long allocation, long available, String targetPath) {

    /** Types of pools whose volumes are files of a folder. */
    private static final Set<String> OF_FILES = Set.of("dir", "fs", "netfs");

    /** Types of pools that show the units of storage that is made elsewhere: libvirt counts all of it as taken. */
    private static final Set<String> OF_UNITS = Set.of("iscsi", "iscsi-direct", "scsi", "mpath");

    /** Whether what is free of it says anything. */
    public boolean hasRoom() {
        return !OF_UNITS.contains(type);
    }

    /** Whether its volumes are files of {@link #targetPath()}, which may have any format. */
    public boolean hasFiles() {
        return OF_FILES.contains(type);
    }

    static PoolSummary of(PoolCalls.Details details) {
        Optional<XmlElement> root = XmlTree.parse(details.xml()).root();
        return new PoolSummary(details.uuid(), details.name(), root.map(pool -> pool.value("type")).orElse(""),
                PoolState.of(details.state()), details.autostart(), details.persistent(), details.capacity(),
                details.allocation(), details.available(), root.flatMap(pool -> pool.element("target"))
                        .flatMap(target -> target.element("path")).map(XmlElement::text).orElse(""));
    }
}
