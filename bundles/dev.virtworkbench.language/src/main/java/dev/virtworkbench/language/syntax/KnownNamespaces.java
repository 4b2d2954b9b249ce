package dev.virtworkbench.language.syntax;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The namespaces of libvirt's drivers and the prefixes they are usually given (libvirt's schemas name both). */
public final class KnownNamespaces {

    private static final Map<String, String> BY_PREFIX = Map.ofEntries(
            Map.entry("qemu", "http://libvirt.org/schemas/domain/qemu/1.0"),
            Map.entry("lxc", "http://libvirt.org/schemas/domain/lxc/1.0"),
            Map.entry("bhyve", "http://libvirt.org/schemas/domain/bhyve/1.0"),
            Map.entry("xen", "http://libvirt.org/schemas/domain/xen/1.0"),
            Map.entry("vmware", "http://libvirt.org/schemas/domain/vmware/1.0"),
            Map.entry("ch", "http://libvirt.org/schemas/domain/cloud-hypervisor/1.0"),
            Map.entry("dnsmasq", "http://libvirt.org/schemas/network/dnsmasq/1.0"),
            Map.entry("rbd", "http://libvirt.org/schemas/storagepool/rbd/1.0"),
            Map.entry("fs", "http://libvirt.org/schemas/storagepool/fs/1.0"));

    private KnownNamespaces() {
    }

    /** The namespace a prefix usually stands for. */
    public static Optional<String> namespace(String prefix) {
        return Optional.ofNullable(BY_PREFIX.get(prefix));
    }

    /** The prefix a namespace is usually given. */
    public static Optional<String> prefix(String namespace) {
        return BY_PREFIX.entrySet().stream().filter(entry -> entry.getValue().equals(namespace)).map(Map.Entry::getKey)
                .findFirst();
    }

    /** Declares a prefix at the root, where libvirt writes it. */
    public static TextEdit declaration(String prefix, String namespace, XmlElement root) {
        List<XmlAttribute> attributes = root.attributes();
        int at = attributes.isEmpty() ? root.nameSpan().end() : attributes.getLast().span().end();
        String quote = attributes.isEmpty() || attributes.getLast().quote() != '"' ? "'" : "\"";
        return TextEdit.insert(at, " xmlns:" + prefix + "=" + quote + namespace + quote);
    }
}
