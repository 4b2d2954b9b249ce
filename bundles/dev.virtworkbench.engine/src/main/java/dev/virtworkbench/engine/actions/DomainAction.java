package dev.virtworkbench.engine.actions;

import dev.virtworkbench.engine.domains.DomainState;
import dev.virtworkbench.engine.domains.DomainSummary;
import java.util.Collection;
import java.util.function.Predicate;

/** What can be done to domains. */
public enum DomainAction {
    START(domain -> !domain.state().active() && domain.persistent()),
    SHUTDOWN(domain -> domain.state() == DomainState.RUNNING || domain.state() == DomainState.BLOCKED),
    /** Loses what the guest has not written yet. */
    DESTROY(domain -> domain.state().active()),
    SUSPEND(domain -> domain.state() == DomainState.RUNNING || domain.state() == DomainState.BLOCKED),
    RESUME(domain -> domain.state() == DomainState.PAUSED),
    REBOOT(domain -> domain.state() == DomainState.RUNNING || domain.state() == DomainState.BLOCKED),
    AUTOSTART_ON(domain -> domain.persistent() && !domain.autostart()),
    AUTOSTART_OFF(domain -> domain.persistent() && domain.autostart()),
    UNDEFINE(DomainSummary::persistent),
    CONSOLE(domain -> domain.state().active()),
    SCREENSHOT(domain -> domain.state().active());

    private final Predicate<DomainSummary> fits;

    DomainAction(Predicate<DomainSummary> fits) {
        this.fits = fits;
    }

    /** Whether it can be done to each of them as they are; never to none. */
    public boolean enabled(Collection<DomainSummary> domains) {
        return !domains.isEmpty() && domains.stream().allMatch(fits);
    }
}
