package dev.virtworkbench.engine.actions;

import dev.virtworkbench.engine.domains.DomainState;
import dev.virtworkbench.engine.domains.DomainSummary;
import dev.virtworkbench.language.findings.Message;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What can be done to domains. */
public enum DomainAction {
    START(Needs.PERSISTENT, new Need<>("off", domain -> !domain.state().active())),
    SHUTDOWN(Needs.ACTIVE, Needs.NOT_PAUSED, Needs.RUNNING),
    /** Loses what the guest has not written yet. */
    DESTROY(Needs.ACTIVE),
    SUSPEND(Needs.ACTIVE, Needs.NOT_PAUSED, Needs.RUNNING),
    RESUME(Needs.ACTIVE, new Need<>("paused", domain -> domain.state() == DomainState.PAUSED)),
    REBOOT(Needs.ACTIVE, Needs.NOT_PAUSED, Needs.RUNNING),
    AUTOSTART_ON(Needs.PERSISTENT, new Need<>("manual", domain -> !domain.autostart())),
    AUTOSTART_OFF(Needs.PERSISTENT, new Need<>("autostart", DomainSummary::autostart)),
    UNDEFINE(Needs.PERSISTENT),
    /** Of one that is not off, asking for it says what to do instead. */
    CLONE(),
    /** Into a file that somebody names. */
    SAVE(Needs.ACTIVE),
    /** Where libvirt keeps it: what is gone when it ends it keeps nothing of. */
    SAVE_STATE(Needs.PERSISTENT, Needs.ACTIVE),
    DISCARD_STATE(new Need<>("saved", DomainSummary::saved)),
    CONSOLE(Needs.ACTIVE),
    SCREENSHOT(Needs.ACTIVE),
    /** Work on a disk that QEMU does while the guest uses it. */
    DISK_JOB(Needs.ACTIVE),
    /** Of one that is forgotten when it ends there would be nothing to keep the new place in. */
    MOVE_DISK(Needs.PERSISTENT),
    BOOT_ORDER(Needs.PERSISTENT);

    private final List<Need<DomainSummary>> needs;

    /** Those that several have. */
    private static final class Needs {
        static final Need<DomainSummary> PERSISTENT = new Need<>("persistent", DomainSummary::persistent);
        static final Need<DomainSummary> ACTIVE = new Need<>("active", domain -> domain.state().active());
        static final Need<DomainSummary> NOT_PAUSED = new Need<>("resumed", domain -> domain.state() != DomainState.PAUSED);
        static final Need<DomainSummary> RUNNING = new Need<>("running",
                domain -> domain.state() == DomainState.RUNNING || domain.state() == DomainState.BLOCKED);
    }

    @SafeVarargs
    DomainAction(Need<DomainSummary>... needs) {
        this.needs = List.of(needs);
    }

    /** Whether it can be done to each of them as they are; never to none. */
    public boolean enabled(Collection<DomainSummary> domains) {
        return !domains.isEmpty() && domains.stream().allMatch(domain -> obstacle(domain).isEmpty());
    }

    /** Why it cannot be done to a domain as it is; empty if it can. */
    public Optional<Message> obstacle(DomainSummary domain) {
        return Need.lacking(needs, domain, domain.name());
    }
}
