package dev.virtworkbench.language.structure;

import dev.virtworkbench.language.syntax.Span;
import dev.virtworkbench.language.syntax.XmlAttribute;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlText;
import dev.virtworkbench.language.syntax.XmlTree;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The links of a document: absolute paths on the host (images, backing stores, firmware, kernels, emulators,
 * pool targets) and web addresses. Paths inside the guest and names of namespaces are none.
 */
public final class DocumentLinks {

    private static final Set<String> PATH_ATTRIBUTES =
            Set.of("source@file", "source@dev", "source@dir", "source@path", "source@socket", "device@path", "dir@path",
                    "memory@file", "nvram@template", "rom@file", "binary@path", "log@file", "server@socket",
                    "scratch@file", "scratch@dev", "target@file", "target@dev");
    private static final Set<String> PATH_ELEMENTS =
            Set.of("path", "loader", "nvram", "kernel", "initrd", "dtb", "emulator", "bootloader", "table", "backend",
                    "block", "char");

    private DocumentLinks() {
    }

    /** All links in document order. */
    public static List<DocumentLink> of(XmlTree tree) {
        List<DocumentLink> links = new ArrayList<>();
        for (XmlElement element : tree.elements()) {
            for (XmlAttribute attribute : element.attributes()) {
                boolean path = PATH_ATTRIBUTES.contains(element.name() + "@" + attribute.name());
                if (!attribute.declaresNamespace()) {
                    attribute.valueSpan().ifPresent(span -> link(span, attribute.value(), path).ifPresent(links::add));
                }
            }
            onlyText(element).ifPresent(text ->
                    link(text.trimmed(), text.value().strip(), isPathElement(element)).ifPresent(links::add));
        }
        return List.copyOf(links);
    }

    private static boolean isPathElement(XmlElement element) {
        return PATH_ELEMENTS.contains(element.name());
    }

    /** The text of an element that holds nothing else. */
    private static Optional<XmlText> onlyText(XmlElement element) {
        return element.children().size() == 1 && element.children().getFirst() instanceof XmlText text && !text.cdata()
                && !text.blank() ? Optional.of(text) : Optional.empty();
    }

    private static Optional<DocumentLink> link(Span span, String value, boolean path) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(value)) {
            // Half a surrogate pair names no file, and java.net.URI fails on it.
            return Optional.empty();
        }
        try {
            if (path && value.startsWith("/") && value.length() > 1) {
                return Optional.of(new DocumentLink(span, ascii(new URI("file", "", value, null))));
            }
            boolean web = value.startsWith("http://") || value.startsWith("https://");
            return web ? Optional.of(new DocumentLink(span, ascii(new URI(value)))) : Optional.empty();
        } catch (URISyntaxException notYetOne) {
            // Still being typed, or no address at all: then there is nothing to open.
            return Optional.empty();
        }
    }

    private static URI ascii(URI uri) {
        return URI.create(uri.toASCIIString());
    }
}
