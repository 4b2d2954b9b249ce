package dev.virtworkbench.engine.jobs;

/** Where a job stands. */
public enum JobState {
    /** It waits for a thread. */
    WAITING,
    RUNNING,
    /** It changes something and cannot be cancelled any more. */
    CHANGING,
    /** It was asked to stop and is clearing away what it made. */
    CANCELLING,
    DONE,
    FAILED,
    CANCELLED;

    /** Whether nothing will change any more. */
    public boolean finished() {
        return this == DONE || this == FAILED || this == CANCELLED;
    }
}
