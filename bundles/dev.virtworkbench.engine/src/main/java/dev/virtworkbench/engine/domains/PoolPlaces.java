package dev.virtworkbench.engine.domains;

import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The places on a host that are one pool's alone, by its document: what is below its target folder, and the devices it is made
 * of with their partitions. Tells of a path whether it is in an inactive pool, too, whose volumes libvirt does not list.
 *
 * @param attached whether the host has the pool's devices only while it is active: stopping it logs out of its target, or deletes
 *        its virtual adapter, and libvirt does not look whether somebody has them open
 */
record PoolPlaces(List<String> folders, List<String> devices, boolean attached) {

    /** Types whose target no other pool shares; that of the others is a folder of the system, as {@code /dev}. */
    private static final Set<String> OWN_TARGET = Set.of("dir", "fs", "netfs", "logical", "vstorage");
    /** Types that are made of devices, which building formats. */
    private static final Set<String> ON_DEVICES = Set.of("fs", "logical", "disk", "zfs");
    /** What the kernel and udev append to a disk's name for its partitions. */
    private static final Pattern PARTITION = Pattern.compile("(p|-part)?[0-9]+");

    /** @param pool a {@code <pool>} document */
    static PoolPlaces of(String pool) {
        List<String> folders = new ArrayList<>();
        List<String> devices = new ArrayList<>();
        Optional<XmlElement> document = XmlTree.parse(pool).root();
        document.ifPresent(root -> {
            String type = root.value("type");
            if (OWN_TARGET.contains(type)) {
                root.element("target").flatMap(target -> target.element("path")).map(XmlElement::text)
                        .filter(path -> !path.isEmpty()).ifPresent(folders::add);
            }
            if (ON_DEVICES.contains(type)) {
                Optional<XmlElement> source = root.element("source");
                source.stream().flatMap(from -> from.elements("device").stream()).map(device -> device.value("path"))
                        .filter(path -> path.startsWith("/")).forEach(devices::add);
            }
        });
        return new PoolPlaces(List.copyOf(folders), List.copyOf(devices), document.map(PoolPlaces::attached).orElse(false));
    }

    private static boolean attached(XmlElement pool) {
        return switch (pool.value("type")) {
            case "iscsi" -> true;
            case "scsi" -> pool.element("source").flatMap(source -> source.element("adapter"))
                    .filter(adapter -> adapter.value("type").equals("fc_host")).isPresent();
            default -> false;
        };
    }

    boolean have(String path) {
        return folders.stream().anyMatch(folder -> path.startsWith(folder.endsWith("/") ? folder : folder + "/"))
                || devices.stream().anyMatch(device -> path.equals(device)
                        || path.startsWith(device) && PARTITION.matcher(path.substring(device.length())).matches());
    }
}
