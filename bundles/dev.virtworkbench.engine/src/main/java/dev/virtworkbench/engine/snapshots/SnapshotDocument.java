package dev.virtworkbench.engine.snapshots;

import dev.virtworkbench.engine.domains.Disk;
import dev.virtworkbench.language.syntax.Span;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlEscapes;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.List;
import java.util.Optional;

/** Writes the {@code <domainsnapshot>} document of a snapshot that somebody wants. */
final class SnapshotDocument {

    private SnapshotDocument() {
    }

    /** @param disks of the domain */
    static String of(NewSnapshot wanted, List<Disk> disks) {
        StringBuilder xml = new StringBuilder("<domainsnapshot>\n");
        text(xml, "name", wanted.name());
        text(xml, "description", wanted.description());
        wanted.memory().ifPresent(file -> xml.append("  <memory snapshot='external' file='").append(XmlEscapes.attribute(file)).append("'/>\n"));
        xml.append("  <disks>\n");
        for (Disk disk : disks) {
            xml.append("    <disk name='").append(XmlEscapes.attribute(disk.target())).append("' snapshot='");
            if (wanted.without().contains(disk.target()) || !written(disk)) {
                xml.append("no'/>\n");
            } else if (wanted.kind() == SnapshotKind.INTERNAL) {
                xml.append("internal'/>\n");
            } else if (wanted.files().containsKey(disk.target())) {
                xml.append("external'>\n      <source file='").append(XmlEscapes.attribute(wanted.files().get(disk.target()))).append("'/>\n    </disk>\n");
            } else {
                xml.append("external'/>\n");
            }
        }
        return xml.append("  </disks>\n</domainsnapshot>\n").toString();
    }

    /** That document with another description; without one if it is empty. */
    static String described(String document, String description) {
        XmlElement root = XmlTree.parse(document).root().orElseThrow(() -> new IllegalArgumentException("no snapshot: " + document));
        StringBuilder element = new StringBuilder();
        text(element, "description", description.replace("\r\n", "\n"));
        Optional<XmlElement> old = root.element("description");
        Span span = old.map(XmlElement::span).orElseGet(() -> new Span(root.startTag().end(), root.startTag().end()));
        String before = old.isPresent() ? "" : "\n";
        return new StringBuilder(document).replace(span.start(), span.end(), before + element.toString().strip()).toString();
    }

    /** Whether a guest can write to it, so that a snapshot has something to keep. */
    static boolean written(Disk disk) {
        return !disk.readOnly() && disk.device().equals("disk") && !(disk.source().isEmpty() && disk.volume().isEmpty());
    }

    private static void text(StringBuilder xml, String element, String text) {
        if (!text.isEmpty()) {
            xml.append("  <").append(element).append('>').append(XmlEscapes.text(text)).append("</").append(element).append(">\n");
        }
    }
}
