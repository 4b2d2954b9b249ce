package dev.virtworkbench.language.commandlines;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A domain in the making: its elements in the order of libvirt's own documents, its disks at targets that nobody has yet. */
final class DomainElements {

    private static final List<String> ORDER = List.of("name", "uuid", "title", "description", "metadata", "maxMemory", "memory", "currentMemory",
            "memoryBacking", "vcpu", "iothreads", "cputune", "numatune", "os", "features", "cpu", "clock", "on_poweroff", "on_reboot", "on_crash",
            "devices");
    private static final List<String> DEVICES = List.of("emulator", "disk", "controller", "filesystem", "interface", "serial", "console",
            "channel", "input", "tpm", "graphics", "sound", "video", "hostdev", "watchdog", "memballoon", "rng");
    private static final List<String> IN_OS = List.of("type", "loader", "nvram", "kernel", "initrd", "cmdline", "dtb", "boot", "bootmenu", "bios");
    private static final int LETTERS = 26;

    private final Element root = new Element("domain");
    private final Set<String> targets = new HashSet<>();

    Element root() {
        return root;
    }

    Element os() {
        return root.child("os");
    }

    Element devices() {
        return root.child("devices");
    }

    /** Another device. */
    Element device(String name, String... attributes) {
        return devices().add(name, attributes);
    }

    boolean has(String device) {
        return root.find("devices").flatMap(devices -> devices.find(device)).isPresent();
    }

    List<Element> disks() {
        return devices().children().stream().filter(device -> device.name().equals("disk")).toList();
    }

    void text(String element, String text) {
        if (!text.isEmpty()) {
            root.child(element).text(text);
        }
    }

    /** The name that libvirt gives the next disk of a bus. */
    String target(String bus) {
        String prefix = switch (bus) {
            case "virtio" -> "vd";
            case "ide" -> "hd";
            case "fdc" -> "fd";
            case "xen" -> "xvd";
            default -> "sd";
        };
        int index = 0;
        while (!targets.add(prefix + letters(index))) {
            index++;
        }
        return prefix + letters(index);
    }

    /** A target that somebody has chosen, so that no other disk gets it. */
    String target(String chosen, String bus) {
        return chosen.isEmpty() || !targets.add(chosen) ? target(bus) : chosen;
    }

    private static String letters(int index) {
        String last = String.valueOf((char) ('a' + index % LETTERS));
        return index < LETTERS ? last : letters(index / LETTERS - 1) + last;
    }

    /** Whether a disk has a place in the order of booting: libvirt takes that or the order by kinds of devices. */
    private boolean ordersDevices() {
        return devices().children().stream().anyMatch(device -> device.find("boot").isPresent());
    }

    /** The whole, in order. */
    Element finish() {
        if (ordersDevices()) {
            os().children().removeIf(child -> child.name().equals("boot"));
        }
        os().sort(IN_OS);
        devices().sort(DEVICES);
        root.sort(ORDER);
        return root;
    }
}
