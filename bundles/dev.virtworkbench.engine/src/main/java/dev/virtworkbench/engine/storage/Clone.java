package dev.virtworkbench.engine.storage;

import dev.virtworkbench.engine.errors.ErrorCode;
import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.jobs.Task;
import dev.virtworkbench.engine.libvirt.Connection;
import dev.virtworkbench.engine.libvirt.LibvirtError;
import dev.virtworkbench.engine.libvirt.PoolCalls;
import dev.virtworkbench.engine.libvirt.VolumeCalls;
import dev.virtworkbench.language.findings.Message;
import java.util.concurrent.CancellationException;

/**
 * A volume of the same pool with the contents of another, in the making, within one job. Cancelled meanwhile, it is deleted again.
 */
final class Clone {

    private final PoolCalls pools;
    private final VolumeCalls volumes;
    private final VolumeCalls.Place original;
    private final VolumeCalls.Place copy;
    private final Creation creation;

    /** @param operation that the job does */
    Clone(Operation operation, Connection connection, VolumeCalls.Place original, String copy) {
        this.pools = connection.pools();
        this.volumes = connection.volumes();
        this.original = original;
        this.copy = new VolumeCalls.Place(original.pool(), copy);
        this.creation = new Creation(operation, original.name(), connection, this.copy);
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
            pool = creation.refreshed();
            refuseTaken();
        }
        String xml = volumes.xml(original.pool(), original.name());
        VolumeSummary summary = VolumeSummaries.of(original.name(), xml);
        if (possible) {
            creation.requireRoom(CloneRoom.of(summary, pool), pool.name(), "clone.no-room.hint");
        }
        task.stopIfCancelled();
        return creation.copy(CloneDocument.of(xml, copy.name()), original, grows(summary, pool) ? summary.allocation() : 0, task);
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
            throw creation.takenBack(made);
        }
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
        throw creation.failure(Message.of(Clone.class, "clone.taken", copy.name()), "clone.taken.hint");
    }

    /** What is allocated beforehand, or is a device, has its size from the beginning on. */
    private static boolean grows(VolumeSummary volume, PoolSummary pool) {
        return pool.hasFiles() && (!volume.raw() || volume.allocation() < volume.capacity());
    }
}
