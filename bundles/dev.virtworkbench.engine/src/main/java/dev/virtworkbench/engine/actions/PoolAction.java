package dev.virtworkbench.engine.actions;

import dev.virtworkbench.engine.storage.PoolState;
import dev.virtworkbench.engine.storage.PoolSummary;
import java.util.Collection;
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
}
