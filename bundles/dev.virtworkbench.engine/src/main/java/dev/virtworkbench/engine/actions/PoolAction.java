package dev.virtworkbench.engine.actions;

import dev.virtworkbench.engine.domains.Domains;
import dev.virtworkbench.engine.domains.ImageUse;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.engine.storage.PoolState;
import dev.virtworkbench.engine.storage.PoolSummary;
import dev.virtworkbench.language.findings.Message;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** What can be done to storage pools. */
public enum PoolAction {
    BUILD(pool -> !pool.state().active() && pool.persistent()),
    START(pool -> pool.state() == PoolState.INACTIVE && pool.persistent()),
    STOP(pool -> pool.state().active()),
    REFRESH(pool -> pool.state().active()),
    AUTOSTART_ON(pool -> pool.persistent() && !pool.autostart()),
    AUTOSTART_OFF(pool -> pool.persistent() && pool.autostart()),
    /** Destroys what is in it. */
    DELETE(pool -> pool.state() == PoolState.INACTIVE && pool.persistent()),
    UNDEFINE(pool -> pool.state() == PoolState.INACTIVE && pool.persistent()),
    CREATE_VOLUME(pool -> pool.state() == PoolState.RUNNING);

    private final Predicate<PoolSummary> fits;

    PoolAction(Predicate<PoolSummary> fits) {
        this.fits = fits;
    }

    /** Whether it can be done to each of them as they are; never to none. */
    public boolean enabled(Collection<PoolSummary> pools) {
        return !pools.isEmpty() && pools.stream().allMatch(fits);
    }

    /**
     * Looks who uses what, as far as {@link #refusals} and the {@link Loss} of this action need it: destroying storage concerns
     * images of any pool, stopping the volumes of these pools, and undefining nothing but who names them.
     *
     * @param pools those that it is about to be done to
     */
    public Job<ImageUse> look(Domains domains, Set<UUID> pools) {
        return destroys() ? domains.imageUse() : domains.imageUse(this == STOP ? pools : Set.of());
    }

    /** Whether {@link #refusals} may have any. */
    public boolean refusable() {
        return destroys() || this == STOP;
    }

    private boolean destroys() {
        return this == DELETE || this == BUILD;
    }

    /**
     * Why it must not be done: the domains with disks in the pool and the images elsewhere that build on its. libvirt itself
     * does not look. What destroys the storage is refused while anybody needs it, also a domain that does not run; stopping
     * while a running domain names the pool, or has a disk that is gone without it.
     *
     * @param use what {@link #look} has just found
     * @return a reason each; empty if nothing is in the way. For {@link #BUILD} those that formatting anew has
     */
    public List<Message> refusals(PoolSummary pool, ImageUse use) {
        List<Message> reasons = new ArrayList<>();
        for (ImageUse.InPool user : use.pool(pool.name())) {
            if (destroys() || this == STOP && user.running() && (user.byName() || use.goesWithPool(pool.name()))) {
                String key = user.running() ? "pool-used-running" : "pool-used";
                reasons.add(Message.of(PoolAction.class, key, pool.name(), user.domain(), user.target()));
            }
        }
        if (destroys()) {
            use.childrenElsewhere(pool.name())
                    .forEach(child -> reasons.add(Message.of(PoolAction.class, "pool-backing", pool.name(), child)));
        }
        return reasons;
    }
}
