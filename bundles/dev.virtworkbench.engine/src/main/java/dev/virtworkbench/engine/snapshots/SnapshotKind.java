package dev.virtworkbench.engine.snapshots;

/** Where a snapshot keeps what it keeps. */
public enum SnapshotKind {
    /** Inside the disks' own images, with the memory of a domain that runs. The domain stands still meanwhile. */
    INTERNAL,
    /** The disks as they are become backing files of new images, which are written from then on; the memory goes to a file. */
    EXTERNAL_WITH_MEMORY,
    /** The same for the disks alone: what a power cut would leave, unless the guest is asked to write out everything first. */
    DISK_ONLY
}
