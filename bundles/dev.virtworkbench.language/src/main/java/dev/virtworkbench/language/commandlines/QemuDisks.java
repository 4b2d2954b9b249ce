package dev.virtworkbench.language.commandlines;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** QEMU's disks: {@code -hda}, {@code -cdrom}, {@code -drive}, and {@code -blockdev} with the {@code -device} it belongs to. */
final class QemuDisks {

    private static final Map<String, String> BUSES = Map.of("virtio", "virtio", "ide", "ide", "scsi", "scsi", "sd", "sd", "floppy", "fdc", "xen", "xen");

    private final DomainElements domain;
    private final Notes notes;
    /** What has been said of images that a device is still to name. */
    private final Map<String, Element> unused = new HashMap<>();
    private final Map<String, Word> words = new HashMap<>();
    private final Set<String> places = new HashSet<>();

    QemuDisks(DomainElements domain, Notes notes) {
        this.domain = domain;
        this.notes = notes;
    }

    void read(Arguments given) {
        for (String disk : List.of("hda", "hdb", "hdc", "hdd")) {
            given.take(disk).ifPresent(word -> plain(word, "disk", "ide", disk));
        }
        given.takeAll(Qemu.IMAGE).forEach(word -> plain(word, "disk", "ide", ""));
        given.take("cdrom").ifPresent(word -> plain(word, "cdrom", "ide", "hdc"));
        given.take("fda").ifPresent(word -> plain(word, "floppy", "fdc", "fda"));
        given.take("fdb").ifPresent(word -> plain(word, "floppy", "fdc", "fdb"));
        given.take("sd").ifPresent(word -> plain(word, "disk", "sd", ""));
        given.takeAll("drive").forEach(word -> drive(new Suboptions(word, "")));
        given.takeAll("blockdev").forEach(this::node);
    }

    private void plain(Word word, String device, String bus, String target) {
        Element disk = disk(word, word.text(), device, "");
        finish(disk, bus, target, device);
    }

    /** An image without a place in the guest yet. */
    private Element disk(Word word, String path, String device, String format) {
        Element disk = new Element("disk", "type", DiskPaths.typeOf(path), "device", device);
        String named = !format.isEmpty() ? format : disk.get("type").equals("block") || !device.equals("disk") ? "raw"
                : DiskPaths.formatOf(path).orElse("");
        if (format.isEmpty() && !named.equals("raw")) {
            DiskPaths.tellFormat(word, path, named, notes);
        }
        disk.add("driver", "name", "qemu", "type", named);
        if (!path.isEmpty()) {
            DiskPaths.check(word.part(path), path, disk.get("type"), notes);
            disk.add("source", disk.get("type").equals("block") ? "dev" : "file", path);
        }
        return disk;
    }

    private void drive(Suboptions options) {
        String interfaceName = options.text("if");
        if (interfaceName.equals("pflash")) {
            flash(options);
            return;
        }
        String media = options.text("media");
        String device = interfaceName.equals("floppy") ? "floppy" : media.equals("cdrom") ? "cdrom" : "disk";
        Element disk = disk(options.word(), options.text("file"), device, options.text("format"));
        driver(disk.child("driver"), options);
        if (options.on("readonly") || options.on("read-only")) {
            disk.child("readonly");
        }
        options.take("serial").ifPresent(serial -> disk.add("serial").text(serial));
        if (options.on("snapshot")) {
            disk.add("transient");
        }
        String id = options.text("id");
        String index = options.text("index");
        if (interfaceName.equals("none")) {
            unused.put(id, disk);
            words.put(id, options.word());
        } else {
            String bus = BUSES.getOrDefault(interfaceName, "ide");
            finish(disk, bus, bus.equals("ide") && index.matches("[0-3]") ? "hd" + (char) ('a' + index.charAt(0) - '0') : "", device);
        }
        options.leftOver(notes, "-drive");
    }

