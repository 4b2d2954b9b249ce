package dev.virtworkbench.engine.actions;

import dev.virtworkbench.engine.hosts.HostState;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** What can be done to hosts. */
public enum HostAction {
    CONNECT(HostState.DISCONNECTED, HostState.WAITING, HostState.FAILED),
    /** Also ends trying to connect. */
    DISCONNECT(HostState.CONNECTED, HostState.CONNECTING, HostState.WAITING);

    private final Set<HostState> fit;

    HostAction(HostState first, HostState... others) {
        fit = EnumSet.of(first, others);
    }

    /** Whether it can be done to each of them as they are; never to none. */
    public boolean enabled(Collection<HostState> hosts) {
        return !hosts.isEmpty() && fit.containsAll(hosts);
    }
}
