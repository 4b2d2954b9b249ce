package dev.virtworkbench.language.commandlines;

import dev.virtworkbench.language.syntax.Span;
import dev.virtworkbench.language.syntax.TextEdit;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.List;
import java.util.Optional;

/** Puts a device's element into a domain's document. */
public final class DeviceInsertion {

    private DeviceInsertion() { }

    /**
     * Behind the last device of its kind, otherwise behind all devices; the first disk behind the emulator, as libvirt orders them.
     *
     * @param element the device's name, as in {@code disk}
     * @param xml the device
     * @return empty if the document is no domain with devices
     */
    public static Optional<TextEdit> of(XmlTree domain, String element, String xml) {
        return domain.root().filter(root -> root.name().equals("domain")).flatMap(root -> root.element("devices"))
                .map(devices -> into(domain, devices, element, xml.strip()));
    }

    private static TextEdit into(XmlTree domain, XmlElement devices, String element, String xml) {
        List<XmlElement> alike = devices.elements(element);
        List<XmlElement> emulator = element.equals("disk") ? devices.elements("emulator") : List.of();
        List<XmlElement> all = !alike.isEmpty() ? alike : emulator.isEmpty() ? devices.elements() : emulator;
        if (!all.isEmpty()) {
            String indent = indent(domain, all.getLast());
            return TextEdit.insert(all.getLast().span().end(), "\n" + indent + xml.replace("\n", "\n" + indent));
        }
        String outer = indent(domain, devices);
        String inside = "\n" + outer + "  " + xml.replace("\n", "\n" + outer + "  ");
        return devices.selfClosing() ? new TextEdit(new Span(devices.startTag().end() - 2, devices.startTag().end()),
                ">" + inside + "\n" + outer + "</devices>") : TextEdit.insert(devices.startTag().end(), inside);
    }

    private static String indent(XmlTree document, XmlElement element) {
        int start = element.span().start();
        String before = document.text().substring(document.lines().lineStart(document.lines().line(start)), start);
        return before.isBlank() ? before : "";
    }
}
