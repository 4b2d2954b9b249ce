package dev.virtworkbench.engine.actions;

import dev.virtworkbench.engine.networks.NetworkSummary;
import java.util.Collection;
import java.util.function.Predicate;

/** What can be done to virtual networks. */
public enum NetworkAction {
    START(network -> !network.active() && network.persistent()),
    /** Cuts off the domains that are on it; a transient network is gone then. */
    STOP(NetworkSummary::active),
    AUTOSTART_ON(network -> network.persistent() && !network.autostart()),
    AUTOSTART_OFF(network -> network.persistent() && network.autostart()),
    UNDEFINE(network -> !network.active() && network.persistent());

    private final Predicate<NetworkSummary> fits;

    NetworkAction(Predicate<NetworkSummary> fits) {
        this.fits = fits;
    }

    /** Whether it can be done to each of them as they are; never to none. */
    public boolean enabled(Collection<NetworkSummary> networks) {
        return !networks.isEmpty() && networks.stream().allMatch(fits);
    }
}
