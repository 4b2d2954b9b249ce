package dev.virtworkbench.engine.drafts;

import dev.virtworkbench.language.syntax.TextEdit;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Changes of a domain's disks as edits of its document, which is applied as any other change of it is. Disks are named by their target,
 * as in {@code vda}; a disk that is not there is left out.
 *
 * @param document of the domain
 */
public record DiskEdits(XmlTree document) {

    private static final List<String> SOURCES = List.of("file", "dev", "dir", "name", "volume", "pool", "protocol");

    /** Puts a disk behind the last one. Empty if the document is no domain with a closed {@code <devices>}. */
    public Optional<TextEdit> attach(DiskSettings disk) {
        return document.root().filter(root -> root.name().equals("domain")).flatMap(root -> root.element("devices")
                .filter(devices -> devices.endTag().isPresent()).map(devices -> attach(disk.xml(root.value("type")), devices)));
    }

    private TextEdit attach(String disk, XmlElement devices) {
        List<XmlElement> disks = devices.elements("disk");
        Optional<XmlElement> last = disks.isEmpty() ? devices.element("emulator") : Optional.of(disks.getLast());
        String indent = last.map(this::indent).orElseGet(() -> indent(devices) + "  ");
        int place = last.map(element -> element.span().end()).orElse(devices.startTag().end());
        return TextEdit.insert(place, "\n" + indent + disk.replace("\n", "\n" + indent));
    }

    private String indent(XmlElement element) {
        int start = element.span().start();
        String before = document.text().substring(document.lines().lineStart(document.lines().line(start)), start);
        return before.isBlank() ? before : "";
    }

    /**
     * Changes how the domain has a disk: all but where its data are, and whatever the settings know nothing of. On another bus it gets
     * another address.
     */
    public List<TextEdit> set(String target, DiskSettings wanted) {
        Optional<XmlElement> found = disk(target);
        if (found.isEmpty()) {
            return List.of();
        }
        XmlElement disk = found.get();
        List<TextEdit> edits = new ArrayList<>();
        if (!DiskPlaces.device(disk).equals(wanted.device())) {
            edits.add(writing().set(disk, "device", wanted.device()));
        }
        driver(disk, wanted, edits);
        disk.element("target").ifPresent(place -> {
            change(place, "dev", wanted.target(), edits);
            if (change(place, "bus", wanted.bus(), edits)) {
                disk.element("address").ifPresent(address -> edits.add(writing().remove(address)));
            }
        });
        Optional<XmlElement> serial = disk.element("serial");
        if (!serial.map(old -> old.text().strip()).orElse("").equals(wanted.serial())) {
            edits.add(wanted.serial().isEmpty() ? writing().remove(serial.orElseThrow())
                    : serial.map(old -> new TextEdit(old.span(), wanted.serialXml())).orElseGet(() -> writing().insert(disk, wanted.serialXml())));
        }
        flag(disk, "readonly", wanted.readOnly(), edits);
        flag(disk, "shareable", wanted.shareable(), edits);
        return edits;
    }

    private void driver(XmlElement disk, DiskSettings wanted, List<TextEdit> edits) {
        Optional<XmlElement> driver = disk.element("driver");
        if (driver.isPresent()) {
            wanted.driver().forEach((attribute, value) -> change(driver.get(), attribute, value, edits));
        } else if (wanted.driver().values().stream().anyMatch(value -> !value.isEmpty())) {
            edits.add(writing().insert(disk, wanted.driverXml()));
        }
    }

    /** @param value empty for none. @return whether it is another one */
    private boolean change(XmlElement element, String attribute, String value, List<TextEdit> edits) {
        if (element.value(attribute).equals(value)) {
            return false;
        }
        edits.add(value.isEmpty() ? writing().remove(element, attribute) : writing().set(element, attribute, value));
        return true;
    }

