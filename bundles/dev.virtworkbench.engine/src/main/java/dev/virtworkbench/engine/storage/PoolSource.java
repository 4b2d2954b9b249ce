package dev.virtworkbench.engine.storage;

import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.List;

/**
 * Something that a host has found to make a pool of. What does not belong to its type is empty.
 *
 * @param name what the storage calls it: a volume group
 * @param host where it is
 * @param directory what that host exports
 * @param devices what it is made of; of iSCSI the target's name
 * @param format as libvirt writes it
 */
public record PoolSource(String name, String host, String directory, List<String> devices, String format) {

    public PoolSource {
        devices = List.copyOf(devices);
    }

    /** @param sources a {@code <sources>} document */
    static List<PoolSource> in(String sources) {
        return XmlTree.parse(sources).root().stream().flatMap(root -> root.elements("source").stream()).map(PoolSource::of).toList();
    }

    private static PoolSource of(XmlElement source) {
        return new PoolSource(source.element("name").map(name -> name.text().strip()).orElse(""), value(source, "host", "name"),
                value(source, "dir", "path"), source.elements("device").stream().map(device -> device.value("path")).toList(),
                value(source, "format", "type"));
    }

    private static String value(XmlElement source, String element, String attribute) {
        return source.element(element).map(each -> each.value(attribute)).orElse("");
    }
}
