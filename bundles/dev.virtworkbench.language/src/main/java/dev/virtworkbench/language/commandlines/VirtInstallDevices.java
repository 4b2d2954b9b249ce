package dev.virtworkbench.language.commandlines;

import dev.virtworkbench.language.syntax.Span;
import java.util.List;
import java.util.Map;

/** All devices of virt-install but the disks, with those that it gives a guest without being asked. */
final class VirtInstallDevices {

    private static final List<String> OFF = List.of("none", "off");
    /** Devices that are an element with one word, and the attribute of it. */
    private static final Map<String, String> PLAIN = Map.of("sound", "model", "watchdog", "model", "memballoon", "model");

    private final DomainElements domain;
    private final boolean windows;
    private final Notes notes;

    /** @param windows whether the guest has no drivers for virtio when it is installed */
    VirtInstallDevices(DomainElements domain, boolean windows, Notes notes) {
        this.domain = domain;
        this.windows = windows;
        this.notes = notes;
    }

    void read(Arguments given, List<Word> words) {
        Span whole = words.isEmpty() ? Span.at(0) : new Span(words.getFirst().span().start(), words.getLast().span().end());
        networks(given, whole);
        graphics(given, whole);
        given.takeAll("console").forEach(word -> character("console", new Suboptions(word, "type")));
        given.takeAll("serial").forEach(word -> character("serial", new Suboptions(word, "type")));
        given.takeAll("channel").forEach(word -> character("channel", new Suboptions(word, "type")));
        if (!domain.has("console")) {
            domain.device("console", "type", "pty");
        }
        given.takeAll("controller").forEach(word -> controller(new Suboptions(word, "type")));
        given.takeAll("rng").forEach(word -> random(new Suboptions(word, "backend")));
        given.takeAll("tpm").forEach(word -> tpm(new Suboptions(word, "path")));
        given.takeAll("filesystem").forEach(word -> folder(new Suboptions(word, "source")));
        given.takeAll("hostdev").forEach(this::hostDevice);
        given.takeAll("input").forEach(word -> {
            Suboptions input = new Suboptions(word, "type");
            domain.device("input", "type", input.text("type"), "bus", input.text("bus"));
            input.leftOver(notes, "--input");
        });
        PLAIN.forEach((option, attribute) -> given.takeAll(option).forEach(word -> plain(option, attribute, word)));
    }

    private void plain(String option, String attribute, Word word) {
        Suboptions device = new Suboptions(word, attribute);
        String value = device.text(attribute);
        if (!value.equals("none") || option.equals("memballoon")) {
            domain.device(option, attribute, value.equals("default") ? option.equals("watchdog") ? "i6300esb" : "ich6" : value,
                    "action", device.text("action"));
        }
        device.leftOver(notes, "--" + option);
    }

    private void networks(Arguments given, Span whole) {
        List<Word> all = given.takeAll("network");
        all.forEach(word -> network(new Suboptions(word, "kind")));
        for (Word bridge : given.takeAll("bridge")) {
            nic("bridge").add("source", "bridge", bridge.text());
        }
        given.take("mac").ifPresent(mac -> domain.devices().find("interface").ifPresent(nic -> nic.add("mac", "address", mac.text())));
        boolean none = given.flag("nonetworks") || all.stream().anyMatch(word -> word.text().equals("none"));
        if (!domain.has("interface") && !none) {
            Element nic = nic("network");
            nic.add("source", "network", "default");
            nic.add("model", "type", usualModel());
            notes.different(whole, "install.network");
        }
    }

    private Element nic(String type) {
        return domain.device("interface", "type", type);
    }

    private String usualModel() {
        return windows ? "e1000" : "virtio";
    }

