package dev.virtworkbench.engine.snapshots;

import dev.virtworkbench.engine.domains.Disk;
import java.util.List;

/** Writes the {@code <domainsnapshot>} document of a snapshot that somebody wants. */
final class SnapshotDocument {

    private SnapshotDocument() {
    }

    /** @param disks of the domain */
    static String of(NewSnapshot wanted, List<Disk> disks) {
        StringBuilder xml = new StringBuilder("<domainsnapshot>\n");
        text(xml, "name", wanted.name());
        text(xml, "description", wanted.description());
        wanted.memory().ifPresent(file -> xml.append("  <memory snapshot='external' file='").append(escaped(file)).append("'/>\n"));
        xml.append("  <disks>\n");
        for (Disk disk : disks) {
            xml.append("    <disk name='").append(escaped(disk.target())).append("' snapshot='");
            if (wanted.without().contains(disk.target()) || !written(disk)) {
                xml.append("no'/>\n");
            } else if (wanted.kind() == SnapshotKind.INTERNAL) {
                xml.append("internal'/>\n");
            } else if (wanted.files().containsKey(disk.target())) {
                xml.append("external'>\n      <source file='").append(escaped(wanted.files().get(disk.target()))).append("'/>\n    </disk>\n");
            } else {
                xml.append("external'/>\n");
            }
        }
        return xml.append("  </disks>\n</domainsnapshot>\n").toString();
    }

    /** Whether a guest can write to it, so that a snapshot has something to keep. */
    static boolean written(Disk disk) {
        return !disk.readOnly() && disk.device().equals("disk") && !(disk.source().isEmpty() && disk.volume().isEmpty());
    }

    private static void text(StringBuilder xml, String element, String text) {
        if (!text.isEmpty()) {
            xml.append("  <").append(element).append('>').append(escaped(text)).append("</").append(element).append(">\n");
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("'", "&apos;");
    }
}
