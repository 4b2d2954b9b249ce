package dev.virtworkbench.engine.domains;

import dev.virtworkbench.engine.libvirt.DomainCalls;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * A domain at one moment.
 *
 * @param id libvirt's number for it while it runs
 * @param persistent whether it stays defined when it ends
 * @param saved whether libvirt keeps a saved memory of it, which its next start goes on from
 */
public record DomainSummary(UUID uuid, String name, OptionalInt id, DomainState state, boolean autostart,
        boolean persistent, boolean saved) {

    static DomainSummary of(DomainCalls.Details details) {
        return new DomainSummary(details.uuid(), details.name(),
                details.id() < 0 ? OptionalInt.empty() : OptionalInt.of(details.id()), DomainState.of(details.state()),
                details.autostart(), details.persistent(), details.saved());
    }
}