    private void network(Suboptions options) {
        String kind = options.text("kind");
        if (kind.equals("none")) {
            return;
        }
        String network = options.text("network");
        String bridge = options.text("bridge");
        // bridge:br0 and network:default are how it was written once
        int colon = kind.indexOf(':');
        if (colon > 0) {
            network = kind.startsWith("network:") ? kind.substring(colon + 1) : network;
            bridge = kind.startsWith("bridge:") ? kind.substring(colon + 1) : bridge;
            kind = "";
        }
        String type = options.take("type").orElse(!kind.isEmpty() && !kind.equals("default") ? kind : !bridge.isEmpty() ? "bridge"
                : "network");
        Element nic = nic(type);
        String source = options.text("source", "source.dev", "source.bridge", "source.network");
        String mode = options.text("source_mode", "source.mode");
        String group = options.text("portgroup", "source.portgroup");
        switch (type) {
            case "network" -> nic.add("source", "network", !network.isEmpty() ? network : source.isEmpty() ? "default" : source, "portgroup", group);
            case "bridge" -> nic.add("source", "bridge", bridge.isEmpty() ? source : bridge);
            case "user" -> { }
            default -> nic.add("source", "dev", source, "mode", mode);
        }
        child(nic, "mac", "address", options.text("mac", "mac.address").replace("RANDOM", ""));
        child(nic, "target", "dev", options.text("target", "target.dev"));
        child(nic, "model", "type", options.take("model", "model.type").orElse(usualModel()));
        child(nic, "virtualport", "type", options.text("virtualport_type", "virtualport.type"));
        child(nic, "mtu", "size", options.text("mtu.size"));
        child(nic, "link", "state", options.text("link_state", "link.state"));
        child(nic, "boot", "order", options.text("boot_order", "boot.order"));
        child(nic, "driver", "queues", options.text("driver_queues", "driver.queues"));
        options.leftOver(notes, "--network");
    }

    private static void child(Element parent, String name, String attribute, String value) {
        if (!value.isEmpty()) {
            parent.add(name, attribute, value);
        }
    }

    private void graphics(Arguments given, Span whole) {
        List<Word> all = given.takeAll("graphics");
        boolean none = given.flag("nographics") || all.stream().anyMatch(word -> OFF.contains(word.text()));
        boolean vnc = given.flag("vnc");
        boolean spice = given.flag("spice");
        given.flag("sdl");
        all.stream().filter(word -> !OFF.contains(word.text())).forEach(word -> screen(new Suboptions(word, "type")));
        if (!domain.has("graphics") && !none) {
            domain.device("graphics", "type", spice ? "spice" : "vnc", "port", "-1", "autoport", "yes");
            if (!vnc && !spice) {
                notes.different(whole, "install.graphics");
            }
        }
        given.take("keymap").ifPresent(keymap -> domain.devices().find("graphics").ifPresent(screen -> screen.set("keymap", keymap.text())));
        List<Word> cards = given.takeAll("video");
        cards.stream().filter(word -> !word.text().equals("none")).forEach(word -> {
            Suboptions card = new Suboptions(word, "model");
            domain.device("video").add("model", "type", card.text("model", "model.type"), "vram", card.text("vram", "model.vram"),
                    "heads", card.text("heads", "model.heads"));
            card.leftOver(notes, "--video");
        });
        if (domain.has("graphics")) {
            if (!domain.has("video")) {
                domain.device("video").add("model", "type", windows ? "vga" : "virtio");
            }
            domain.device("input", "type", "tablet", "bus", "usb");
        }
    }

    private void screen(Suboptions options) {
        String type = options.text("type");
        String port = options.text("port");
        String password = options.text("password", "passwd");
        Element graphics = domain.device("graphics", "type", type, "port", port.isEmpty() ? "-1" : port, "tlsPort", options.text("tlsport", "tlsPort"),
                "autoport", port.isEmpty() || port.equals("-1") ? "yes" : "", "websocket", options.text("websocket"), "keymap",
                options.text("keymap"));
        if (!List.of("vnc", "spice").contains(type)) {
            graphics.remove("port").remove("autoport");
        }
        options.take("listen", "listens0.address").ifPresent(listen -> {
            if (listen.equals("none") || listen.equals("socket")) {
                graphics.remove("port").remove("autoport").add("listen", "type", listen);
            } else {
                graphics.set("listen", listen);
            }
        });
        graphics.set("passwd", password);
        options.take("gl", "gl.enable").ifPresent(gl -> graphics.add("gl", "enable", List.of("on", "yes").contains(gl) ? "yes" : "no"));
        options.leftOver(notes, "--graphics");
    }

