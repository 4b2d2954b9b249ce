package dev.virtworkbench.engine.storage;

/**
 * A volume at one moment.
 *
 * @param key libvirt's own name for it, unique on the host
 * @param path where the host has it
 * @param type as in {@code file}, {@code block}, {@code network}
 * @param capacity bytes a guest sees; -1 where libvirt could not read it
 * @param allocation bytes it takes; -1 where libvirt could not read it
 * @param format as in {@code qcow2}; empty where the type of pool has none
 * @param backing path of its backing file; empty if it has none
 * @param problem why libvirt could not read it; empty if it could
 */
public record VolumeSummary(String name, String key, String path, String type, long capacity, long allocation,
        String format, String backing, String problem) {

    private static final long UNKNOWN = -1;

    /** What libvirt's list alone says of a volume. */
    static VolumeSummary listed(String name, String key) {
        return new VolumeSummary(name, key, "", "", UNKNOWN, UNKNOWN, "", "", "");
    }

    /** Whether what stores it is, byte by byte, what a guest sees. libvirt also calls raw files by what is on them. */
    public boolean raw() {
        return format.isEmpty() || format.equals("raw") || format.equals("iso");
    }

    /** Whether libvirt was asked for more than its name. Until then nothing is known of who uses it either. */
    public boolean described() {
        return !path.isEmpty() || !problem.isEmpty();
    }
}
