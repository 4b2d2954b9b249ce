package dev.virtworkbench.engine.hosts;

import dev.virtworkbench.engine.errors.VirtException;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a host stands.
 *
 * @param failure why it is WAITING or FAILED
 * @param retryAt when a host that is WAITING is tried again
 */
public record HostStatus(HostState state, Optional<VirtException> failure, Optional<Instant> retryAt) {

    static HostStatus of(HostState state) {
        return new HostStatus(state, Optional.empty(), Optional.empty());
    }
}
