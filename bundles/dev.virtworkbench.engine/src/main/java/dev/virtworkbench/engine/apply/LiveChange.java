package dev.virtworkbench.engine.apply;

import dev.virtworkbench.engine.difference.Change;
import dev.virtworkbench.engine.redaction.Redaction;
import dev.virtworkbench.language.findings.Message;
import dev.virtworkbench.language.syntax.XmlElement;
import java.util.Optional;

/**
 * A change that libvirt can make to a running domain without a restart.
 *
 * @param device the device's name in libvirt's words, as in {@code disk vdb}
 * @param element the device's as libvirt gets it; may hold a password
 * @param of the first difference that this is about
 */
public record LiveChange(Call call, String device, XmlElement element, Change of) {

    /** Which of libvirt's calls does it. */
    public enum Call { ATTACH, DETACH, UPDATE }

    /** As in “Attach disk vdb now”. */
    public Message message() {
        return Message.of(LiveChange.class, "live." + call, device);
    }

    /** The element without a password, to show. */
    public String shownXml() {
        return Redaction.withoutSecrets(xml());
    }

    /** The element as libvirt gets it; may hold a password. */
    String xml() {
        return element.source();
    }

    /** The name of the disk that this is about, as in {@code vda}; empty if it is about something else. */
    Optional<String> disk() {
        return element.localName().equals("disk") ? element.element("target").map(target -> target.value("dev")) : Optional.empty();
    }

    @Override
    public String toString() {
        return call + " " + device;
    }
}
