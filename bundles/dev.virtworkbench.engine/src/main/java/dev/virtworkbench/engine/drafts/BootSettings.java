package dev.virtworkbench.engine.drafts;

import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a domain starts from, in which order, and by which firmware.
 *
 * @param byKind whether its firmware goes by kinds of devices, {@code <os><boot dev=…/>}, and not by an order of single ones
 * @param order of single devices, the first first; where it goes by kinds, those that the kinds come to
 * @param kinds as in {@code hd}, the first first
 * @param menu whether its firmware offers a menu; empty where that is left to the hypervisor
 * @param menuTimeout how long the menu waits, in milliseconds; empty where that is left to the firmware
 * @param firmware what boots it
 */
public record BootSettings(boolean byKind, List<Device> order, List<String> kinds, Optional<Boolean> menu, OptionalInt menuTimeout,
        Firmware firmware) {

    /** All kinds that {@code <os><boot dev=…/>} knows. */
    public static final List<String> KINDS = List.of("hd", "cdrom", "network", "fd");

    public BootSettings {
        order = List.copyOf(order);
        kinds = List.copyOf(kinds);
    }

    /**
     * A device that a domain can start from.
     *
     * @param index among all elements of {@code <devices>}, from 0
     * @param kind as in {@code cdrom}; {@code hostdev} and {@code redirdev} are in no kind that {@code <os><boot dev=…/>} knows
     * @param name a disk's target, a network card's MAC address; may be empty
     * @param details what it is connected to; may be empty
     */
    public record Device(int index, String kind, String name, String details) { }

    /** What boots a domain. */
    public enum Firmware {
        /** What its machine has by itself: BIOS on PCs. */
        MACHINE,
        /** UEFI that libvirt chooses. */
        UEFI,
        /** UEFI that libvirt chooses and that starts only what is signed. */
        SECURE_UEFI,
        /** A loader that the document names: it stays as it is. */
        OWN_LOADER
    }

    /** Those of a domain as its document has them. */
    public static BootSettings of(XmlTree document) {
        Optional<XmlElement> os = document.root().flatMap(root -> root.element("os"));
        List<String> kinds = os.stream().flatMap(each -> each.elements("boot").stream()).map(boot -> boot.value("dev")).toList();
        List<Device> devices = devices(document);
        List<XmlElement> elements = elements(document);
        boolean single = devices.stream().anyMatch(device -> place(elements.get(device.index())).isPresent());
        List<Device> order = single
                ? devices.stream().filter(device -> place(elements.get(device.index())).isPresent())
                        .sorted(Comparator.comparingInt(device -> place(elements.get(device.index())).getAsInt())).toList()
                : kinds.stream().distinct().flatMap(kind -> devices.stream().filter(device -> device.kind().equals(kind))).toList();
        Optional<XmlElement> menu = os.flatMap(each -> each.element("bootmenu"));
        return new BootSettings(!single && !kinds.isEmpty(), order, kinds, menu.map(each -> each.value("enable").equals("yes")),
                menu.map(each -> number(each.value("timeout"))).orElse(OptionalInt.empty()), os.map(BootSettings::firmware).orElse(Firmware.MACHINE));
    }

    /** All that a domain can start from, in the document's order. */
    public static List<Device> devices(XmlTree document) {
        List<XmlElement> elements = elements(document);
        List<Device> devices = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            XmlElement element = elements.get(i);
            switch (element.name()) {
                case "disk" -> devices.add(new Device(i, disk(element), value(element, "target", "dev"), DiskSource.of(element).words()));
                case "interface" -> devices.add(new Device(i, "network", value(element, "mac", "address"), network(element)));
                case "hostdev", "redirdev" -> devices.add(new Device(i, element.name(), "", element.value("type")));
                default -> { }
            }
        }
        return devices;
    }

    /** The disk of that name among them. @param target as in {@code vda} */
    public static Optional<Device> disk(XmlTree document, String target) {
        List<XmlElement> elements = elements(document);
        return devices(document).stream().filter(device -> elements.get(device.index()).name().equals("disk") && device.name().equals(target))
                .findFirst();
    }

    /** Which in the order of single devices that is, the first being 1; 0 if it is not in it, or there is none. */
    public int place(Device device) {
        return byKind ? 0 : order.indexOf(device) + 1;
    }

    /** The same, with a device at that place of the order of single devices, or behind all where there are fewer. */
    public BootSettings placing(Device device, int place) {
        List<Device> others = new ArrayList<>(order);
        others.remove(device);
        others.add(Math.min(place - 1, others.size()), device);
        return new BootSettings(false, others, List.of(), menu, menuTimeout, firmware);
    }

    static List<XmlElement> elements(XmlTree document) {
        return document.root().flatMap(root -> root.element("devices")).map(XmlElement::elements).orElse(List.of());
    }

    private static String disk(XmlElement disk) {
        return switch (DiskPlaces.device(disk)) {
            case "cdrom" -> "cdrom";
            case "floppy" -> "fd";
            default -> "hd";
        };
    }

    private static String network(XmlElement card) {
        return card.element("source").flatMap(source -> List.of("network", "bridge", "dev").stream().map(source::value)
                .filter(value -> !value.isEmpty()).findFirst()).orElseGet(() -> card.value("type"));
    }

    private static String value(XmlElement parent, String element, String attribute) {
        return parent.element(element).map(each -> each.value(attribute)).orElse("");
    }

    private static OptionalInt place(XmlElement device) {
        return device.element("boot").map(boot -> number(boot.value("order"))).orElse(OptionalInt.empty());
    }

    private static OptionalInt number(String words) {
        return words.matches("[0-9]{1,9}") ? OptionalInt.of(Integer.parseInt(words)) : OptionalInt.empty();
    }

    private static Firmware firmware(XmlElement os) {
        if (os.value("firmware").equals("efi")) {
            boolean secure = os.element("firmware").stream().flatMap(firmware -> firmware.elements("feature").stream())
                    .anyMatch(feature -> feature.value("name").equals("secure-boot") && feature.value("enabled").equals("yes"))
                    || os.element("loader").filter(loader -> loader.value("secure").equals("yes")).isPresent();
            return secure ? Firmware.SECURE_UEFI : Firmware.UEFI;
        }
        return os.element("loader").isPresent() ? Firmware.OWN_LOADER : Firmware.MACHINE;
    }
}
