package dev.virtworkbench.engine.clones;

import dev.virtworkbench.engine.domains.Nvram;
import dev.virtworkbench.language.findings.Message;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The document of a clone: the original's, but for what can be one domain's only. Its cards get addresses of their own from libvirt, and
 * so do screens at a fixed port; files and sockets at a fixed path get one with the clone's name in it.
 *
 * @param name of the clone
 * @param uuid of the clone
 * @param disks what becomes of each disk; one that is not there is shared
 */
public record CloneDraft(CloneSource source, String name, UUID uuid, List<NewDisk> disks) {

    private static final Set<String> CHARACTER_DEVICES = Set.of("serial", "parallel", "console", "channel");
    private static final Set<String> PORTS = Set.of("port", "tlsPort", "websocket");

    public CloneDraft {
        disks = List.copyOf(disks);
    }

    /** The document. */
    public String xml() {
        XmlTree tree = XmlTree.parse(source.xml());
        Edits edits = new Edits(tree);
        tree.root().ifPresent(domain -> {
            identity(edits, domain);
            Nvram.element(domain).ifPresent(nvram -> own(edits, nvram));
            domain.element("devices").ifPresent(devices -> devices.elements().forEach(device -> device(edits, device)));
        });
        return edits.text();
    }

    private void identity(Edits edits, XmlElement domain) {
        domain.element("name").ifPresent(element -> edits.content(element, name));
        domain.element("uuid").ifPresent(element -> edits.content(element, uuid.toString()));
        // a guest sees by its other number that it is a copy; libvirt makes one
        domain.element("genid").ifPresent(element -> edits.content(element, UUID.randomUUID().toString()));
        // libvirt refuses another UUID there than the domain's
        domain.elements("sysinfo").stream().flatMap(info -> info.elements("system").stream()).flatMap(system -> system.elements("entry").stream())
                .filter(entry -> entry.value("name").equals("uuid")).forEach(entry -> edits.content(entry, uuid.toString()));
    }

    private void device(Edits edits, XmlElement device) {
        switch (device.name()) {
            case "disk" -> disk(edits, device);
            case "interface" -> {
                device.element("mac").ifPresent(edits::remove);
                device.element("target").filter(target -> target.attribute("dev").isPresent()).ifPresent(edits::remove);
            }
            case "graphics" -> graphics(edits, device);
            default -> {
                if (CHARACTER_DEVICES.contains(device.name())) {
                    paths(edits, device);
                }
            }
        }
    }

    private void disk(Edits edits, XmlElement device) {
        String target = DiskImages.target(device);
        Optional<ClonedDisk> old = source.disks().stream().filter(disk -> disk.target().equals(target)).findFirst();
        Optional<NewDisk> made = disks.stream().filter(disk -> disk.target().equals(target)).findFirst();
        if (old.isPresent() && made.isPresent()) {
            switch (made.get().way()) {
                case COPY, LINK -> DiskImages.put(edits, device, old.get(), made.get());
                case OMIT -> edits.remove(device);
                case SHARE -> { }
            }
        }
    }

    private void graphics(Edits edits, XmlElement graphics) {
        List<String> fixed = PORTS.stream().filter(port -> !Set.of("", "-1").contains(graphics.value(port))).sorted().toList();
        if (!fixed.isEmpty() && !graphics.value("autoport").equals("yes")) {
            fixed.forEach(port -> edits.set(graphics, port, "-1"));
            if (!graphics.value("type").equals("rdp")) {
                edits.set(graphics, "autoport", "yes");
            }
        }
        attribute(edits, graphics, "socket");
        graphics.elements("listen").forEach(listen -> attribute(edits, listen, "socket"));
    }

    private void paths(Edits edits, XmlElement device) {
        boolean agent = device.name().equals("channel") && device.element("target").filter(target -> target.attribute("name").isPresent()).isPresent();
        for (XmlElement from : device.elements("source")) {
            boolean its = device.value("type").equals("file") || device.value("type").equals("unix") && !from.value("mode").equals("connect");
            if (its && from.attribute("path").isPresent()) {
                if (agent) {
                    // libvirt puts it where its own are
                    edits.remove(from);
                } else {
                    attribute(edits, from, "path");
                }
            }
        }
        device.elements("log").forEach(log -> attribute(edits, log, "file"));
    }

    private void attribute(Edits edits, XmlElement element, String attribute) {
        if (!element.value(attribute).isEmpty()) {
            edits.set(element, attribute, own(element.value(attribute)));
        }
    }

    private void own(Edits edits, XmlElement nvram) {
        nvram.element("source").filter(from -> from.attribute("file").isPresent()).ifPresentOrElse(from -> attribute(edits, from, "file"),
                () -> edits.content(nvram, own(nvram.text().strip())));
    }

    /** The path with the domain's name in it replaced by the clone's, or with the clone's name before its ending. */
    private String own(String path) {
        int slash = path.lastIndexOf('/') + 1;
        String file = path.substring(slash);
        int dot = file.lastIndexOf('.');
        String old = source.domain().name();
        String its = name.replace('/', '-');
        String named = file.contains(old) ? file.replace(old, its)
                : dot > 0 ? file.substring(0, dot) + "-" + its + file.substring(dot) : file + "-" + its;
        return path.substring(0, slash) + named;
    }

    /** What the clone and its original cannot both have at once, or what the clone does not have. */
    public List<Message> notes() {
        Set<Message> notes = new LinkedHashSet<>();
        Optional<XmlElement> domain = XmlTree.parse(source.xml()).root();
        List<XmlElement> devices = domain.flatMap(root -> root.element("devices")).map(XmlElement::elements).orElse(List.of());
        Function<String, Boolean> has = kind -> devices.stream().anyMatch(device -> device.name().equals(kind));
        if (has.apply("hostdev")) {
            notes.add(message("hostdev"));
        }
        if (has.apply("tpm")) {
            notes.add(message("tpm"));
        }
        if (devices.stream().filter(device -> CHARACTER_DEVICES.contains(device.name()))
                .anyMatch(device -> Set.of("pipe", "dev", "tcp", "udp").contains(device.value("type")))) {
            notes.add(message("console"));
        }
        if (domain.stream().flatMap(root -> root.elements().stream()).anyMatch(element -> element.name().equals("qemu:commandline"))) {
            notes.add(message("commandline"));
        }
        if (source.keepsStates()) {
            notes.add(message("states"));
        }
        String omitted = disks.stream().filter(disk -> disk.way() == DiskWay.OMIT).map(NewDisk::target).collect(Collectors.joining(", "));
        if (!omitted.isEmpty()) {
            notes.add(message("omitted", omitted));
        }
        return new ArrayList<>(notes);
    }

    private static Message message(String key, Object... arguments) {
        return Message.of(CloneDraft.class, "note." + key, arguments);
    }

    @Override
    public String toString() {
        return source + " as " + name + " " + disks;
    }
}
