package dev.virtworkbench.engine.storage;

import dev.virtworkbench.engine.errors.ErrorCode;
import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.jobs.Task;
import dev.virtworkbench.engine.libvirt.Connection;
import dev.virtworkbench.engine.libvirt.LibvirtError;
import dev.virtworkbench.engine.libvirt.PoolCalls;
import dev.virtworkbench.engine.libvirt.VolumeCalls;
import dev.virtworkbench.engine.session.Watch;
import dev.virtworkbench.language.findings.Message;
import java.util.concurrent.CancellationException;

/**
 * A volume of the same pool with the contents of another, in the making, within one job. libvirt makes it in one call, in which it cannot
 * be stopped and does not tell how far it is: that is read off the new volume where it grows. Cancelled meanwhile, it is deleted again.
 */
final class Clone {

    private final Operation operation;
    private final PoolCalls pools;
    private final VolumeCalls volumes;
    private final VolumeCalls.Place original;
    private final VolumeCalls.Place copy;

    /** @param operation that the job does */
    Clone(Operation operation, Connection connection, VolumeCalls.Place original, String copy) {
        this.operation = operation;
        this.pools = connection.pools();
        this.volumes = connection.volumes();
        this.original = original;
        this.copy = new VolumeCalls.Place(original.pool(), copy);
    }

    /**
     * Makes it.
     *
     * @return its name
     * @throws CancellationException if somebody has cancelled: then it is gone again
     */
    String make(Task task) throws LibvirtError {
        PoolSummary pool = PoolSummary.of(pools.details(original.pool()));
        // what it cannot do at all libvirt says itself
        boolean possible = PoolAbilities.lacks(pool.type(), Operation.VOLUME_CLONE).isEmpty();
        if (possible) {
            pool = refreshed();
            refuseTaken();
        }
        String xml = volumes.xml(original.pool(), original.name());
        VolumeSummary summary = VolumeSummaries.of(original.name(), xml);
        if (possible) {
            requireRoom(CloneRoom.of(summary, pool), pool.name());
        }
        task.stopIfCancelled();
        long total = grows(summary, pool) ? summary.allocation() : 0;
        String made;
        try (Watch watch = Watch.of(copy.name(), () -> Volume.look(volumes, copy, written -> tell(written, total, task)))) {
            made = volumes.createFrom(original.pool(), CloneDocument.of(xml, copy.name()), original, 0);
        }
        if (task.cancelled()) {
            throw takenBack(made);
        }
        return made;
    }

    /**
     * Makes it as what there is to go back to, and has the job begin to change the original; otherwise as {@link #make}.
     *
     * @param look whether that may still be done, as copying may have taken long; fails if not, and then the clone stays
     */
    void before(Task task, Runnable look) throws LibvirtError {
        String made = make(task);
        task.bytes(0, 0);
        look.run();
        try {
            task.beginChanging();
        } catch (CancellationException cancelled) {
            throw takenBack(made);
        }
    }

    /** How much is free, and which files there are, libvirt knows of when it looked last. */
    private PoolSummary refreshed() throws LibvirtError {
        try {
            pools.refresh(original.pool());
        } catch (LibvirtError busy) {
            // it does not look while it makes another volume there; whatever else is wrong the calls that follow tell
        }
        return PoolSummary.of(pools.details(original.pool()));
    }

    private void refuseTaken() throws LibvirtError {
        try {
            volumes.xml(copy.pool(), copy.name());
        } catch (LibvirtError e) {
            if (e.code() == ErrorCode.NO_STORAGE_VOL) {
                return;
            }
            throw e;
        }
        throw failure("clone.taken", copy.name());
    }

    private void requireRoom(CloneRoom room, String pool) {
        if (!room.fits()) {
            throw failure("clone.no-room", copy.name(), room.takes(), room.free(), pool);
        }
    }

    /** What is allocated beforehand, or is a device, has its size from the beginning on. */
    private static boolean grows(VolumeSummary volume, PoolSummary pool) {
        return pool.hasFiles() && (!volume.raw() || volume.allocation() < volume.capacity());
    }

    /** What was compressed takes more afterwards than before: then nobody knows any more. */
    private static void tell(long written, long total, Task task) {
        task.bytes(written <= total ? written : 0, written <= total ? total : 0);
    }

    private RuntimeException takenBack(String made) {
        try {
            volumes.delete(copy.pool(), made);
            return new CancellationException();
        } catch (LibvirtError e) {
            return failure("clone.left", made, e.getMessage());
        }
    }

    private VirtException failure(String key, Object... arguments) {
        return VirtException.of(operation, original.name(), Message.of(Clone.class, key, arguments), Message.of(Clone.class, key + ".hint"), null);
    }
}
