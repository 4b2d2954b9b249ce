package dev.virtworkbench.language.structure;

import dev.virtworkbench.language.structure.Highlight.Kind;
import dev.virtworkbench.language.syntax.Span;
import dev.virtworkbench.language.syntax.XmlAttribute;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What belongs together with what the cursor is on: the other tag of a pair, or the same name of a thing
 * elsewhere, such as a network that several interfaces use, a controller and the addresses on it, an image
 * that two disks share.
 */
public final class Highlights {

    /** Attributes that name a thing, by element; the elements in one set name things of one kind. */
    private static final List<Set<String>> SAME_THING = List.of(
            Set.of("target@dev", "disk@name", "lease@target"),
            Set.of("alias@name"),
            Set.of("source@file", "source@dev", "source@dir", "source@path", "memory@file"),
            Set.of("source@network", "network@name"),
            Set.of("source@bridge", "bridge@name", "target@bridge"),
            Set.of("source@pool", "pool@name"),
            Set.of("source@volume"),
            Set.of("source@portgroup", "portgroup@name"),
            Set.of("secret@uuid"),
            Set.of("secret@usage"),
            Set.of("filterref@filter", "filter@name"),
            Set.of("mac@address", "host@mac"),
            Set.of("iothread@id", "driver@iothread", "iothreadpin@iothread", "iothreadsched@iothreads"),
            Set.of("audio@id"),
            Set.of("cell@id", "memnode@cellid", "sibling@id"));
    /** Where the thing itself is written. */
    private static final Set<String> DEFINITIONS = Set.of("target@dev", "controller@index", "portgroup@name", "filter@name",
            "iothread@id", "cell@id", "network@name", "pool@name", "bridge@name");
    /** The controller type behind a disk's bus. */
    private static final Map<String, String> CONTROLLER_OF_BUS =
            Map.of("scsi", "scsi", "sata", "sata", "ide", "ide", "fdc", "fdc", "usb", "usb");

    private Highlights() {
    }

    /**
     * All occurrences, the one at the cursor included, in document order; empty where the cursor is on nothing
     * of the kind.
     */
    public static List<Highlight> at(XmlTree tree, int offset) {
        Optional<XmlElement> named = TagNames.elementNamedAt(tree, offset);
        if (named.isPresent()) {
            return TagNames.spans(named.get()).stream()
                    .filter(span -> !span.isEmpty())
                    .map(span -> new Highlight(span, Kind.NAME))
                    .toList();
        }
        return attributeAt(tree, offset).map(attribute -> sameThing(tree, attribute)).orElse(List.of());
    }

    private static Optional<XmlAttribute> attributeAt(XmlTree tree, int offset) {
        return tree.elementAt(offset).stream()
                .flatMap(element -> element.attributes().stream())
                .filter(attribute -> attribute.valueSpan().filter(span -> span.touches(offset)).isPresent())
                .filter(attribute -> !attribute.value().isEmpty())
                .findFirst();
    }

    private static List<Highlight> sameThing(XmlTree tree, XmlAttribute wanted) {
        String controller = controllerNamed(wanted);
        Set<String> places = SAME_THING.stream().filter(set -> set.contains(place(wanted))).findFirst().orElse(Set.of());
        if (controller.isEmpty() && places.isEmpty()) {
            return List.of();
        }
        List<Highlight> found = new ArrayList<>();
        for (XmlElement element : tree.elements()) {
            for (XmlAttribute attribute : element.attributes()) {
                boolean same = controller.isEmpty()
                        ? places.contains(place(attribute)) && attribute.value().equals(wanted.value())
                        : controllerNamed(attribute).equals(controller);
                Optional<Span> span = attribute.valueSpan().filter(s -> same && !s.isEmpty());
                span.ifPresent(s -> found.add(new Highlight(s,
                        DEFINITIONS.contains(place(attribute)) ? Kind.DEFINITION : Kind.USE)));
            }
        }
        return List.copyOf(found);
    }

    private static String place(XmlAttribute attribute) {
        return attribute.owner().name() + "@" + attribute.name();
    }

    /**
     * The controller that an attribute names, as in {@code scsi 0}: an index of its own, or the controller
     * (on PCI and USB: the bus) of an address; empty if it names none.
     */
    private static String controllerNamed(XmlAttribute attribute) {
        XmlElement owner = attribute.owner();
        String number = number(attribute.value());
        if (place(attribute).equals("controller@index")) {
            return owner.value("type") + " " + number;
        }
        if (!owner.name().equals("address")) {
            return "";
        }
        String type = switch (owner.value("type") + "@" + attribute.name()) {
            case "pci@bus" -> "pci";
            case "usb@bus" -> "usb";
            case "virtio-serial@controller" -> "virtio-serial";
            case "ccid@controller" -> "ccid";
            case "drive@controller" -> owner.parent().flatMap(disk -> disk.element("target"))
                    .map(target -> CONTROLLER_OF_BUS.getOrDefault(target.value("bus"), ""))
                    .orElse("");
            default -> "";
        };
        boolean ofHost = owner.parent().filter(parent -> parent.name().equals("source")).isPresent();
        return type.isEmpty() || ofHost ? "" : type + " " + number;
    }

    /** Indexes are decimal, buses of PCI addresses usually hexadecimal: {@code 0x0a} is 10. */
    private static String number(String value) {
        try {
            return Integer.toString(Integer.decode(value.trim()));
        } catch (NumberFormatException unfinished) {
            return value;
        }
    }
}
