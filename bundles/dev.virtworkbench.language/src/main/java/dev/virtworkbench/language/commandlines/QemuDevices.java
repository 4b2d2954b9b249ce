package dev.virtworkbench.language.commandlines;

import java.util.List;
import java.util.Map;

/** What QEMU plugs in by {@code -device}, and the options of old for a few of these. */
final class QemuDevices {

    private static final Map<String, String> CARDS = Map.of("e1000", "e1000", "e1000e", "e1000e", "rtl8139", "rtl8139", "pcnet", "pcnet",
            "ne2k_pci", "ne2k_pci", "vmxnet3", "vmxnet3", "igb", "igb");
    private static final Map<String, String> VIDEO = Map.of("VGA", "vga", "qxl-vga", "qxl", "qxl", "qxl", "virtio-vga", "virtio", "virtio-gpu",
            "virtio", "cirrus-vga", "cirrus", "vmware-svga", "vmvga", "bochs-display", "bochs", "ramfb", "ramfb");
    private static final Map<String, String> INPUT = Map.of("usb-tablet", "tablet", "usb-mouse", "mouse", "usb-kbd", "keyboard");
    private static final Map<String, String> SOUND = Map.of("intel-hda", "ich6", "ich9-intel-hda", "ich9", "AC97", "ac97", "ES1370", "es1370",
            "sb16", "sb16", "ac97", "ac97", "hda", "ich6", "es1370", "es1370");
    private static final Map<String, String> USB = Map.of("qemu-xhci", "qemu-xhci", "nec-usb-xhci", "nec-xhci", "usb-ehci", "ehci",
            "ich9-usb-ehci1", "ich9-ehci1", "piix3-usb-uhci", "piix3-uhci");
    private static final List<String> WATCHDOGS = List.of("i6300esb", "ib700");
    /** Parts that libvirt brings with what they belong to. */
    private static final List<String> OF_OTHERS = List.of("hda-duplex", "hda-micro", "hda-output", "pcie-root-port", "pci-bridge", "isa-serial",
            "virtio-serial-pci", "virtio-serial", "ich9-ahci", "ahci", "ioh3420", "usb-hub");

    private final DomainElements domain;
    private final QemuDisks disks;
    private final QemuNetworks networks;
    private final Notes notes;

    QemuDevices(DomainElements domain, QemuDisks disks, QemuNetworks networks, Notes notes) {
        this.domain = domain;
        this.disks = disks;
        this.networks = networks;
        this.notes = notes;
    }

    void read(Arguments given) {
        for (Word word : given.takeAll("device")) {
            if (word.startsWith("{")) {
                notes.leftOut(word.span(), "qemu.json", "-device");
            } else {
                Suboptions options = new Suboptions(word, "driver");
                device(options, options.text("driver"));
            }
        }
        for (Word word : given.takeAll("usbdevice")) {
            input(word, "usb-" + word.text().replace("keyboard", "kbd"));
        }
        given.takeAll("soundhw").forEach(word -> sound(word, word.text()));
        given.takeAll("watchdog").forEach(word -> domain.device("watchdog", "model", word.text(), "action", given.text("watchdog-action")));
        given.takeAll("virtfs").forEach(word -> folder(new Suboptions(word, "fsdriver")));
        given.flag("usb");
        if (given.has("balloon") && given.text("balloon").equals("none")) {
            domain.device("memballoon", "model", "none");
        }
    }

    private void device(Suboptions options, String driver) {
        // virtio-blk-pci, -device, -ccw and, without any, what the machine has
        String plain = driver.replaceAll("-(pci|device|ccw)(-(non-)?transitional)?$", "");
        switch (plain) {
            case "virtio-blk" -> disks.use(options, "virtio", "disk");
            case "ide-hd", "ide-drive" -> disks.use(options, "ide", "disk");
            case "ide-cd" -> disks.use(options, "ide", "cdrom");
            case "scsi-hd", "scsi-disk" -> disks.use(options, "scsi", "disk");
            case "scsi-cd" -> disks.use(options, "scsi", "cdrom");
            case "scsi-block" -> disks.use(options, "scsi", "lun");
            case "usb-storage" -> disks.use(options, "usb", "disk");
            case "virtio-net" -> networks.use(options, "virtio");
            case "virtio-scsi" -> domain.device("controller", "type", "scsi", "model", "virtio-scsi");
            case "lsi53c895a", "lsi" -> domain.device("controller", "type", "scsi", "model", "lsilogic");
            case "virtio-rng" -> domain.device("rng", "model", "virtio").add("backend", "model", "random").text("/dev/urandom");
            case "virtio-balloon" -> domain.device("memballoon", "model", "virtio");
            case "vfio" -> hostDevice(options);
            default -> other(options, driver, plain);
        }
        if (!List.of("vfio").contains(plain)) {
            List.of("id", "bus", "addr", "rng", "multifunction").forEach(options::take);
        }
        options.leftOver(notes, "-device " + driver);
    }

    private void other(Suboptions options, String driver, String plain) {
        if (CARDS.containsKey(driver)) {
            networks.use(options, CARDS.get(driver));
        } else if (VIDEO.containsKey(plain)) {
            domain.device("video").add("model", "type", VIDEO.get(plain));
        } else if (INPUT.containsKey(driver)) {
            input(options.word(), driver);
        } else if (SOUND.containsKey(driver)) {
            sound(options.word(), driver);
        } else if (USB.containsKey(driver)) {
            domain.device("controller", "type", "usb", "model", USB.get(driver));
        } else if (WATCHDOGS.contains(driver)) {
            domain.device("watchdog", "model", driver);
        } else if (OF_OTHERS.contains(driver)) {
            notes.leftOut(options.word().span(), "qemu.part", driver);
        } else {
            notes.leftOut(options.word().span(), "qemu.device", driver);
        }
    }

    private void input(Word word, String driver) {
        if (INPUT.containsKey(driver)) {
            domain.device("input", "type", INPUT.get(driver), "bus", "usb");
        } else {
            notes.leftOut(word.span(), "qemu.device", word.text());
        }
    }

    private void sound(Word word, String card) {
        if (SOUND.containsKey(card)) {
            domain.device("sound", "model", SOUND.get(card));
        } else {
            notes.leftOut(word.span(), "qemu.device", card);
        }
    }

    private void hostDevice(Suboptions options) {
        Element address = Addresses.pci(options.text("host"));
        List.of("id", "bus", "addr", "multifunction").forEach(options::take);
        if (address.get("bus").isEmpty()) {
            notes.leftOut(options.word().span(), "device.host", options.word().text());
        } else {
            domain.device("hostdev", "mode", "subsystem", "type", "pci", "managed", "yes").add("source").add(address.remove("type"));
        }
    }

    private void folder(Suboptions options) {
        String model = options.text("security_model");
        options.take("fsdriver");
        options.take("id");
        Element folder = domain.device("filesystem", "type", "mount", "accessmode", model.equals("mapped-xattr") || model.isEmpty() ? "mapped"
                : model.equals("none") ? "squash" : model);
        folder.add("source", "dir", options.text("path"));
        folder.add("target", "dir", options.text("mount_tag"));
        if (options.on("readonly")) {
            folder.add("readonly");
        }
        options.leftOver(notes, "-virtfs");
    }
}
