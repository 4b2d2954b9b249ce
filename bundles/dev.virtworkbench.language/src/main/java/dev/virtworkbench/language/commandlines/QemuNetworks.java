package dev.virtworkbench.language.commandlines;

import dev.virtworkbench.language.syntax.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** QEMU's network cards: {@code -nic}, {@code -netdev} with the {@code -device} it belongs to, and {@code -net} of old. */
final class QemuNetworks {

    private final DomainElements domain;
    private final Notes notes;
    private final Map<String, Element> backends = new HashMap<>();
    private boolean none;

    QemuNetworks(DomainElements domain, Notes notes) {
        this.domain = domain;
        this.notes = notes;
    }

    void read(Arguments given) {
        given.takeAll("netdev").forEach(word -> {
            Suboptions options = new Suboptions(word, "type");
            String id = options.text("id");
            backends.put(id, backend(options, "-netdev"));
        });
        given.takeAll("nic").forEach(word -> card(new Suboptions(word, "type")));
        old(given.takeAll("net"));
    }

    /** What QEMU gives a PC; boards of other architectures have virtio. */
    private String usualModel() {
        String architecture = domain.os().find("type").map(type -> type.get("arch")).orElse("");
        return List.of("", "x86_64", "i686").contains(architecture) ? "e1000" : "virtio";
    }

    private void card(Suboptions options) {
        String model = options.text("model");
        String address = options.text("mac");
        options.take("id");
        Element nic = backend(options, "-nic");
        if (nic.get("type").equals("none")) {
            none = true;
        } else {
            add(nic, model.isEmpty() ? usualModel() : model, address);
        }
    }

    /** Cards and what they are plugged into, in turn. */
    private void old(List<Word> words) {
        String model = "";
        String address = "";
        for (Word word : words) {
            Suboptions options = new Suboptions(word, "type");
            if (options.has("type") && word.text().startsWith("nic")) {
                model = options.text("model");
                address = options.text("macaddr");
                options.take("type", "vlan", "netdev", "name");
                options.leftOver(notes, "-net");
            } else if (word.text().startsWith("none")) {
                none = true;
            } else {
                add(backend(options, "-net"), model.isEmpty() ? usualModel() : model, address);
            }
        }
        if (!words.isEmpty() && !domain.has("interface") && !none) {
            add(new Element("interface", "type", "user"), model.isEmpty() ? usualModel() : model, address);
        }
    }

    private Element backend(Suboptions options, String option) {
        String type = options.text("type");
        String bridge = options.text("br", "bridge");
        String name = options.text("ifname");
        Element nic = new Element("interface", "type", type);
        switch (type) {
            case "tap" -> {
                boolean bare = bridge.isEmpty();
                nic.set("type", bare ? "ethernet" : "bridge");
                if (!bare) {
                    nic.add("source", "bridge", bridge);
                }
                if (!name.isEmpty()) {
                    nic.add("target", "dev", name);
                }
                if (bare) {
                    notes.different(options.word().span(), "qemu.tap");
                }
                options.take("script").filter(script -> bare && !script.equals("no")).ifPresent(script -> nic.add("script", "path", script));
                options.take("downscript");
            }
            case "bridge" -> nic.add("source", "bridge", bridge.isEmpty() ? "br0" : bridge);
            case "none" -> { }
            default -> {
                if (!type.equals("user")) {
                    notes.different(options.word().span(), "qemu.netdev", type);
                }
                nic.set("type", "user");
                if (options.has("hostfwd")) {
                    options.takeAll("hostfwd");
                    notes.leftOut(options.word().span(), "qemu.forward");
                }
            }
        }
        options.take("vhost");
        options.take("vlan");
        options.leftOver(notes, option);
        return nic;
    }

    /** A device with the back end that it names. */
    void use(Suboptions device, String model) {
        Element nic = Optional.ofNullable(backends.remove(device.text("netdev"))).orElseGet(() -> new Element("interface", "type", "user"));
        Optional<String> order = device.take("bootindex").flatMap(QemuDisks::order);
        device.take("id");
        device.take("bus");
        add(nic, model, device.text("mac"));
        order.ifPresent(place -> nic.add("boot", "order", place));
        if (device.take("addr").isPresent()) {
            notes.leftOut(device.word().span(), "qemu.address");
        }
    }

    private void add(Element nic, String model, String address) {
        if (!address.isEmpty()) {
            nic.add("mac", "address", address);
        }
        nic.add("model", "type", model.startsWith("virtio") ? "virtio" : model);
        nic.sort(List.of("mac", "source", "script", "target", "model"));
        domain.devices().add(nic);
    }

    /** QEMU gives a guest a card when it is told nothing of networks. */
    void finish(List<Word> words, Arguments given) {
        if (!domain.has("interface") && !none && !given.has("nodefaults") && !given.has("net") && !given.has("nic")) {
            add(new Element("interface", "type", "user"), usualModel(), "");
            notes.different(words.isEmpty() ? Span.at(0) : words.getFirst().span(), "qemu.card");
        }
    }
}
