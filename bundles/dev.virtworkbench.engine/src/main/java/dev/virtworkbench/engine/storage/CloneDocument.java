package dev.virtworkbench.engine.storage;

import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlEscapes;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.List;

/** The document of a clone: that of the original with another name, and without where the original is. */
final class CloneDocument {

    private CloneDocument() {
    }

    static String of(String original, String name) {
        XmlElement root = XmlTree.parse(original).root().orElseThrow();
        StringBuilder xml = new StringBuilder(original);
        // from the end, so that places before it stay right
        List<XmlElement> elements = root.elements().reversed();
        for (XmlElement element : elements) {
            if (element.name().equals("name")) {
                xml.replace(element.content().start(), element.content().end(), XmlEscapes.text(name));
            } else if (element.name().equals("key")) {
                xml.delete(element.span().start(), element.span().end());
            } else if (element.name().equals("allocation")) {
                // a file takes whole blocks of its file system; libvirt would make the copy as long as that
                root.element("capacity").filter(capacity -> bytes(capacity) < bytes(element))
                        .ifPresent(capacity -> xml.replace(element.content().start(), element.content().end(), Long.toString(bytes(capacity))));
            } else if (element.name().equals("target")) {
                element.element("path").ifPresent(path -> xml.delete(path.span().start(), path.span().end()));
            }
        }
        return xml.toString();
    }

    /** The same, of a copy that builds on no other. */
    static String whole(String original, String name) {
        String clone = of(original, name);
        return XmlTree.parse(clone).root().flatMap(root -> root.element("backingStore"))
                .map(below -> new StringBuilder(clone).delete(below.span().start(), below.span().end()).toString()).orElse(clone);
    }

    /** A volume of the same size that has no format. */
    static String plain(String original, String name) {
        String capacity = XmlTree.parse(original).root().flatMap(root -> root.element("capacity")).map(XmlElement::source).orElseThrow();
        return "<volume><name>" + XmlEscapes.text(name) + "</name>" + capacity + "</volume>";
    }

    /** libvirt writes sizes of volumes in bytes. */
    private static long bytes(XmlElement size) {
        return Long.parseLong(size.text().strip());
    }
}
