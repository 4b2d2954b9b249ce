package dev.virtworkbench.engine.storage;

/** What building or creating a pool does with a file system or label that is there already. */
public enum Existing {
    /** Leaves it to libvirt, which refuses for most types. */
    LEAVE(0, 1, ""),
    /** Refuses whatever the type. */
    KEEP(4, 4, "--no-overwrite"),
    /** Formats anew: all data is lost. */
    OVERWRITE(8, 2, "--overwrite");

    final int buildFlag;
    final int createFlag;
    /** For {@code virsh}; empty for none. */
    final String option;

    /**
     * @param buildFlag of {@code virStoragePoolBuildFlags}
     * @param createFlag of {@code virStoragePoolCreateFlags}, beside WITH_BUILD
     */
    Existing(int buildFlag, int createFlag, String option) {
        this.buildFlag = buildFlag;
        this.createFlag = createFlag;
        this.option = option;
    }
}
