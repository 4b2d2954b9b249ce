package dev.virtworkbench.engine.drafts;

import dev.virtworkbench.engine.drafts.BootSettings.Firmware;
import dev.virtworkbench.engine.facts.Guest;
import java.util.List;
import java.util.Optional;

/**
 * A domain that boots an image there is, as stated in fields.
 *
 * @param memory bytes
 * @param vcpus at least 1
 * @param guest what the host runs it on
 * @param type how the host runs it, as in {@code kvm}; one of {@link Guest#domainTypes()}
 * @param firmware what boots it; not a loader of its own, of which nothing is stated here
 * @param image its disk
 * @param devices what the system in the image has drivers for
 */
public record DomainDraft(String name, long memory, int vcpus, Guest guest, String type, Firmware firmware, Image image,
        Nic nic, Graphics graphics, Devices devices) {

    /** An image on the host. */
    public sealed interface Image {

        /** As in {@code qcow2}. */
        String format();

        /** A file or block device. */
        record Path(String path, String format) implements Image { }

        /** A volume, wherever its pool has it. */
        record InPool(String pool, String volume, String format) implements Image { }
    }

    /** What its network card is in. */
    public sealed interface Nic {

        /** It has none. */
        record None() implements Nic { }

        /** It goes out through the emulator, as its user does, and cannot be reached. */
        record OfUser() implements Nic { }

        /** A network of the host. */
        record OfNetwork(String name) implements Nic { }
    }

    /** What kind of devices it has. */
    public enum Devices {
        /** Those made for guests: the quickest. Every Linux of today knows them; Windows needs their drivers first. */
        VIRTIO,
        /** Those of usual PCs, which a system knows by itself: a SATA disk and an Intel card. */
        USUAL;

        /** Whether guests of that kind have them. */
        public boolean fit(Guest guest) {
            return this == VIRTIO || guest.osType().equals("hvm") && List.of("x86_64", "i686").contains(guest.architecture());
        }
    }

    /** How its screen is seen. */
    public enum Graphics { VNC, SPICE, NONE }

    public DomainDraft {
        name = name.strip();
    }

    /** With the quickest devices. */
    public DomainDraft(String name, long memory, int vcpus, Guest guest, String type, Firmware firmware, Image image, Nic nic, Graphics graphics) {
        this(name, memory, vcpus, guest, type, firmware, image, nic, graphics, Devices.VIRTIO);
    }

    /** The document. */
    public String xml() {
        Size size = Size.of(memory);
        Markup xml = new Markup().open("domain", "type", type).text("name", name)
                .text("memory", Long.toString(size.number()), "unit", size.unit())
                .text("vcpu", Integer.toString(vcpus));
        boolean uefi = firmware != Firmware.MACHINE;
        xml.open("os", "firmware", uefi ? "efi" : "")
                .text("type", guest.osType(), "arch", guest.architecture(), "machine", guest.usualMachine().orElse(""));
        if (uefi) {
            // left open, some hosts take one with Secure Boot, and others one without
            xml.open("firmware").empty("feature", "enabled", firmware == Firmware.SECURE_UEFI ? "yes" : "no", "name", "secure-boot").close();
        }
        xml.empty("boot", "dev", "hd").close();
        if (guest.hasAcpi()) {
            xml.open("features").empty("acpi").close();
        }
        if (type.equals("kvm")) {
            xml.empty("cpu", "mode", "host-passthrough");
        }
        xml.open("devices");
        disk(xml);
        network(xml);
        screen(xml);
        return xml.close().close().toString();
    }

    private void disk(Markup xml) {
        String kind = switch (image) {
            case Image.InPool inPool -> "volume";
            case Image.Path(String path, String format) when path.startsWith("/dev/") -> "block";
            case Image.Path path -> "file";
        };
        xml.open("disk", "type", kind, "device", "disk").empty("driver", "name", emulated() ? "qemu" : "", "type", image.format());
        switch (image) {
            case Image.InPool(String pool, String volume, String format) -> xml.empty("source", "pool", pool, "volume", volume);
            case Image.Path(String path, String format) -> xml.empty("source", kind.equals("block") ? "dev" : "file", path);
        }
        boolean quick = devices == Devices.VIRTIO;
        xml.empty("target", "dev", quick ? "vda" : "sda", "bus", quick ? "virtio" : "sata").close();
    }

    private void network(Markup xml) {
        if (!(nic instanceof Nic.None)) {
            xml.open("interface", "type", nic instanceof Nic.OfUser ? "user" : "network");
            if (nic instanceof Nic.OfNetwork(String network)) {
                xml.empty("source", "network", network);
            }
            xml.empty("model", "type", devices == Devices.VIRTIO ? "virtio" : "e1000e").close();
        }
    }

    private void screen(Markup xml) {
        xml.empty("console", "type", "pty");
        if (graphics != Graphics.NONE) {
            xml.empty("graphics", "type", graphics == Graphics.VNC ? "vnc" : "spice", "port", "-1", "autoport", "yes");
            xml.open("video").empty("model", "type", "virtio").close();
            if (emulated()) {
                xml.empty("input", "type", "tablet", "bus", "usb");
            }
        }
    }

    private boolean emulated() {
        return type.equals("kvm") || type.equals("qemu");
    }
}