    /**
     * Has two disks of one bus change places: each gets the name and the address of the other. By the name libvirt orders them, by the
     * address the guest finds them; all else, its place in the boot order too, stays with the disk.
     */
    public List<TextEdit> exchange(String one, String other) {
        List<TextEdit> edits = new ArrayList<>();
        disk(one).ifPresent(first -> disk(other).ifPresent(second -> {
            take(first, second, edits);
            take(second, first, edits);
        }));
        return edits;
    }

    private void take(XmlElement disk, XmlElement from, List<TextEdit> edits) {
        disk.element("target").ifPresent(place -> change(place, "dev", target(from), edits));
        Optional<XmlElement> old = disk.element("address");
        Optional<String> wanted = from.element("address").map(XmlElement::source);
        if (old.isPresent()) {
            edits.add(wanted.map(address -> new TextEdit(old.get().span(), address)).orElseGet(() -> writing().remove(old.get())));
        } else {
            wanted.ifPresent(address -> edits.add(writing().insert(disk, address)));
        }
    }

    /** Takes a disk out of the domain. */
    public List<TextEdit> detach(String target) {
        return disk(target).map(disk -> List.of(writing().remove(disk))).orElse(List.of());
    }

    /**
     * Puts another medium into a drive, or takes it out.
     *
     * @param medium {@link DiskSource#NONE} to leave the drive empty
     * @param format of the medium, as in {@code raw}; counts where there is one
     */
    public List<TextEdit> medium(String target, DiskSource medium, String format) {
        Optional<XmlElement> found = disk(target);
        if (found.isEmpty()) {
            return List.of();
        }
        XmlElement disk = found.get();
        List<TextEdit> edits = new ArrayList<>();
        Optional<XmlElement> old = disk.element("source");
        if (medium.empty()) {
            old.ifPresent(source -> edits.add(writing().remove(source)));
        } else {
            change(disk, "type", medium.type(), edits);
            edits.add(old.map(element -> new TextEdit(element.span(), medium.xml())).orElseGet(() -> writing().insert(disk, medium.xml())));
            disk.element("driver").ifPresent(driver -> change(driver, "type", format, edits));
        }
        // of a running domain's drive: libvirt inserts nothing into one that is said to be open
        disk.element("target").filter(place -> place.attribute("tray").isPresent()).ifPresent(place -> edits.add(writing().remove(place, "tray")));
        // what was found out about the old one does not hold for the new one
        disk.element("backingStore").ifPresent(element -> edits.add(writing().remove(element)));
        return edits;
    }

    /** Sets whether a disk has an element without contents, as {@code readonly} or {@code shareable}. */
    private void flag(XmlElement disk, String element, boolean on, List<TextEdit> edits) {
        Optional<XmlElement> old = disk.element(element);
        if (old.isPresent() != on) {
            edits.add(on ? writing().insert(disk, "<" + element + "/>") : writing().remove(old.get()));
        }
    }

    /** What a disk is read from, as its document says; empty for an empty drive. */
    public Optional<String> source(String target) {
        return disk(target).flatMap(disk -> disk.element("source")).flatMap(source -> SOURCES.stream()
                .filter(name -> source.attribute(name).isPresent()).map(source::value).findFirst());
    }

    /** The disk's element as it is written, from the first column on; empty if there is none of that name. */
    public Optional<String> xml(String target) {
        return disk(target).map(disk -> disk.source().replace("\n" + indent(disk), "\n"));
    }

    private List<XmlElement> devices() {
        return document.root().flatMap(root -> root.element("devices")).map(XmlElement::elements).orElse(List.of());
    }

    /** The disk of that name. */
    Optional<XmlElement> disk(String target) {
        return devices().stream().filter(device -> device.name().equals("disk") && target(device).equals(target)).findFirst();
    }

    private static String target(XmlElement disk) {
        return disk.element("target").map(target -> target.value("dev")).orElse("");
    }

    private ElementEdits writing() {
        return new ElementEdits(document);
    }
}
