package dev.virtworkbench.engine.drafts;

import dev.virtworkbench.language.syntax.TextEdit;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.List;
import java.util.Optional;

/** The channel by which a host talks to QEMU's agent in a guest. */
public final class AgentChannel {

    private static final String NAME = "org.qemu.guest_agent.0";

    private AgentChannel() { }

    /** Its end in the guest, as a domain's document has it; empty if the domain has no such channel. */
    public static Optional<XmlElement> target(XmlTree domain) {
        return domain.root().flatMap(root -> root.element("devices")).stream().flatMap(devices -> devices.elements("channel").stream())
                .flatMap(channel -> channel.elements("target").stream()).filter(target -> target.value("name").equals(NAME)).findFirst();
    }

    /** The document of a domain with one; the same if it has one. libvirt chooses the socket at the host's end. */
    public static String addedTo(String domain) {
        XmlTree document = XmlTree.parse(domain);
        Optional<XmlElement> devices = document.root().flatMap(root -> root.element("devices"));
        return target(document).isPresent() || devices.isEmpty() ? domain : TextEdit.apply(domain, List.of(new ElementEdits(document)
                .insert(devices.get(), "<channel type='unix'><target type='virtio' name='" + NAME + "'/></channel>")));
    }
}
