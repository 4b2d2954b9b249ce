package dev.virtworkbench.language.structure;

import static dev.virtworkbench.language.structure.SymbolLabel.facts;
import static dev.virtworkbench.language.structure.SymbolLabel.first;
import static dev.virtworkbench.language.structure.SymbolLabel.size;
import static dev.virtworkbench.language.structure.SymbolLabel.text;
import static dev.virtworkbench.language.structure.SymbolLabel.value;
import static dev.virtworkbench.language.structure.SymbolLabel.words;

import dev.virtworkbench.language.syntax.XmlElement;
import java.util.Optional;

/** How the devices of a domain are called in the outline. */
final class DeviceLabels {

    private DeviceLabels() {
    }

    /** The label of a device; empty for what is no device with a label of its own. */
    static Optional<SymbolLabel> of(XmlElement device) {
        return Optional.ofNullable(switch (device.name()) {
            case "disk" -> disk(device);
            case "filesystem" -> label(device, value(device, "target", "dir"), source(device), SymbolKind.STORAGE);
            case "interface" -> networkInterface(device);
            case "controller" -> label(device, words(device.value("type"), device.value("index")),
                    device.value("model"), SymbolKind.CONTROLLER);
            case "hostdev" -> hostDevice(device);
            case "graphics" -> label(device, device.value("type"), listening(device), SymbolKind.DEVICE);
            case "video" -> label(device, value(device, "model", "type"), "", SymbolKind.DEVICE);
            case "channel", "console", "serial", "parallel" -> characterDevice(device);
            case "input" -> label(device, device.value("type"), device.value("bus"), SymbolKind.DEVICE);
            case "sound", "watchdog", "panic", "iommu", "vsock" -> label(device, device.value("model"),
                    first(device.value("action"), value(device, "cid", "address")), SymbolKind.DEVICE);
            case "rng", "tpm", "crypto" -> backed(device);
            case "memballoon" -> label(device, device.value("model"), "", SymbolKind.DEVICE);
            case "memory" -> label(device, device.value("model"), device.element("target")
                    .flatMap(target -> target.element("size")).map(SymbolLabel::size).orElse(""), SymbolKind.DEVICE);
            case "shmem" -> label(device, device.value("name"),
                    device.element("size").map(SymbolLabel::size).orElse(""), SymbolKind.DEVICE);
            case "redirdev" -> label(device, device.value("bus"), device.value("type"), SymbolKind.DEVICE);
            case "smartcard" -> label(device, device.value("mode"), device.value("type"), SymbolKind.DEVICE);
            case "audio" -> label(device, device.value("id"), device.value("type"), SymbolKind.DEVICE);
            case "lease" -> label(device, text(device, "key"), text(device, "lockspace"), SymbolKind.DEVICE);
            default -> null;
        });
    }

    /** Where the bytes come from: a path, {@code pool/volume}, or {@code protocol:name}. */
    static String source(XmlElement storage) {
        return storage.element("source").map(DeviceLabels::sourceName).orElse("");
    }

    private static String sourceName(XmlElement source) {
        if (!source.value("pool").isEmpty()) {
            return source.value("pool") + "/" + source.value("volume");
        }
        if (!source.value("protocol").isEmpty()) {
            return source.value("protocol") + ":" + source.value("name");
        }
        return first(source.value("file"), source.value("dev"), source.value("dir"), source.value("name"),
                source.value("path"), source.value("socket"), source.value("startupPolicy"));
    }

    private static SymbolLabel label(XmlElement device, String naming, String detail, SymbolKind kind) {
        return SymbolLabel.of(device, naming, detail, kind);
    }

    private static SymbolLabel disk(XmlElement disk) {
        String device = disk.value("device");
        String what = device.equals("cdrom") || device.equals("floppy") ? device : "disk";
        String name = words(what, first(value(disk, "target", "dev"), disk.value("name")));
        String snapshot = first(disk.value("snapshot"), disk.value("checkpoint"));
        String detail = facts(snapshot, first(source(disk), value(disk, "target", "file")), bootOrder(disk));
        return new SymbolLabel(name, detail, SymbolKind.STORAGE);
    }

    private static SymbolLabel networkInterface(XmlElement device) {
        String type = device.value("type");
        String source = first(value(device, "source", type), value(device, "source", "network"),
                value(device, "source", "bridge"), value(device, "source", "dev"), value(device, "source", "path"));
        return label(device, first(value(device, "mac", "address"), value(device, "target", "dev")),
                facts(words(type, source), bootOrder(device)), SymbolKind.INTERFACE);
    }

    /** The address of a host device as lspci and lsusb print it. */
    private static SymbolLabel hostDevice(XmlElement device) {
        String address = device.element("source").map(source -> first(
                usb(source),
                source.element("address").map(DeviceLabels::address).orElse(""),
                value(source, "adapter", "name"),
                source.value("protocol").isEmpty() ? "" : source.value("protocol") + ":" + source.value("name"),
                text(source, "block"), text(source, "char"), text(source, "interface"))).orElse("");
        return label(device, words(device.value("type"), address), facts(device.value("model"), bootOrder(device)),
                SymbolKind.DEVICE);
    }

    private static String usb(XmlElement source) {
        String vendor = value(source, "vendor", "id");
        String product = value(source, "product", "id");
        return vendor.isEmpty() || product.isEmpty() ? "" : hex(vendor) + ":" + hex(product);
    }

    private static String address(XmlElement address) {
        if (!address.value("uuid").isEmpty()) {
            return address.value("uuid");
        }
        if (!address.value("slot").isEmpty()) {
            return first(hex(address.value("domain")), "0000") + ":" + hex(address.value("bus")) + ":"
                    + hex(address.value("slot")) + "." + hex(address.value("function"));
        }
        return address.value("device").isEmpty() ? "" : address.value("bus") + "-" + address.value("device");
    }

    private static String hex(String value) {
        return value.startsWith("0x") ? value.substring(2) : value;
    }

    private static String listening(XmlElement graphics) {
        String address = first(graphics.value("listen"), value(graphics, "listen", "address"));
        String port = graphics.value("port").equals("-1") ? "" : graphics.value("port");
        String place = address.isEmpty() || port.isEmpty() ? address + port : address + ":" + port;
        return first(place, graphics.value("socket"), value(graphics, "listen", "socket"), value(graphics, "listen", "type"));
    }

    private static SymbolLabel characterDevice(XmlElement device) {
        return label(device, first(value(device, "target", "name"), value(device, "target", "port")),
                facts(device.value("type"), first(value(device, "source", "path"), value(device, "source", "channel"))),
                SymbolKind.DEVICE);
    }

    private static SymbolLabel backed(XmlElement device) {
        String backend = device.element("backend")
                .map(element -> first(element.text(), value(element, "device", "path"), element.value("type"),
                        element.value("model")))
                .orElse("");
        return label(device, device.value("model"), backend, SymbolKind.DEVICE);
    }

    private static String bootOrder(XmlElement device) {
        String order = value(device, "boot", "order");
        return order.isEmpty() ? "" : "boot " + order;
    }
}
