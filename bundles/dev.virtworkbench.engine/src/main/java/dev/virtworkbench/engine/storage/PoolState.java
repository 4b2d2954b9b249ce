package dev.virtworkbench.engine.storage;

import java.util.List;

/** {@code virStoragePoolState}. */
public enum PoolState {
    INACTIVE,
    BUILDING,
    RUNNING,
    /** It works, but something of it is broken. */
    DEGRADED,
    /** It runs, but its storage cannot be reached. */
    INACCESSIBLE;

    private static final List<PoolState> BY_NUMBER = List.of(values());

    static PoolState of(int number) {
        return number >= 0 && number < BY_NUMBER.size() ? BY_NUMBER.get(number) : INACCESSIBLE;
    }

    /** Whether it was started, so that it has volumes. */
    public boolean active() {
        return this == RUNNING || this == DEGRADED || this == INACCESSIBLE;
    }
}
