package dev.virtworkbench.engine.domains;

import java.util.List;

/** {@code virDomainState}. */
public enum DomainState {
    UNKNOWN, RUNNING, BLOCKED, PAUSED, SHUTTING_DOWN, SHUT_OFF, CRASHED, SUSPENDED;

    private static final List<DomainState> BY_NUMBER = List.of(values());

    static DomainState of(int number) {
        return number >= 0 && number < BY_NUMBER.size() ? BY_NUMBER.get(number) : UNKNOWN;
    }

    /** Whether it has a process on the host, be it paused. */
    public boolean active() {
        return this != SHUT_OFF && this != CRASHED && this != UNKNOWN;
    }
}
