package dev.virtworkbench.engine.jobs;

/** What cancelling a running job comes to. One that has not begun yet never begins. */
public enum Cancellation {
    /** The work itself ends, and what it made in part is removed or told about. */
    STOPS_WORK,
    /** libvirt has no way to stop the call: it goes on, only nobody waits for it any more. */
    STOPS_WAITING,
    /** libvirt has no way to stop the call: it goes on to its end, and what it has made is removed then. */
    TAKES_BACK,
    /** As long as it only looks it ends at once, with nothing done; from when it changes something it goes on to its end. */
    UNTIL_CHANGING;

    /** Whether who cancels waits until nothing is left of the work. */
    boolean clearsAway() {
        return this == STOPS_WORK || this == TAKES_BACK;
    }
}
