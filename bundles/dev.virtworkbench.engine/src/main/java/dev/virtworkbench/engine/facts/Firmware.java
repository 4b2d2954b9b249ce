package dev.virtworkbench.engine.facts;

import dev.virtworkbench.language.syntax.XmlElement;
import java.util.List;
import java.util.Optional;

/**
 * The firmware that a host has for a kind of domain.
 *
 * @param told whether the host says anything of it; an older libvirt, or another driver, does not
 * @param uefi whether libvirt finds a UEFI that it can choose by itself
 * @param secureBoot whether it finds one that starts only what is signed
 * @param loaders files that a document may name as its loader
 */
public record Firmware(boolean told, boolean uefi, boolean secureBoot, List<String> loaders) {

    static final Firmware UNKNOWN = new Firmware(false, true, true, List.of());

    public Firmware {
        loaders = List.copyOf(loaders);
    }

    /** @param capabilities the {@code <domainCapabilities>} document */
    static Firmware of(XmlElement capabilities) {
        Optional<XmlElement> os = capabilities.element("os");
        Optional<XmlElement> loader = os.flatMap(each -> each.element("loader"));
        if (os.isEmpty() || os.get().elements("enum").stream().noneMatch(choice -> choice.value("name").equals("firmware"))) {
            return UNKNOWN;
        }
        return new Firmware(true, values(os, "firmware").contains("efi"), values(loader, "secure").contains("yes"),
                loader.stream().flatMap(each -> each.elements("value").stream()).map(value -> value.text().strip()).toList());
    }

    private static List<String> values(Optional<XmlElement> of, String name) {
        return of.stream().flatMap(element -> element.elements("enum").stream()).filter(choice -> choice.value("name").equals(name))
                .flatMap(choice -> choice.elements("value").stream()).map(value -> value.text().strip()).toList();
    }
}
