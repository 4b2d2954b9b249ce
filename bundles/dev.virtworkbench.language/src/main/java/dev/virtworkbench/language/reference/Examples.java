package dev.virtworkbench.language.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Values as people would write them, for what only the person can know: a schema alone gives no better example than its pattern. */
public final class Examples {

    /** By the end of the path; the longest that fits counts. */
    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("name", "example"),
            Map.entry("title", "Example"),
            Map.entry("memory", "2097152"),
            Map.entry("currentMemory", "2097152"),
            Map.entry("vcpu", "2"),
            Map.entry("capacity", "10737418240"),
            Map.entry("emulator", "/usr/bin/qemu-system-x86_64"),
            Map.entry("kernel", "/boot/vmlinuz"),
            Map.entry("initrd", "/boot/initrd.img"),
            Map.entry("target/path", "/var/lib/libvirt/example"),
            Map.entry("backingStore/path", "/var/lib/libvirt/images/base.qcow2"),
            Map.entry("source/@file", "/var/lib/libvirt/images/disk.qcow2"),
            Map.entry("source/@dev", "/dev/sdb"),
            Map.entry("interface/source/@dev", "eth0"),
            Map.entry("source/@dir", "/srv/share"),
            Map.entry("source/@bridge", "br0"),
            Map.entry("source/@network", "default"),
            Map.entry("source/@pool", "default"),
            Map.entry("source/@volume", "disk.qcow2"),
            Map.entry("disk/target/@dev", "vda"),
            Map.entry("interface/target/@dev", "vnet0"),
            Map.entry("filesystem/target/@dir", "share"),
            Map.entry("source/host/@name", "storage.example.com"),
            Map.entry("hostdev/source/@name", "iqn.2024-03.com.example:storage/1"),
            Map.entry("initiator/iqn/@name", "iqn.2024-03.com.example:client"),
            Map.entry("source/dir/@path", "/srv/images"),
            Map.entry("source/device/@path", "/dev/sdb"),
            Map.entry("source/name", "storage"),
            Map.entry("bridge/@name", "virbr1"),
            Map.entry("ip/@address", "192.168.100.1"),
            Map.entry("ip/@netmask", "255.255.255.0"),
            Map.entry("range/@start", "192.168.100.2"),
            Map.entry("range/@end", "192.168.100.254"),
            Map.entry("shmem/@name", "shared"));

    private Examples() {
    }

    /** An example for an element's text or for an attribute; it need not be allowed everywhere that the path ends like this. */
    public static Optional<String> of(List<String> path, Optional<String> attribute) {
        List<String> all = new ArrayList<>(path);
        attribute.ifPresent(name -> all.add("@" + name));
        for (int start = Math.max(0, all.size() - 3); start < all.size(); start++) {
            String value = VALUES.get(String.join("/", all.subList(start, all.size())));
            if (value != null) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }
}
