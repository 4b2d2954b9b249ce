package dev.virtworkbench.engine.snapshots;

import dev.virtworkbench.language.syntax.XmlElement;

/** Where a snapshot keeps what it keeps. */
public enum SnapshotKind {
    /** Inside the disks' own images, with the memory of a domain that runs. The domain stands still meanwhile. */
    INTERNAL,
    /** The disks as they are become backing files of new images, which are written from then on; the memory goes to a file. */
    EXTERNAL_WITH_MEMORY,
    /** The same for the disks alone: what a power cut would leave, unless the guest is asked to write out everything first. */
    DISK_ONLY;

    /** What a {@code <domainsnapshot>} is of. Without a word of memory, one with new images is of the disks alone. */
    static SnapshotKind of(XmlElement snapshot) {
        boolean memory = snapshot.element("memory").filter(each -> each.value("snapshot").equals("external")).isPresent();
        boolean disks = snapshot.element("disks").stream().flatMap(each -> each.elements("disk").stream())
                .anyMatch(disk -> disk.value("snapshot").equals("external"));
        return memory ? EXTERNAL_WITH_MEMORY : disks ? DISK_ONLY : INTERNAL;
    }
}
