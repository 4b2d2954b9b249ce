package dev.virtworkbench.engine.storage;

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
 * A volume in the making, within one job. libvirt makes it in one call, in which it cannot be stopped and does not tell how far it is:
 * that is read off the new volume where it grows. Cancelled meanwhile, it is deleted again.
 */
final class Creation {

    /** One part in so many of what there is to write may be taken beyond it. */
    private static final int ROOM_AHEAD = 8;

    private final Operation operation;
    private final String object;
    private final Connection connection;
    private final PoolCalls pools;
    private final VolumeCalls volumes;
    private final VolumeCalls.Place place;

    /**
     * @param operation that the job does
     * @param object that the job does it to, for failures
     * @param place of the volume that is to be made
     */
    Creation(Operation operation, String object, Connection connection, VolumeCalls.Place place) {
        this.operation = operation;
        this.object = object;
        this.connection = connection;
        this.pools = connection.pools();
        this.volumes = connection.volumes();
        this.place = place;
    }

    /** Makes it of a document. @return its name */
    String make(String xml, Task task) throws LibvirtError {
        PoolSummary pool = pool();
        // to look again opens all that is there: only where there seems to be too little
        if (!NewRoom.of(xml, pool).fits()) {
            pool = refreshed();
            requireRoom(NewRoom.of(xml, pool), pool.name(), "create.no-room.hint");
        }
        return kept(volumes.create(place.pool(), xml, 0), task);
    }

    /** Makes it of a document and with the contents of another volume. @return its name */
    String make(String xml, VolumeCalls.Place original, Task task) throws LibvirtError {
        PoolSummary pool = pool();
        VolumeSummary source = VolumeSummaries.of(original.name(), volumes.xml(original.pool(), original.name()));
        if (NewRoom.told(pool)) {
            pool = refreshed();
            requireRoom(NewRoom.of(xml, source, pool), pool.name(), "create.no-room.hint");
        }
        task.stopIfCancelled();
        return copy(xml, original, pool.hasFiles() && !NewRoom.whole(xml, source) ? source.allocation() : 0, task);
    }

    /** Makes it. @param total bytes that it grows to, in sight; 0 where nobody knows */
    String copy(String xml, VolumeCalls.Place original, long total, Task task) throws LibvirtError {
        String made;
        try (Watch watch = Watch.of(place.name(), connection, open -> Volume.look(open.volumes(), place, written -> tell(written, total, task)))) {
            made = volumes.createFrom(place.pool(), xml, original, 0);
        }
        return kept(made, task);
    }

    PoolSummary pool() throws LibvirtError {
        return PoolSummary.of(pools.details(place.pool()));
    }

    /** How much is free, and which files there are, libvirt knows of when it looked last. */
    PoolSummary refreshed() throws LibvirtError {
        try {
            pools.refresh(place.pool());
        } catch (LibvirtError busy) {
            // it does not look while it makes another volume there; whatever else is wrong the calls that follow tell
        }
        return pool();
    }

    /** @param hint what to do where there is none */
    void requireRoom(CloneRoom room, String pool, String hint) {
        if (!room.fits()) {
            throw failure(Message.of(Creation.class, "clone.no-room", place.name(), room.takes(), room.free(), pool), hint);
        }
    }

    /** Deletes what was made. @return what the job ends with */
    RuntimeException takenBack(String made) {
        try {
            volumes.delete(place.pool(), made);
            return new CancellationException();
        } catch (LibvirtError e) {
            return failure(Message.of(Creation.class, "clone.left", made, e.getMessage()), "clone.left.hint");
        }
    }

    VirtException failure(Message why, String hint) {
        return VirtException.of(operation, object, why, Message.of(Creation.class, hint), null);
    }

    private String kept(String made, Task task) {
        if (task.cancelled()) {
            throw takenBack(made);
        }
        return made;
    }

    /** File systems take a little more ahead of what is written; what was compressed takes far more afterwards than before: then nobody knows any more. */
    private static void tell(long written, long total, Task task) {
        boolean known = written <= total + total / ROOM_AHEAD;
        task.bytes(known ? Math.min(written, total) : 0, known ? total : 0);
    }
}
