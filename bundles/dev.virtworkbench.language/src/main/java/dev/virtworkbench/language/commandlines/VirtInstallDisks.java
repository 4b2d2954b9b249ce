package dev.virtworkbench.language.commandlines;

import java.util.List;
import java.util.Optional;

/** Disks and installation media of virt-install. */
final class VirtInstallDisks {

    private final DomainElements domain;
    private final boolean windows;
    private final Notes notes;
    private boolean scsi;

    /** @param windows whether the guest has no drivers for virtio when it is installed */
    VirtInstallDisks(DomainElements domain, boolean windows, Notes notes) {
        this.domain = domain;
        this.windows = windows;
        this.notes = notes;
    }

    void read(Arguments given) {
        String name = given.text("name");
        for (Word word : given.takeAll("disk", "file")) {
            if (!word.text().equals("none")) {
                disk(new Suboptions(word, "path"), name);
            }
        }
        if (scsi && !given.has("controller")) {
            domain.device("controller", "type", "scsi", "model", "virtio-scsi");
        }
        given.flag("nodisks");
        given.takeGiven("file-size").forEach(each -> notes.needed(each.span(), "install.size", each.value().text() + " GiB"));
        given.take("cdrom").ifPresent(this::medium);
        given.take("location").ifPresent(word -> {
            String path = new Suboptions(word, "path").text("path");
            if (path.endsWith(".iso")) {
                medium(word.part(path));
                notes.different(word.span(), "install.location.image");
            } else {
                notes.needed(word.span(), "install.location", path);
            }
        });
    }

    /** Before all other CD-ROMs: the guest starts from the first. */
    private void medium(Word word) {
        Element disk = new Element("disk", "type", DiskPaths.typeOf(word.text()), "device", "cdrom");
        List<Element> devices = domain.devices().children();
        int first = devices.indexOf(devices.stream().filter(device -> device.get("device").equals("cdrom")).findFirst().orElse(null));
        devices.add(first < 0 ? devices.size() : first, disk);
        disk.add("driver", "name", "qemu", "type", "raw");
        disk.add("source", disk.get("type").equals("block") ? "dev" : "file", word.text());
        DiskPaths.check(word, word.text(), "file", notes);
        disk.add("target", "dev", domain.target("sata"), "bus", "sata");
        disk.add("readonly");
    }

    private void disk(Suboptions options, String name) {
        String device = options.text("device");
        Element disk = domain.device("disk");
        Element source = source(disk, options, name);
        disk.set("device", device.isEmpty() ? "disk" : device);
        driver(disk, options, source);
        if (!source.isEmpty()) {
            disk.add(source);
        }
        String bus = options.text("bus", "target.bus");
        String used = !bus.isEmpty() ? bus : switch (device) {
            case "cdrom" -> "sata";
            case "floppy" -> "fdc";
            case "lun" -> "scsi";
            default -> windows ? "sata" : "virtio";
        };
        disk.add("target", "dev", domain.target(options.text("target", "target.dev"), used), "bus", used,
                "removable", options.text("removable", "target.removable"));
        scsi |= used.equals("scsi");
        details(disk, options, device);
        options.take("sparse");
        options.leftOver(notes, "--disk");
    }

    private void details(Element disk, Suboptions options, String device) {
        boolean readonly = options.on("readonly");
        if (readonly || device.equals("cdrom")) {
            disk.add("readonly");
        }
        if (options.on("shareable")) {
            disk.add("shareable");
        }
        options.take("serial").ifPresent(serial -> disk.add("serial").text(serial));
        options.take("wwn").ifPresent(wwn -> disk.add("wwn").text(wwn));
        options.take("boot_order", "boot.order").ifPresent(order -> disk.add("boot", "order", order));
        if (options.on("transient")) {
            disk.add("transient");
        }
    }

    private Element source(Element disk, Suboptions options, String name) {
        Optional<String> path = options.take("path", "source.file", "source.dev");
        String pool = options.text("pool", "source.pool");
        String volume = options.text("vol", "source.volume");
        Optional<String> size = options.take("size");
        String format = options.has("format") || options.has("driver.type") ? "" : "qcow2";
        size.ifPresent(gigabytes -> notes.needed(options.word().span(), "install.size", gigabytes + " GiB"));
        if (volume.contains("/")) {
            pool = volume.substring(0, volume.indexOf('/'));
            volume = volume.substring(volume.indexOf('/') + 1);
        }
        Element source = new Element("source", "startupPolicy", options.text("startup_policy", "source.startupPolicy"));
        if (path.isPresent()) {
            disk.set("type", DiskPaths.typeOf(path.get()));
            source.set(disk.get("type").equals("block") ? "dev" : "file", path.get());
            DiskPaths.check(options.word().part(path.get()), path.get(), disk.get("type"), notes);
        } else if (size.isPresent() || !volume.isEmpty() || !pool.isEmpty()) {
            volume = volume.isEmpty() ? name + (format.isEmpty() ? ".img" : ".qcow2") : volume;
            disk.set("type", "volume");
            source.set("pool", pool.isEmpty() ? "default" : pool).set("volume", volume);
        } else {
            disk.set("type", "file");
        }
        String backing = options.text("backing_store", "backingStore");
        if (!backing.isEmpty()) {
            notes.needed(options.word().span(), "install.backing", backing);
            options.take("backing_format");
        }
        return source;
    }

    private void driver(Element disk, Suboptions options, Element source) {
        String path = source.get("file") + source.get("volume");
        String stated = options.text("format", "driver.type");
        boolean block = disk.get("type").equals("block");
        String format = !stated.isEmpty() ? stated : block ? "raw" : DiskPaths.formatOf(path).orElse("");
        if (stated.isEmpty() && !block && !path.isEmpty()) {
            DiskPaths.tellFormat(options.word(), path, format, notes);
        }
        disk.add("driver", "name", options.take("driver_name", "driver.name").orElse("qemu"), "type", format, "cache",
                options.text("cache", "driver.cache"), "error_policy", options.text("error_policy", "driver.error_policy"), "io",
                options.text("io", "driver.io"), "discard", options.text("discard", "driver.discard"), "iothread",
                options.text("driver.iothread", "iothread"), "detect_zeroes", options.text("detect_zeroes", "driver.detect_zeroes"));
    }
}
