package dev.virtworkbench.engine.hosts;

/** Whether a host can be used. */
public enum HostState {
    /** Nobody wants it connected. */
    DISCONNECTED,
    CONNECTING,
    CONNECTED,
    /** It was lost or did not answer; the next try is at {@link HostStatus#retryAt()}. */
    WAITING,
    /** It will not connect until somebody changes something and connects again. */
    FAILED
}
