package dev.virtworkbench.engine.libvirt;

import dev.virtworkbench.engine.errors.ObjectKind;
import java.util.UUID;

/**
 * Something happened to an object.
 *
 * @param kind POOL, DOMAIN, NETWORK or SECRET; libvirt has no events for volumes
 * @param name its name then
 */
public record ObjectEvent(ObjectKind kind, UUID uuid, String name, Change change) {

    /** What happened. */
    public enum Change {
        DEFINED, UNDEFINED, STARTED, STOPPED, CREATED, DELETED, SUSPENDED, RESUMED,
        /** A pool looked for its volumes again. */
        REFRESHED,
        /** A running domain got or lost a device, or a job on one of its disks ended or became ready. */
        DEVICES,
        OTHER
    }
}
