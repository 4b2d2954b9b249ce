package dev.virtworkbench.engine.drafts;

import dev.virtworkbench.language.syntax.Span;
import dev.virtworkbench.language.syntax.TextEdit;
import dev.virtworkbench.language.syntax.XmlAttribute;
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

    /** Takes a disk out of the domain. */
    public List<TextEdit> detach(String target) {
        return disk(target).map(disk -> List.of(remove(disk))).orElse(List.of());
    }

    /**
     * Puts another medium into a drive.
     *
     * @param path of an image or a block device on the host; empty to leave the drive empty
     */
    public List<TextEdit> medium(String target, Optional<String> path) {
        Optional<XmlElement> found = disk(target);
        if (found.isEmpty()) {
            return List.of();
        }
        XmlElement disk = found.get();
        List<TextEdit> edits = new ArrayList<>();
        Optional<XmlElement> old = disk.element("source");
        if (path.isEmpty()) {
            old.ifPresent(source -> edits.add(remove(source)));
        } else {
            boolean device = path.get().startsWith("/dev/");
            String source = "<source " + (device ? "dev" : "file") + "='" + escaped(path.get()) + "'/>";
            edits.add(set(disk, "type", device ? "block" : "file"));
            edits.add(old.map(element -> new TextEdit(element.span(), source)).orElseGet(() -> insert(disk, source)));
        }
        // what was found out about the old one does not hold for the new one
        disk.element("backingStore").ifPresent(element -> edits.add(remove(element)));
        return edits;
    }

    /**
     * Has the domain look for something to start from on these disks, one after the other, and on no other. The order by kinds of
     * devices, {@code <os><boot dev=…/>}, goes, as libvirt takes one of both only.
     */
    public List<TextEdit> bootOrder(List<String> targets) {
        List<TextEdit> edits = new ArrayList<>();
        document.root().flatMap(root -> root.element("os")).stream().flatMap(os -> os.elements("boot").stream()).map(this::remove).forEach(edits::add);
        for (XmlElement device : devices()) {
            Optional<XmlElement> old = device.element("boot");
            int place = device.name().equals("disk") ? targets.indexOf(target(device)) : -1;
            if (place >= 0) {
                edits.add(old.map(boot -> set(boot, "order", Integer.toString(place + 1)))
                        .orElseGet(() -> insert(device, "<boot order='" + (place + 1) + "'/>")));
            } else {
                old.ifPresent(boot -> edits.add(remove(boot)));
            }
        }
        return edits;
    }

    /** Whether its firmware offers a menu of what to start from, and for how long, in milliseconds. */
    public List<TextEdit> bootMenu(boolean on, int milliseconds) {
        Optional<XmlElement> os = document.root().flatMap(root -> root.element("os"));
        String menu = on ? "<bootmenu enable='yes' timeout='" + milliseconds + "'/>" : "<bootmenu enable='no'/>";
        return os.map(element -> List.of(element.element("bootmenu").map(old -> new TextEdit(old.span(), menu))
                .orElseGet(() -> insert(element, menu)))).orElse(List.of());
    }

    /**
     * Sets how a disk is read and written, as in {@code cache} to {@code none}.
     *
     * @param attribute of {@code <driver>}
     */
    public List<TextEdit> driver(String target, String attribute, String value) {
        return disk(target).map(disk -> List.of(disk.element("driver").map(driver -> set(driver, attribute, value))
                .orElseGet(() -> insert(disk, "<driver name='qemu' " + attribute + "='" + escaped(value) + "'/>")))).orElse(List.of());
    }

    /** Sets whether a disk has an element without contents, as {@code readonly} or {@code shareable}. */
    public List<TextEdit> flag(String target, String element, boolean on) {
        Optional<XmlElement> disk = disk(target);
        Optional<XmlElement> old = disk.flatMap(found -> found.element(element));
        if (disk.isEmpty() || old.isPresent() == on) {
            return List.of();
        }
        return List.of(on ? insert(disk.get(), "<" + element + "/>") : remove(old.get()));
    }

    /** What a disk is read from, as its document says; empty for an empty drive. */
    public Optional<String> source(String target) {
        return disk(target).flatMap(disk -> disk.element("source")).flatMap(source -> SOURCES.stream()
                .filter(name -> source.attribute(name).isPresent()).map(source::value).findFirst());
    }

    private List<XmlElement> devices() {
        return document.root().flatMap(root -> root.element("devices")).map(XmlElement::elements).orElse(List.of());
    }

    private Optional<XmlElement> disk(String target) {
        return devices().stream().filter(device -> device.name().equals("disk") && target(device).equals(target)).findFirst();
    }

    private static String target(XmlElement disk) {
        return disk.element("target").map(target -> target.value("dev")).orElse("");
    }

    private static TextEdit set(XmlElement element, String attribute, String value) {
        Optional<Span> old = element.attribute(attribute).flatMap(XmlAttribute::quotedSpan);
        return old.map(span -> new TextEdit(span, "'" + escaped(value) + "'"))
                .orElseGet(() -> TextEdit.insert(element.nameSpan().end(), " " + attribute + "='" + escaped(value) + "'"));
    }

    /** Behind the last element inside, laid out as that one is. */
    private TextEdit insert(XmlElement parent, String text) {
        if (parent.elements().isEmpty()) {
            return parent.selfClosing()
                    ? new TextEdit(new Span(parent.startTag().end() - 2, parent.startTag().end()), ">" + text + "</" + parent.name() + ">")
                    : TextEdit.insert(parent.startTag().end(), text);
        }
        XmlElement last = parent.elements().getLast();
        return TextEdit.insert(last.span().end(), before(last) + text);
    }

    /** With the white space before it. */
    private TextEdit remove(XmlElement element) {
        return TextEdit.remove(new Span(element.span().start() - before(element).length(), element.span().end()));
    }

    private String before(XmlElement element) {
        int start = element.span().start();
        int from = start;
        while (from > 0 && Character.isWhitespace(document.text().charAt(from - 1))) {
            from--;
        }
        return document.text().substring(from, start);
    }

    private static String escaped(String value) {
        return value.replace("&", "&amp;").replace("<", "&lt;").replace("'", "&apos;");
    }
}
