package dev.virtworkbench.engine.actions;

import dev.virtworkbench.engine.domains.Domains;
import dev.virtworkbench.engine.domains.ImageUse;
import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.engine.storage.PoolAbilities;
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
    BUILD(Operation.POOL_BUILD, pool -> !pool.state().active() && pool.persistent()),
    START(Operation.POOL_START, pool -> pool.state() == PoolState.INACTIVE && pool.persistent()),
    STOP(Operation.POOL_STOP, pool -> pool.state().active()),
    REFRESH(Operation.POOL_REFRESH, pool -> pool.state().active()),
    AUTOSTART_ON(Operation.POOL_AUTOSTART, pool -> pool.persistent() && !pool.autostart()),
    AUTOSTART_OFF(Operation.POOL_AUTOSTART, pool -> pool.persistent() && pool.autostart()),
    /** Destroys what is in it. */
    DELETE(Operation.POOL_DELETE, pool -> pool.state() == PoolState.INACTIVE && pool.persistent()),
    UNDEFINE(Operation.POOL_UNDEFINE, pool -> pool.state() == PoolState.INACTIVE && pool.persistent()),
    CREATE_VOLUME(Operation.VOLUME_CREATE, pool -> pool.state() == PoolState.RUNNING);

    private final Predicate<PoolSummary> fits;

    PoolAction(Operation operation, Predicate<PoolSummary> state) {
        fits = pool -> state.test(pool) && PoolAbilities.lacks(pool.type(), operation).isEmpty();
    }

    /** Whether it can be done to each of them, as they are and by what libvirt can do with their types; never to none. */
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
