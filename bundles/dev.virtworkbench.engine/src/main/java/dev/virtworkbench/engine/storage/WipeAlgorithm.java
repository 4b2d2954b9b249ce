package dev.virtworkbench.engine.storage;

import java.util.Locale;

/**
 * How libvirt overwrites a volume, in the order of {@code virStorageVolWipeAlgorithm}. All but the first two are the host's program
 * {@code scrub}, which may not know each; {@link #TRIM} is for pools of Ceph alone.
 */
public enum WipeAlgorithm {
    /** Once, with zeroes. */
    ZERO(1),
    /** As the US Department of Energy's NNSA wants it for disks that can be removed. */
    NNSA(4),
    /** As the US Department of Defense's 5220.22-M wants it. */
    DOD(4),
    /** As the German BSI wants it. */
    BSI(9),
    /** As Peter Gutmann's paper has it, for disks of the nineties. */
    GUTMANN(35),
    /** As Bruce Schneier's book has it. */
    SCHNEIER(7),
    /** Roy Pfitzner's way. */
    PFITZNER7(7),
    /** The same, longer. */
    PFITZNER33(33),
    /** Once, with what cannot be foretold. */
    RANDOM(1),
    /** Not overwritten: given back to the storage. */
    TRIM(0);

    private final int passes;

    WipeAlgorithm(int passes) {
        this.passes = passes;
    }

    /** How often the whole volume is written: what it costs. */
    public int passes() {
        return passes;
    }

    /** What {@code virsh vol-wipe --algorithm} calls it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether libvirt knows it for volumes of pools of that type. */
    public boolean fits(String poolType) {
        return this == TRIM ? poolType.equals("rbd") : !poolType.equals("rbd") || this == ZERO;
    }
}
