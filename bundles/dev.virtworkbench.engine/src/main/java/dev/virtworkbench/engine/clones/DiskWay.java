package dev.virtworkbench.engine.clones;

/** What a clone has for a disk of its original. */
public enum DiskWay {
    /** A volume of its own with the same contents, which needs no other. */
    COPY,
    /** An image that has nothing yet but what it builds on: the original's, which nobody may write to from then on. */
    LINK,
    /** The same image as the original; an empty drive likewise. */
    SHARE,
    /** Nothing. */
    OMIT
}
