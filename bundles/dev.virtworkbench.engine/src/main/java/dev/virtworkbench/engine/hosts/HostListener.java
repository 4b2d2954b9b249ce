package dev.virtworkbench.engine.hosts;

import dev.virtworkbench.engine.libvirt.ObjectEvent;

/** Told what happens to a host and its objects, in order, on the engine's one telling thread: return soon. */
public interface HostListener {

    /** The host's {@link Host#status()} changed. */
    default void statusChanged(Host host) {
    }

    /** An object appeared, changed its state or went. Told by libvirt, whoever did it. */
    default void objectChanged(Host host, ObjectEvent event) {
    }
}
