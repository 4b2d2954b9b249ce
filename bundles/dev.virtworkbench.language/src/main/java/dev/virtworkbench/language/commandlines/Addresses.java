package dev.virtworkbench.language.commandlines;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses of devices, as virsh and QEMU write them. */
final class Addresses {

    private static final Pattern PCI = Pattern.compile("(?:pci[_:.])?(?:([0-9a-fA-F]{1,8})[:_.])?([0-9a-fA-F]{1,2})[:_.]([0-9a-fA-F]{1,2})[._]([0-7])");

    private Addresses() { }

    /** A PCI address of the host or of a guest: {@code 0000:05:00.0}, with or without the domain. */
    static Element pci(String written) {
        Matcher pci = PCI.matcher(written);
        Element address = new Element("address", "type", "pci");
        if (pci.matches()) {
            address.set("domain", "0x" + (pci.group(1) == null ? "0000" : pci.group(1))).set("bus", "0x" + pci.group(2))
                    .set("slot", "0x" + pci.group(3)).set("function", "0x" + pci.group(4));
        }
        return address;
    }

    /** What attach-disk takes: {@code pci:0000.00.05.0}, {@code scsi:0.0.1}, {@code ide:0.0.1}, {@code sata:0.0.1}, … */
    static Element ofDisk(String written) {
        String[] parts = written.split("[:.]");
        if (parts[0].equals("pci") || parts[0].equals("ccw")) {
            return parts[0].equals("pci") ? pci(written) : new Element("address", "type", "ccw", "cssid", part(parts, 1), "ssid", part(parts, 2),
                    "devno", part(parts, 3));
        }
        return parts[0].equals("usb") ? new Element("address", "type", "usb", "bus", part(parts, 1), "port", part(parts, 2))
                : new Element("address", "type", "drive", "controller", part(parts, 1), "bus", part(parts, 2), "unit", part(parts, 3));
    }

    private static String part(String[] parts, int index) {
        return index < parts.length ? parts[index] : "";
    }
}
