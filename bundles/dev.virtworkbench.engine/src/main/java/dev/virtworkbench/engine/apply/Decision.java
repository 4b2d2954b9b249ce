package dev.virtworkbench.engine.apply;

/** What a person can say to a plan that asks. */
public enum Decision {
    /** Nothing helps but another text. */
    NONE,
    /** Go on although the schema or a rule speaks against it: without libvirt's own validation. */
    WITHOUT_VALIDATION,
    /** Replace what somebody else changed since the object was opened. */
    OVERWRITE,
    /** Make a volume smaller: what is behind its new end is lost. */
    SHRINK
}
