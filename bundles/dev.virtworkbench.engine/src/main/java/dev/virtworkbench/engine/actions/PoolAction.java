package dev.virtworkbench.engine.actions;

import dev.virtworkbench.engine.domains.Domains;
import dev.virtworkbench.engine.domains.ImageUse;
import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.images.Images;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.engine.storage.PoolAbilities;
import dev.virtworkbench.engine.storage.PoolState;
import dev.virtworkbench.engine.storage.PoolSummary;
import dev.virtworkbench.language.findings.Message;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What can be done to storage pools. */
public enum PoolAction {
    BUILD(Operation.POOL_BUILD, Needs.PERSISTENT, Needs.STOPPED),
    START(Operation.POOL_START, Needs.PERSISTENT, Needs.INACTIVE),
    STOP(Operation.POOL_STOP, Needs.ACTIVE),
    REFRESH(Operation.POOL_REFRESH, Needs.ACTIVE),
    AUTOSTART_ON(Operation.POOL_AUTOSTART, Needs.PERSISTENT, new Need<>("manual", pool -> !pool.autostart())),
    AUTOSTART_OFF(Operation.POOL_AUTOSTART, Needs.PERSISTENT, new Need<>("autostart", PoolSummary::autostart)),
    /** Destroys what is in it. */
    DELETE(Operation.POOL_DELETE, Needs.PERSISTENT, Needs.INACTIVE),
    UNDEFINE(Operation.POOL_UNDEFINE, Needs.PERSISTENT, Needs.INACTIVE),
    CREATE_VOLUME(Operation.VOLUME_CREATE, Needs.ACTIVE, new Need<>("sound", pool -> pool.state() == PoolState.RUNNING));

    private final Operation operation;
    private final List<Need<PoolSummary>> needs;

    /** Those that several have. */
    private static final class Needs {
        static final Need<PoolSummary> PERSISTENT = new Need<>("persistent", PoolSummary::persistent);
        static final Need<PoolSummary> ACTIVE = new Need<>("active", pool -> pool.state().active());
        static final Need<PoolSummary> STOPPED = new Need<>("inactive", pool -> !pool.state().active());
        static final Need<PoolSummary> INACTIVE = new Need<>("inactive", pool -> pool.state() == PoolState.INACTIVE);
    }

    @SafeVarargs
    PoolAction(Operation operation, Need<PoolSummary>... needs) {
        this.operation = operation;
        this.needs = List.of(needs);
    }

    /** Whether it can be done to each of them, as they are and by what libvirt can do with their types; never to none. */
    public boolean enabled(Collection<PoolSummary> pools) {
        return !pools.isEmpty() && pools.stream().allMatch(pool -> obstacle(pool).isEmpty());
    }

    /** Why it cannot be done to a pool: what libvirt cannot do with its type, or the state it is in. Empty if it can. */
    public Optional<Message> obstacle(PoolSummary pool) {
        return PoolAbilities.lacks(pool.type(), operation).or(() -> Need.lacking(needs, pool, pool.name()));
    }

    /**
     * Looks who uses what, as far as {@link #refusals} and the {@link Loss} of this action need it: destroying storage concerns
     * images of any pool and beside them, stopping the volumes of these pools, and undefining nothing but who names them.
     *
     * @param images of the same host
     * @param pools those that it is about to be done to
     */
    public Job<ImageUse> look(Domains domains, Images images, Set<UUID> pools) {
        return destroys() ? images.use() : domains.imageUse(this == STOP ? pools : Set.of());
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