    /** Flash with the firmware, and behind it flash for what the firmware keeps. */
    private void flash(Suboptions options) {
        String file = options.text("file");
        boolean readonly = options.on("readonly");
        options.take("format");
        options.take("unit");
        options.take("id");
        if (readonly || domain.os().find("loader").isEmpty()) {
            domain.os().add("loader", "readonly", "yes", "type", "pflash").text(file);
        } else {
            domain.os().add("nvram").text(file);
        }
        DiskPaths.check(options.word().part(file), file, "file", notes);
        options.leftOver(notes, "-drive");
    }

    private static void driver(Element driver, Suboptions options) {
        driver.set("cache", options.text("cache")).set("io", options.text("aio"));
        driver.set("discard", options.text("discard").replace("on", "unmap").replace("off", "ignore"));
        driver.set("detect_zeroes", options.text("detect-zeroes"));
        driver.set("error_policy", options.text("werror")).set("rerror_policy", options.text("rerror"));
    }

    /** A node of a format over a file; one of a file alone is named by that of the format. */
    private void node(Word word) {
        if (word.startsWith("{")) {
            notes.leftOut(word.span(), "qemu.json", "-blockdev");
            return;
        }
        Suboptions options = new Suboptions(word, "driver");
        String driver = options.text("driver");
        String path = options.text("file.filename", "filename");
        String below = options.text("file");
        Element lower = unused.get(below);
        boolean storage = List.of("file", "host_device").contains(driver);
        Element disk = lower != null && path.isEmpty() ? lower : disk(word, path, "disk", storage ? "raw" : driver);
        if (lower != null && !storage) {
            disk.child("driver").set("type", driver);
            unused.remove(below);
        }
        driver(disk.child("driver"), options);
        if (options.on("read-only", "readonly")) {
            disk.child("readonly");
        }
        List.of("file.driver", "auto-read-only", "file.aio", "cache.direct", "cache.no-flush").forEach(options::take);
        String name = options.text("node-name");
        unused.put(name, disk);
        words.put(name, word);
        options.leftOver(notes, "-blockdev");
    }

    /** Puts the image that a device names onto its bus. */
    void use(Suboptions device, String bus, String kind) {
        Element disk = Optional.ofNullable(unused.remove(device.text("drive"))).orElseGet(() -> new Element("disk", "type", "file"));
        disk.set("device", kind);
        device.take("serial").ifPresent(serial -> disk.add("serial").text(serial));
        device.take("bootindex").flatMap(QemuDisks::order).ifPresent(order -> disk.add("boot", "order", order));
        String address = device.text("addr");
        device.take("bus");
        device.take("id");
        finish(disk, bus, "", kind);
        if (!address.isEmpty()) {
            notes.leftOut(device.word().span(), "qemu.address");
        }
    }

    /** QEMU counts from 0, libvirt from 1. */
    static Optional<String> order(String bootindex) {
        return bootindex.matches("\\d{1,9}") ? Optional.of(Integer.toString(Integer.parseInt(bootindex) + 1)) : Optional.empty();
    }

    private void finish(Element disk, String bus, String target, String device) {
        boolean modern = domain.os().find("type").filter(type -> type.get("machine").contains("q35")).isPresent();
        String used = bus.equals("ide") && modern ? "sata" : bus;
        String place = !used.equals(bus) || target.isEmpty() || !places.add(target) ? "" : target;
        Element named = disk.add("target", "dev", domain.target(place, used), "bus", used);
        if (device.equals("cdrom")) {
            disk.child("readonly");
        }
        List<String> order = List.of("driver", "source", named.name(), "readonly", "transient", "serial", "boot");
        disk.sort(order);
        domain.devices().add(disk);
    }

    /** Tells of images that no device names. */
    void finish() {
        unused.forEach((id, disk) -> notes.leftOut(words.get(id).span(), "qemu.drive.unused", id));
    }
}
