package dev.virtworkbench.engine.actions;

import dev.virtworkbench.engine.networks.NetworkSummary;
import dev.virtworkbench.language.findings.Message;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What can be done to virtual networks. */
public enum NetworkAction {
    START(Needs.PERSISTENT, Needs.INACTIVE),
    /** Cuts off the domains that are on it; a transient network is gone then. */
    STOP(new Need<>("active", NetworkSummary::active)),
    AUTOSTART_ON(Needs.PERSISTENT, new Need<>("manual", network -> !network.autostart())),
    AUTOSTART_OFF(Needs.PERSISTENT, new Need<>("autostart", NetworkSummary::autostart)),
    UNDEFINE(Needs.PERSISTENT, Needs.INACTIVE);

    private final List<Need<NetworkSummary>> needs;

    /** Those that several have. */
    private static final class Needs {
        static final Need<NetworkSummary> PERSISTENT = new Need<>("persistent", NetworkSummary::persistent);
        static final Need<NetworkSummary> INACTIVE = new Need<>("inactive", network -> !network.active());
    }

    @SafeVarargs
    NetworkAction(Need<NetworkSummary>... needs) {
        this.needs = List.of(needs);
    }

    /** Whether it can be done to each of them as they are; never to none. */
    public boolean enabled(Collection<NetworkSummary> networks) {
        return !networks.isEmpty() && networks.stream().allMatch(network -> obstacle(network).isEmpty());
    }

    /** Why it cannot be done to a network as it is; empty if it can. */
    public Optional<Message> obstacle(NetworkSummary network) {
        return Need.lacking(needs, network, network.name());
    }
}
