package dev.virtworkbench.language.structure;

import static dev.virtworkbench.language.structure.SymbolLabel.facts;
import static dev.virtworkbench.language.structure.SymbolLabel.first;
import static dev.virtworkbench.language.structure.SymbolLabel.text;
import static dev.virtworkbench.language.structure.SymbolLabel.value;
import static dev.virtworkbench.language.structure.SymbolLabel.words;

import dev.virtworkbench.language.syntax.XmlAttribute;
import dev.virtworkbench.language.syntax.XmlElement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * How elements are called in the outline: documents and devices by what libvirt's users know them by, the rest
 * by a rule.
 */
final class SymbolLabels {

    /** Attributes that name an element, the most telling first. */
    private static final List<String> NAMING = List.of("name", "id", "dev", "index", "address", "vcpu", "order");
    /** Values that say nothing without their attribute's name. */
    private static final Predicate<String> BARE = value -> value.equals("yes") || value.equals("no")
            || value.chars().allMatch(c -> c >= '0' && c <= '9' || c == '-');
    private static final Pattern DOTTED = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final int MOST_ATTRIBUTES = 4;
    private static final Set<String> ADDRESSES = Set.of("ip", "range", "host", "route", "address");

    private SymbolLabels() {
    }

    static SymbolLabel of(XmlElement element) {
        Optional<XmlElement> parent = element.parent();
        if (parent.isEmpty()) {
            return document(element).or(() -> DeviceLabels.of(element)).orElseGet(() -> byRule(element));
        }
        return switch (parent.get().name()) {
            case "devices", "disks" -> DeviceLabels.of(element).orElseGet(() -> byRule(element));
            default -> special(element).orElseGet(() -> byRule(element));
        };
    }

    /** Documents, also where one holds another, as a snapshot holds a domain. */
    private static Optional<SymbolLabel> document(XmlElement root) {
        String name = text(root, "name");
        return Optional.ofNullable(switch (root.name()) {
            case "domain", "inactiveDomain" -> named(root, name, root.value("type"));
            case "pool" -> named(root, name, root.value("type"));
            case "volume" -> named(root, name, root.element("capacity").map(SymbolLabel::size).orElse(""));
            case "network" -> named(root, name, root.element("forward")
                    .map(forward -> words(first(forward.value("mode"), "nat"), forward.value("dev"))).orElse(""));
            case "domainsnapshot" -> named(root, name, text(root, "state"));
            case "domaincheckpoint" -> named(root, name, "");
            case "domainbackup" -> named(root, root.value("id"), root.value("mode"));
            case "secret" -> named(root, root.element("usage").map(SymbolLabels::secretUsage).orElse(""),
                    value(root, "usage", "type"));
            case "filter" -> named(root, root.value("name"), root.value("chain"));
            case "interface" -> root.value("name").isEmpty() ? null
                    : new SymbolLabel(words("interface", root.value("name")), root.value("type"), SymbolKind.DOCUMENT);
            case "device" -> named(root, name, value(root, "capability", "type"));
            case "networkport" -> named(root, text(root, "uuid"), "");
            default -> null;
        });
    }

    private static SymbolLabel named(XmlElement root, String name, String detail) {
        return SymbolLabel.of(root, name, detail, SymbolKind.DOCUMENT);
    }

    private static String secretUsage(XmlElement usage) {
        return first(text(usage, "name"), text(usage, "volume"), text(usage, "target"));
    }

    /** What reads better than the rule makes it. */
    private static Optional<SymbolLabel> special(XmlElement element) {
        return Optional.ofNullable(switch (element.name()) {
            case "domain", "inactiveDomain" -> element.element("name").flatMap(name -> document(element)).orElse(null);
            case "backingStore" -> SymbolLabel.of(element, "", facts(DeviceLabels.source(element), text(element, "path"),
                    value(element, "format", "type")), SymbolKind.STORAGE);
            case "ip" -> SymbolLabel.of(element, element.value("address") + prefixLength(element), "", SymbolKind.ADDRESS);
            case "range" -> element.value("end").isEmpty() ? null
                    : SymbolLabel.of(element, element.value("start") + " – " + element.value("end"), "", SymbolKind.ADDRESS);
            case "host" -> host(element);
            case "rule" -> SymbolLabel.of(element, words(element.value("action"), element.value("direction")),
                    facts(protocols(element), element.value("priority")), SymbolKind.RULE);
            case "filterref" -> SymbolLabel.of(element, element.value("filter"), "", SymbolKind.REFERENCE);
            case "type" -> SymbolLabel.of(element, "", facts(element.text().strip(), element.value("arch"),
                    element.value("machine")), SymbolKind.PROPERTY);
            default -> null;
        });
    }

    private static String prefixLength(XmlElement ip) {
        String length = first(ip.value("prefix"), bits(ip.value("netmask")));
        return length.isEmpty() ? "" : "/" + length;
    }

    /** How many bits a netmask in dotted notation sets; the mask itself where it is none. */
    private static String bits(String netmask) {
        if (!DOTTED.matcher(netmask).matches()) {
            return netmask;
        }
        return Integer.toString(Arrays.stream(netmask.split("\\.")).mapToInt(part -> Integer.bitCount(
                Integer.parseInt(part))).sum());
    }

    private static SymbolLabel host(XmlElement host) {
        String port = host.value("port").isEmpty() ? "" : ":" + host.value("port");
        List<String> names = host.elements("hostname").stream().map(name -> name.text().strip()).toList();
        return SymbolLabel.of(host, first(host.value("mac"), host.value("ip"), host.value("name") + port),
                first(host.value("mac").isEmpty() ? "" : words(host.value("ip"), host.value("name")),
                        String.join(", ", names)), SymbolKind.ADDRESS);
    }

    private static String protocols(XmlElement rule) {
        return String.join(", ", rule.elements().stream().map(SymbolLabels::protocol).distinct().toList());
    }

    private static String protocol(XmlElement match) {
        String last = match.value("dstportend");
        String ports = match.value("dstportstart") + (last.isEmpty() || last.equals(match.value("dstportstart")) ? ""
                : "–" + last);
        return words(match.name(), ports, first(match.value("srcipaddr"), match.value("srcmacaddr")));
    }

    private static SymbolLabel byRule(XmlElement element) {
        boolean group = !element.elements().isEmpty();
        if (!group && !element.text().isBlank()) {
            return SymbolLabel.of(element, "", SymbolLabel.size(element), SymbolKind.PROPERTY);
        }
        List<XmlAttribute> others = new ArrayList<>(element.attributes());
        others.removeIf(XmlAttribute::declaresNamespace);
        Optional<String> naming = NAMING.stream().filter(name -> !element.value(name).isBlank()).findFirst();
        others.removeIf(attribute -> naming.filter(attribute.name()::equals).isPresent());
        SymbolKind kind = ADDRESSES.contains(element.name()) ? SymbolKind.ADDRESS
                : group ? SymbolKind.GROUP
                : element.attributes().isEmpty() ? SymbolKind.FLAG : SymbolKind.PROPERTY;
        return SymbolLabel.of(element, naming.map(element::value).orElse(""), detail(others), kind);
    }

    private static String detail(List<XmlAttribute> attributes) {
        if (attributes.size() == 1 && !BARE.test(attributes.getFirst().value())) {
            return attributes.getFirst().value();
        }
        return String.join(", ", attributes.stream()
                .limit(MOST_ATTRIBUTES)
                .map(attribute -> words(attribute.name(), attribute.value()))
                .toList());
    }
}
