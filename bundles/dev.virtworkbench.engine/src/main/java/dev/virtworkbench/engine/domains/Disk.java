package dev.virtworkbench.engine.domains;

import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A disk of a domain.
 *
 * @param target as in {@code vda}
 * @param bus as in {@code virtio}; empty if not said
 * @param device {@code disk}, {@code cdrom}, {@code floppy} or {@code lun}
 * @param type where its data are, as in {@code file}, {@code block}, {@code volume}, {@code network}
 * @param format the image's format, as in {@code qcow2}; empty if not said
 * @param source path of its image; for a volume empty until the domain runs; empty for an empty drive
 * @param pool name of the pool its volume is in; empty if it is named by path
 * @param volume name of its volume; empty if it is named by path
 * @param readOnly whether the guest cannot write to it
 * @param chain paths of the files its image builds on, the nearest first, as far as the document tells
 * @param untilShutOff whether only the running domain has it, and its next start will not
 */
public record Disk(String target, String bus, String device, String type, String format, String source, String pool, String volume,
        boolean readOnly, List<String> chain, boolean untilShutOff) {

    public Disk {
        chain = List.copyOf(chain);
    }

    /** The disks of a {@code <domain>} document. */
    public static List<Disk> in(String domain) {
        return XmlTree.parse(domain).root().flatMap(root -> root.element("devices")).stream()
                .flatMap(devices -> devices.elements("disk").stream()).map(Disk::of).toList();
    }

    /**
     * The disks of a domain as its next start has them, and behind these the ones that only the running domain has.
     *
     * @param configured its inactive document
     * @param running its live one; the same while it does not run
     */
    static List<Disk> in(String configured, String running) {
        List<Disk> all = new ArrayList<>(in(configured));
        Set<String> known = all.stream().map(Disk::target).collect(Collectors.toSet());
        in(running).stream().filter(disk -> !known.contains(disk.target())).map(Disk::passing).forEach(all::add);
        return all;
    }

    private Disk passing() {
        return new Disk(target, bus, device, type, format, source, pool, volume, readOnly, chain, true);
    }

    private static Disk of(XmlElement disk) {
        Optional<XmlElement> source = disk.element("source");
        String device = disk.value("device");
        Optional<XmlElement> target = disk.element("target");
        return new Disk(target.map(place -> place.value("dev")).orElse(""), target.map(place -> place.value("bus")).orElse(""),
                device.isEmpty() ? "disk" : device, disk.value("type"),
                disk.element("driver").map(driver -> driver.value("type")).orElse(""),
                source.map(Disk::path).orElse(""), source.map(from -> from.value("pool")).orElse(""),
                source.map(from -> from.value("volume")).orElse(""), disk.element("readonly").isPresent(), chain(disk), false);
    }

    private static List<String> chain(XmlElement disk) {
        List<String> paths = new ArrayList<>();
        Optional<XmlElement> next = disk.element("backingStore");
        while (next.isPresent()) {
            next.get().element("source").map(Disk::path).filter(path -> !path.isEmpty()).ifPresent(paths::add);
            next = next.get().element("backingStore");
        }
        return paths;
    }

    private static String path(XmlElement source) {
        for (String attribute : List.of("file", "dev", "dir", "name")) {
            if (source.attribute(attribute).isPresent()) {
                return source.value(attribute);
            }
        }
        return "";
    }
}