    private void character(String name, Suboptions options) {
        String type = options.text("type");
        if (OFF.contains(type)) {
            return;
        }
        Element device = domain.device(name, "type", type);
        String path = options.text("path", "source.path");
        if (!path.isEmpty()) {
            device.add("source", "path", path, "mode", options.text("mode", "source.mode"));
        } else if (type.equals("unix")) {
            device.add("source", "mode", options.take("mode", "source.mode").orElse("bind"));
        }
        String target = options.text("target_type", "target.type");
        String called = options.text("name", "target.name");
        boolean channel = name.equals("channel");
        if (!target.isEmpty() || channel) {
            device.add("target", "type", target.isEmpty() ? "virtio" : target, "name", channel && called.isEmpty()
                    ? type.equals("spicevmc") ? "com.redhat.spice.0" : "org.qemu.guest_agent.0" : called);
        }
        options.leftOver(notes, "--" + name);
    }

    private void controller(Suboptions options) {
        domain.device("controller", "type", options.text("type"), "model", options.text("model"), "index", options.text("index"));
        options.leftOver(notes, "--controller");
    }

    private void random(Suboptions options) {
        String backend = options.text("backend", "device", "backend.device");
        if (!backend.equals("none")) {
            domain.device("rng", "model", options.take("model").orElse("virtio")).add("backend", "model", "random")
                    .text(backend.isEmpty() || backend.equals("random") || backend.equals("default") ? "/dev/urandom" : backend);
        }
        options.take("type", "backend.model");
        options.leftOver(notes, "--rng");
    }

    private void tpm(Suboptions options) {
        String path = options.text("path", "device_path", "backend.device.path");
        String backend = options.text("backend.type", "type");
        if (path.equals("none")) {
            return;
        }
        Element tpm = domain.device("tpm", "model", options.text("model"));
        boolean emulated = backend.equals("emulator") || !path.startsWith("/");
        if (emulated) {
            tpm.add("backend", "type", "emulator", "version", options.take("version", "backend.version").orElse("2.0"));
        } else {
            tpm.add("backend", "type", "passthrough").add("device", "path", path);
        }
        options.leftOver(notes, "--tpm");
    }

    private void folder(Suboptions options) {
        String source = options.text("source", "source.dir");
        // the second word may stand without a name, too
        String target = options.take("target", "target.dir").orElseGet(() -> options.names().stream()
                .filter(name -> options.has(name) && !name.contains(".") && !List.of("type", "mode", "accessmode", "driver", "readonly").contains(name))
                .findFirst().map(name -> {
                    options.take(name);
                    return name;
                }).orElse(""));
        Element folder = domain.device("filesystem", "type", options.take("type").orElse("mount"), "accessmode",
                options.text("accessmode", "mode"));
        child(folder, "driver", "type", options.text("driver", "driver.type", "type.driver"));
        folder.add("source", "dir", source);
        folder.add("target", "dir", target);
        if (options.on("readonly")) {
            folder.add("readonly");
        }
        options.leftOver(notes, "--filesystem");
    }

    private void hostDevice(Word word) {
        Element address = Addresses.pci(new Suboptions(word, "name").text("name"));
        if (address.get("bus").isEmpty()) {
            notes.leftOut(word.span(), "device.host", word.text());
        } else {
            domain.device("hostdev", "mode", "subsystem", "type", "pci", "managed", "yes").add("source").add(address.remove("type"));
        }
    }
}
