package dev.virtworkbench.engine.apply;

import dev.virtworkbench.engine.redaction.Redaction;
import dev.virtworkbench.language.syntax.Span;
import dev.virtworkbench.language.syntax.TextEdit;
import dev.virtworkbench.language.syntax.XmlAttribute;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A text with what only the object has and a redefinition would otherwise lose or be refused for. */
final class Completed {

    /** Displays for which libvirt knows a password. */
    private static final Set<String> PROTECTED = Set.of("vnc", "spice");

    private Completed() {
    }

    /**
     * @param present the object's own document
     * @param secrets whether to take its passwords where the text has none
     */
    static String text(XmlTree edited, XmlTree present, boolean secrets) {
        List<TextEdit> edits = new ArrayList<>();
        uuid(edited, present).ifPresent(edits::add);
        if (secrets) {
            passwords(edited, present, edits);
        }
        return TextEdit.apply(edited.text(), edits);
    }

    /** Without its UUID, libvirt takes a document for another object of the same name, and refuses it. */
    private static Optional<TextEdit> uuid(XmlTree edited, XmlTree present) {
        Optional<XmlElement> root = edited.root();
        Optional<XmlElement> known = present.root().flatMap(element -> element.element("uuid"));
        if (root.isEmpty() || root.get().selfClosing() || root.get().element("uuid").isPresent()) {
            return Optional.empty();
        }
        int place = root.get().element("name").map(XmlElement::span).map(Span::end).orElse(root.get().startTag().end());
        return known.map(uuid -> TextEdit.insert(place, uuid.source()));
    }

    private static void passwords(XmlTree edited, XmlTree present, List<TextEdit> edits) {
        for (XmlElement display : displays(edited)) {
            if (display.attributes().stream().noneMatch(Redaction::secret)) {
                displays(present).stream().filter(other -> other.value("type").equals(display.value("type"))).findFirst()
                        .flatMap(other -> other.attributes().stream().filter(Redaction::secret).findFirst())
                        .ifPresent(secret -> edits.add(TextEdit.insert(display.nameSpan().end(), " " + written(secret, present))));
            }
        }
    }

    /** The types of displays that could have a password and have none: what anybody who reaches the host can look at. */
    static List<String> withoutPassword(XmlTree domain) {
        return displays(domain).stream().filter(display -> PROTECTED.contains(display.value("type"))
                && display.attributes().stream().noneMatch(Redaction::secret)).map(display -> display.value("type")).distinct().toList();
    }

    private static List<XmlElement> displays(XmlTree domain) {
        return domain.root().flatMap(root -> root.element("devices"))
                .map(devices -> devices.elements("graphics")).orElse(List.of());
    }

    private static String written(XmlAttribute attribute, XmlTree document) {
        return attribute.span().of(document.text());
    }
}
