package dev.virtworkbench.explorer.files;

import dev.virtworkbench.engine.actions.DomainAction;
import dev.virtworkbench.engine.actions.PoolAction;
import dev.virtworkbench.engine.apply.Applied;
import dev.virtworkbench.engine.domains.Domain;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.engine.networks.Network;
import dev.virtworkbench.engine.storage.Pool;
import dev.virtworkbench.explorer.applying.Waiting;
import dev.virtworkbench.explorer.dialogs.Failure;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Starts what was defined, unless it runs already or is nothing to start. */
record Start(Host host) {

    /** On the UI thread. @return whether it runs now, or has nothing to run; a failure was told */
    boolean start(Applied applied) {
        try {
            return switch (applied.kind()) {
                case STORAGE_POOL -> {
                    Pool pool = host.pools().pool(applied.uuid(), applied.name());
                    yield unlessRunning(pool::summary, summary -> PoolAction.START.enabled(List.of(summary)), pool::start);
                }
                case DOMAIN -> {
                    Domain domain = host.domains().domain(applied.uuid(), applied.name());
                    yield unlessRunning(domain::summary, summary -> DomainAction.START.enabled(List.of(summary)), domain::start);
                }
                case NETWORK -> {
                    Network network = host.networks().network(applied.uuid(), applied.name());
                    yield unlessRunning(network::summary, summary -> !summary.active(), network::start);
                }
                default -> true;
            };
        } catch (VirtException e) {
            Failure.show(e);
            return false;
        }
    }

    private static <S> boolean unlessRunning(Supplier<Job<S>> summary, Predicate<S> startable, Supplier<Job<Void>> start) {
        Optional<S> now = Waiting.forResult(summary);
        if (now.isPresent() && startable.test(now.get())) {
            Waiting.forResult(start);
        }
        return now.isPresent();
    }
}
