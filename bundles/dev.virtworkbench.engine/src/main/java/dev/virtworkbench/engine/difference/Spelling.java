package dev.virtworkbench.engine.difference;

import dev.virtworkbench.language.structure.ByteSize;
import dev.virtworkbench.language.structure.SizedPlaces;
import dev.virtworkbench.language.syntax.XmlAttribute;
import dev.virtworkbench.language.syntax.XmlElement;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One spelling for each value that libvirt reads in several: sizes, numbers, UUIDs, MAC addresses, paths. */
final class Spelling {

    private static final Pattern NUMBER = Pattern.compile("0[xX]([0-9a-fA-F]{1,16})|([0-9]{1,18})");
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{12}");
    private static final Pattern MAC = Pattern.compile("(?:[0-9a-fA-F]{1,2}:){5}[0-9a-fA-F]{1,2}");

    private static final Set<String> NUMBER_SETS = Set.of("cpuset", "cpus", "vcpus", "nodeset", "iothreads");

    private Spelling() {
    }

    /** An element's own text as people read it. */
    static String text(XmlElement element) {
        return SizedPlaces.text(element).map(Spelling::size)
                .orElseGet(() -> element.text().strip().replaceAll("\\s+", " "));
    }

    /** An element's own text, the same for all that mean the same. */
    static String canonicalText(XmlElement element) {
        Optional<ByteSize> size = SizedPlaces.text(element);
        if (size.isPresent()) {
            return size.get().bytes().toString();
        }
        String text = element.text().strip().replaceAll("\\s+", " ");
        return switch (element.localName()) {
            case "mode", "owner", "group" -> plainNumber(text);
            case "path" -> path(text);
            default -> spelt(text);
        };
    }

    static String canonicalValue(XmlAttribute attribute) {
        String value = attribute.value();
        Optional<ByteSize> size = SizedPlaces.value(attribute);
        if (size.isPresent()) {
            return size.get().bytes().toString();
        }
        if (attribute.owner().localName().equals("dir") && attribute.localName().equals("path")) {
            return path(value);
        }
        if (NUMBER_SETS.contains(attribute.localName())) {
            return NumberSet.canonical(value);
        }
        if (isChosenPort(attribute)) {
            return "-1";
        }
        // Nobody counts with a name that happens to be digits.
        return attribute.localName().equals("name") ? value : plainNumber(spelt(value));
    }

    /** With {@code autoport} a display's port is chosen at each start: virDomainGraphicsDefParseXMLVNC takes none from a definition. */
    private static boolean isChosenPort(XmlAttribute attribute) {
        return attribute.owner().localName().equals("graphics") && attribute.owner().value("autoport").equals("yes")
                && (attribute.localName().equals("port") || attribute.localName().equals("tlsPort"));
    }

    /** Whether the attribute only says in what a size counts. */
    static boolean isUnit(XmlAttribute attribute) {
        return attribute.localName().equals("unit") && (SizedPlaces.text(attribute.owner()).isPresent()
                || attribute.owner().attributes().stream().anyMatch(other -> SizedPlaces.value(other).isPresent()));
    }

    /** {@code 0x0a}, {@code 010} and {@code 10} as a plain decimal number; anything else as it is. */
    static String plainNumber(String value) {
        Matcher number = NUMBER.matcher(value);
        if (!number.matches()) {
            return value;
        }
        return number.group(1) == null ? new BigInteger(number.group(2)).toString()
                : new BigInteger(number.group(1), 16).toString();
    }

    private static String spelt(String value) {
        if (UUID.matcher(value).matches()) {
            return value.replace("-", "").toLowerCase(Locale.ROOT);
        }
        return MAC.matcher(value).matches() ? value.toLowerCase(Locale.ROOT).replaceAll("\\b([0-9a-f])\\b", "0$1") : value;
    }

    /** As {@code virFileSanitizePath} leaves it: no doubled slash but two in front, none at the end. */
    private static String path(String value) {
        String single = value.replaceAll("/+", "/");
        String trimmed = single.length() > 1 && single.endsWith("/") ? single.substring(0, single.length() - 1) : single;
        return value.startsWith("//") && !value.startsWith("///") ? "/" + trimmed : trimmed;
    }

    /** {@code listen} of a graphics device that its first {@code <listen>} says again. */
    static boolean isRepeated(XmlAttribute attribute) {
        return attribute.localName().equals("listen") && attribute.owner().localName().equals("graphics")
                && attribute.owner().element("listen").isPresent();
    }

    private static String size(ByteSize size) {
        ByteSize.Readable readable = size.readable();
        return readable.exact() ? readable.text() : size.bytes() + " bytes";
    }
}
