package dev.virtworkbench.engine.drafts;

import dev.virtworkbench.engine.drafts.BootSettings.Device;
import dev.virtworkbench.engine.drafts.BootSettings.Firmware;
import dev.virtworkbench.language.syntax.TextEdit;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Changes of what a domain starts from, as edits of its document. Whatever its document has besides stays as it is written.
 *
 * @param document of the domain
 */
public record BootEdits(XmlTree document) {

    /** The document with other settings; those that are as they were change nothing. */
    public static String apply(String domain, BootSettings wanted) {
        BootSettings now = BootSettings.of(XmlTree.parse(domain));
        String text = domain;
        if (wanted.byKind() != now.byKind() || !(wanted.byKind() ? wanted.kinds().equals(now.kinds()) : wanted.order().equals(now.order()))) {
            text = after(text, edits -> wanted.byKind() ? edits.byKind(wanted.kinds()) : edits.order(wanted.order()));
        }
        if (!wanted.menu().equals(now.menu()) || wanted.menu().isPresent() && !wanted.menuTimeout().equals(now.menuTimeout())) {
            text = after(text, edits -> edits.menu(wanted.menu(), wanted.menuTimeout()));
        }
        if (wanted.firmware() != now.firmware() && wanted.firmware() != Firmware.OWN_LOADER) {
            text = after(text, edits -> edits.firmware(wanted.firmware()));
        }
        return text;
    }

    private static String after(String text, Function<BootEdits, List<TextEdit>> edit) {
        return TextEdit.apply(text, edit.apply(new BootEdits(XmlTree.parse(text))));
    }

    /**
     * Has the domain look for something to start from on these devices, one after the other, and on no other. The order by kinds,
     * {@code <os><boot dev=…/>}, goes, as libvirt takes one of both only.
     */
    public List<TextEdit> order(List<Device> devices) {
        List<TextEdit> edits = new ArrayList<>();
        withoutKinds(edits);
        List<XmlElement> elements = BootSettings.elements(document);
        for (int i = 0; i < elements.size(); i++) {
            int index = i;
            XmlElement element = elements.get(i);
            Optional<XmlElement> old = element.element("boot");
            Optional<Device> wanted = devices.stream().filter(device -> device.index() == index).findFirst();
            if (wanted.isEmpty()) {
                old.ifPresent(boot -> edits.add(writing().remove(boot)));
                continue;
            }
            int place = devices.indexOf(wanted.get()) + 1;
            edits.add(old.map(boot -> writing().set(boot, "order", Integer.toString(place)))
                    .orElseGet(() -> writing().insert(element, "<boot order='" + place + "'/>")));
        }
        return edits;
    }

    /** Has the domain look through all devices of these kinds, one kind after the other; the order of single devices goes. */
    public List<TextEdit> byKind(List<String> kinds) {
        List<TextEdit> edits = new ArrayList<>();
        // first, as what goes may begin where these come in
        os().ifPresent(os -> kinds.forEach(kind -> edits.add(behind(os, "<boot dev='" + kind + "'/>", "type"))));
        withoutKinds(edits);
        BootSettings.elements(document).stream().flatMap(element -> element.element("boot").stream()).map(writing()::remove).forEach(edits::add);
        return edits;
    }

    /**
     * Whether its firmware offers a menu of what to start from.
     *
     * @param milliseconds how long it waits; empty to leave that to the firmware
     */
    public List<TextEdit> menu(Optional<Boolean> on, OptionalInt milliseconds) {
        Optional<XmlElement> old = os().flatMap(os -> os.element("bootmenu"));
        if (on.isEmpty()) {
            return old.map(menu -> List.of(writing().remove(menu))).orElse(List.of());
        }
        String timeout = on.get() && milliseconds.isPresent() ? " timeout='" + milliseconds.getAsInt() + "'" : "";
        String menu = "<bootmenu enable='" + (on.get() ? "yes" : "no") + "'" + timeout + "/>";
        return old.map(element -> List.of(new TextEdit(element.span(), menu)))
                .orElseGet(() -> os().map(os -> List.of(writing().insert(os, menu))).orElse(List.of()));
    }

    /** Has libvirt choose the firmware. The variables of the old one go with it: libvirt makes new ones at the next start. */
    public List<TextEdit> firmware(Firmware firmware) {
        List<TextEdit> edits = new ArrayList<>();
        os().ifPresent(os -> {
            if (firmware == Firmware.MACHINE) {
                os.attribute("firmware").ifPresent(attribute -> edits.add(writing().remove(os, "firmware")));
            } else {
                edits.add(writing().set(os, "firmware", "efi"));
                String secure = firmware == Firmware.SECURE_UEFI ? "yes" : "no";
                String indent = writing().before(os.element("type").orElse(os));
                // before what goes, which may begin where this comes in
                edits.add(behind(os, "<firmware>" + indent + "  <feature enabled='" + secure + "' name='secure-boot'/>" + indent + "</firmware>", "type"));
            }
            for (String old : List.of("loader", "nvram", "firmware")) {
                os.elements(old).forEach(element -> edits.add(writing().remove(element)));
            }
        });
        return edits;
    }

    private void withoutKinds(List<TextEdit> edits) {
        os().stream().flatMap(os -> os.elements("boot").stream()).map(writing()::remove).forEach(edits::add);
    }

    /** @param sibling whose layout it takes; behind all where that is not there */
    private TextEdit behind(XmlElement parent, String text, String sibling) {
        return parent.element(sibling).map(element -> TextEdit.insert(element.span().end(), writing().before(element) + text))
                .orElseGet(() -> writing().insert(parent, text));
    }

    private Optional<XmlElement> os() {
        return document.root().flatMap(root -> root.element("os"));
    }

    private ElementEdits writing() {
        return new ElementEdits(document);
    }
}
