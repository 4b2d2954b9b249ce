package dev.virtworkbench.engine.difference;

import dev.virtworkbench.language.syntax.XmlElement;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * What makes an element the same thing in two documents, among its siblings of the same name: what libvirt itself finds it by
 * ({@code virDomainDiskIndexByName} and its like), not the place where it stands.
 */
final class Identity {

    private static final Function<XmlElement, String> NONE = element -> "";

    /** By {@code parent/element}, then by {@code element}. */
    private static final Map<String, Function<XmlElement, String>> OF = Map.ofEntries(
            Map.entry("devices/disk", inner("target", "dev")),
            Map.entry("devices/controller", Identity::controller),
            Map.entry("devices/interface", e -> inner("mac", "address").apply(e).toLowerCase(Locale.ROOT)),
            Map.entry("devices/filesystem", inner("target", "dir")),
            Map.entry("devices/hostdev", Identity::hostDevice),
            Map.entry("devices/graphics", attribute("type")),
            Map.entry("devices/channel", inner("target", "name")),
            Map.entry("devices/serial", inner("target", "port")),
            Map.entry("devices/console", inner("target", "port")),
            Map.entry("devices/parallel", inner("target", "port")),
            Map.entry("devices/input", e -> words(e.value("type"), e.value("bus"))),
            Map.entry("devices/audio", attribute("id")),
            Map.entry("devices/shmem", attribute("name")),
            Map.entry("devices/lease", e -> e.element("key").map(XmlElement::text).orElse("")),
            Map.entry("cpu/feature", attribute("name")),
            Map.entry("numa/cell", attribute("id")),
            Map.entry("distances/sibling", attribute("id")),
            Map.entry("vcpus/vcpu", attribute("id")),
            Map.entry("iothreadids/iothread", attribute("id")),
            Map.entry("cputune/vcpupin", attribute("vcpu")),
            Map.entry("cputune/iothreadpin", attribute("iothread")),
            Map.entry("cputune/vcpusched", attribute("vcpus")),
            Map.entry("numatune/memnode", attribute("cellid")),
            Map.entry("clock/timer", attribute("name")),
            Map.entry("domain/seclabel", attribute("model")),
            Map.entry("source/seclabel", attribute("model")),
            Map.entry("system/entry", attribute("name")),
            Map.entry("bios/entry", attribute("name")),
            Map.entry("baseBoard/entry", attribute("name")),
            Map.entry("chassis/entry", attribute("name")),
            Map.entry("network/ip", attribute("address")),
            Map.entry("network/portgroup", attribute("name")),
            Map.entry("network/route", attribute("address")),
            Map.entry("forward/interface", attribute("dev")),
            Map.entry("dhcp/host", e -> words(e.value("mac").toLowerCase(Locale.ROOT), e.value("id"), e.value("name"))),
            Map.entry("dhcp/range", attribute("start")),
            Map.entry("dns/host", attribute("ip")),
            Map.entry("dns/forwarder", e -> words(e.value("domain"), e.value("addr"))),
            Map.entry("source/host", attribute("name")),
            Map.entry("source/device", attribute("path")),
            Map.entry("devices/device", attribute("path")));

    private Identity() {
    }

    /** Empty where only its place among its siblings tells it apart. */
    static String of(XmlElement element) {
        String parent = element.parent().map(XmlElement::localName).orElse("");
        return OF.getOrDefault(parent + "/" + element.localName(), NONE).apply(element).strip();
    }

    /** Whether the order of such siblings means something to libvirt, so that a moved one is another. */
    static boolean ordered(XmlElement element) {
        String parent = element.parent().map(XmlElement::localName).orElse("");
        return switch (parent + "/" + element.localName()) {
            case "os/boot", "commandline/arg", "os/initarg", "acpi/table" -> true;
            default -> false;
        };
    }

    private static Function<XmlElement, String> attribute(String name) {
        return element -> element.value(name);
    }

    private static Function<XmlElement, String> inner(String child, String attribute) {
        return element -> element.element(child).map(found -> found.value(attribute)).orElse("");
    }

    /** An EHCI controller and its UHCI companions share one index. */
    private static String controller(XmlElement controller) {
        String companion = controller.value("model").startsWith("ich9-") ? controller.value("model") : "";
        return controller.value("index").isEmpty() ? ""
                : words(controller.value("type"), controller.value("index"), companion);
    }

    /** The host's device, by the address or the identifiers that libvirt looks it up by. */
    private static String hostDevice(XmlElement device) {
        return device.element("source").map(source -> {
            StringBuilder parts = new StringBuilder();
            source.attributes().forEach(a -> parts.append(' ').append(a.value()));
            source.elements().forEach(part -> {
                parts.append(' ').append(part.text().strip());
                part.attributes().forEach(a -> parts.append(' ').append(Spelling.plainNumber(a.value())));
            });
            return parts.toString().strip().replaceAll("\\s+", " ");
        }).orElse("");
    }

    private static String words(String... parts) {
        return String.join(" ", parts).strip().replaceAll("\\s+", " ");
    }
}
