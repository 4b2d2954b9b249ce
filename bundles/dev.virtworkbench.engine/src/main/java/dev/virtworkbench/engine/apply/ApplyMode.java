package dev.virtworkbench.engine.apply;

/** Which of libvirt's two calls gets a document. */
public enum ApplyMode {
    /** It is kept as the object's configuration. What runs is not started, stopped or changed by that. */
    DEFINE,
    /**
     * It is started as it is and kept nowhere, so that it is gone when it stops. An object that is defined and does not run is
     * started with it once, and stays defined as it was.
     */
    CREATE
}
