package dev.virtworkbench.engine.apply;

import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What a document says which object it is about.
 *
 * @param name of a secret: what it is used for; may be empty
 * @param uuid empty if it has none, or none that libvirt would read
 */
record Names(String name, Optional<UUID> uuid) {

    /** libvirt's {@code virUUIDParse} takes hexadecimal digits with or without dashes. */
    private static final Pattern DIGITS = Pattern.compile("[0-9a-fA-F]{32}");

    static Names in(XmlTree document) {
        Optional<XmlElement> root = document.root();
        String name = root.filter(element -> element.localName().equals("secret")).flatMap(Names::usage)
                .or(() -> root.flatMap(element -> element.element("name")).map(XmlElement::text)).orElse("").strip();
        return new Names(name, root.flatMap(element -> element.element("uuid")).map(XmlElement::text).flatMap(Names::uuid));
    }

    /** {@code <usage type='volume'><volume>…}: the element has another name for each type. */
    private static Optional<String> usage(XmlElement secret) {
        return secret.element("usage").flatMap(usage -> usage.elements().stream().findFirst()).map(XmlElement::text);
    }

    private static Optional<UUID> uuid(String text) {
        String digits = text.strip().replace("-", "");
        return DIGITS.matcher(digits).matches() ? Optional.of(UUID.fromString(digits.substring(0, 8) + "-"
                + digits.substring(8, 12) + "-" + digits.substring(12, 16) + "-" + digits.substring(16, 20) + "-"
                + digits.substring(20))) : Optional.empty();
    }
}
