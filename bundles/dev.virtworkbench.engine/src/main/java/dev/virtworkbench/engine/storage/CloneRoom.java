package dev.virtworkbench.engine.storage;

/**
 * The room for a clone of a volume in its own pool.
 *
 * @param takes bytes that it takes when it is made; 0 where it shares the original's
 * @param mayTake bytes that it takes once a guest has written all of it; as many as {@code takes} where it takes all at once
 * @param free bytes free in the pool, as libvirt counted them last
 */
public record CloneRoom(long takes, long mayTake, long free) {

    /**
     * The room by what is known of the volume and its pool.
     *
     * @param volume described
     * @param pool the volume's, active
     */
    public static CloneRoom of(VolumeSummary volume, PoolSummary pool) {
        long free = Math.max(0, pool.available());
        if (pool.hasFiles() || pool.type().equals("vstorage")) {
            // a raw file takes whole blocks of its file system, and libvirt makes the clone no longer than the original
            long takes = volume.raw() ? Math.min(volume.allocation(), volume.capacity()) : volume.allocation();
            return new CloneRoom(Math.max(0, takes), Math.max(takes, volume.capacity()), free);
        }
        // libvirt's backend clones an image of Ceph by a snapshot, which both share
        long whole = pool.type().equals("rbd") ? 0 : Math.max(0, volume.capacity());
        return new CloneRoom(whole, Math.max(whole, volume.capacity()), free);
    }

    /** Whether it can be made. */
    public boolean fits() {
        return takes <= free;
    }

    /** Whether it can be made, and then could not be filled: writes of a guest would fail. */
    public boolean mayRunOut() {
        return fits() && mayTake > free;
    }
}
