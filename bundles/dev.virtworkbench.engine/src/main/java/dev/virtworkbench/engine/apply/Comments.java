package dev.virtworkbench.engine.apply;

import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlMarkup;
import dev.virtworkbench.language.syntax.XmlNode;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.List;
import java.util.Set;

/** The comments of a text that libvirt does not keep: it reads what elements say and writes a document of its own from that. */
final class Comments {

    /** What libvirt hands back as it stands, comments and all, since it belongs to other programs. */
    private static final Set<String> KEPT = Set.of("domain/metadata", "network/metadata");

    private Comments() { }

    /** How many get lost when libvirt takes the text. */
    static int lostFrom(XmlTree text) {
        return count(text.nodes());
    }

    private static int count(List<XmlNode> nodes) {
        int comments = 0;
        for (XmlNode node : nodes) {
            if (node instanceof XmlMarkup markup && markup.kind() == XmlMarkup.Kind.COMMENT) {
                comments++;
            } else if (node instanceof XmlElement element && !KEPT.contains(element.path())) {
                comments += count(element.children());
            }
        }
        return comments;
    }
}
