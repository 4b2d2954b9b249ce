package dev.virtworkbench.engine.storage;

import dev.virtworkbench.engine.echo.Command;
import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.jobs.Cancellation;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.engine.libvirt.PoolCalls;
import dev.virtworkbench.engine.libvirt.VolumeCalls;
import dev.virtworkbench.engine.session.Session;
import dev.virtworkbench.language.findings.Message;
import dev.virtworkbench.language.syntax.XmlTree;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;

/** The storage pools of a host. */
public final class Pools {

    private static final int DEFINE_VALIDATE = 1;
    /** libvirtd 9.0.0 dies of looking for targets of this type where a portal has several; those of the other type are the same. */
    private static final String ISCSI_DIRECT = "iscsi-direct";
    private static final String ISCSI = "iscsi";

    private final Session session;
    private final Patience patience;

    public Pools(Session session) {
        this(session, Patience.USUAL);
    }

    private Pools(Session session, Patience patience) {
        this.session = session;
        this.patience = patience;
    }

    /** The same pools, whose starts are waited for that long instead of a minute. */
    public Pools waiting(Duration most) {
        return new Pools(session, new Patience(most));
    }

    /** All pools, active or not, in libvirt's order. */
    public Job<List<PoolSummary>> list() {
        return session.run(Operation.POOL_LIST, session.uri(), Command.virsh("pool-list", List.of("--all", "--details")),
                connection -> connection.pools().list().stream().map(PoolSummary::of).toList());
    }

    /** The pool with that UUID, whether there is one or not. */
    public Pool pool(UUID uuid, String name) {
        return new Pool(session, uuid, name, patience);
    }

    public Pool pool(PoolSummary summary) {
        return pool(summary.uuid(), summary.name());
    }

    /** The pool of that name. */
    public Job<Pool> lookup(String name) {
        return session.run(Operation.POOL_LOOKUP, name, Command.virsh("pool-info", name),
                connection -> pool(connection.pools().lookup(name)));
    }

    /**
     * Defines a pool, or changes the configuration of the one with that name and UUID. It is not started.
     *
     * @param xml a {@code <pool>} document
     * @param validate whether libvirt shall judge it by its schema first, which refuses unknown elements
     */
    public Job<Pool> define(String xml, boolean validate) {
        String name = nameIn(xml);
        return session.run(Operation.POOL_DEFINE, name,
                Command.virsh("pool-define", validate ? List.of("--validate") : List.of(), name + ".xml"),
                connection -> pool(connection.pools().define(xml, validate ? DEFINE_VALIDATE : 0)));
    }

    /**
     * Defines, builds and starts a new pool. If a step fails, the pool is stopped and forgotten again, so that a better document
     * can be tried; storage that was built stays. One that was there before is refused, whatever its UUID. Cancelled, or when its start
     * takes more than a minute, it is not waited for: a mount of a server that is dead takes minutes, and what was done is taken back after it.
     */
    public Job<Pool> make(NewPool wanted) {
        String name = nameIn(wanted.xml());
        return session.start(Operation.POOL_DEFINE, name, Cancellation.STOPS_WAITING, task -> {
            refuseTaken(name);
            Pool pool = define(wanted.xml(), wanted.validate()).await();
            int done = 0;
            try {
                task.progress(++done, wanted.steps());
                if (wanted.build().isPresent()) {
                    task.stopIfCancelled();
                    pool.build(wanted.build().get()).await();
                    task.progress(++done, wanted.steps());
                }
                if (wanted.start()) {
                    task.stopIfCancelled();
                    pool.start().await();
                    // nobody waits for it any more: nobody wants it
                    task.stopIfCancelled();
                    task.progress(++done, wanted.steps());
                }
                if (wanted.autostart()) {
                    pool.setAutostart(true).await();
                }
                return pool;
            } catch (VirtException | CancellationException e) {
                boolean late = takeBack(pool, e);
                throw late && e instanceof VirtException failure ? failure.advising(Message.of(Pools.class, "start.late.made")) : e;
            }
        });
    }

    /** @return whether libvirt still tries to start it: then it is taken back after that */
    private static boolean takeBack(Pool pool, Exception why) {
        boolean late = false;
        try {
            late = pool.afterStart(() -> forget(pool, why)).await();
        } catch (VirtException e) {
            why.addSuppressed(e);
        }
        if (!late) {
            forget(pool, why);
        }
        return late;
    }

    /** A document with the UUID of a pool that is there would change that one. */
    private void refuseTaken(String name) {
        if (list().await().stream().anyMatch(pool -> pool.name().equals(name))) {
            throw VirtException.of(Operation.POOL_DEFINE, name, Message.of(Pools.class, "taken"),
                    Message.of(Pools.class, "taken.hint"), null);
        }
    }

    private static void forget(Pool pool, Exception why) {
        try {
            if (pool.summary().await().state().active()) {
                pool.stop().await();
            }
            pool.undefine().await();
        } catch (VirtException e) {
            why.addSuppressed(e);
        }
    }

    /** Builds nothing, starts a pool that is gone when it is stopped; waits as {@link Pool#start}. */
    public Job<Pool> createTransient(String xml) {
        String name = nameIn(xml);
        return create(xml, name, Command.virsh("pool-create", name + ".xml"), 0);
    }

    /** Builds the storage and starts a pool that is gone when it is stopped; waits as {@link Pool#start}. */
    public Job<Pool> createTransient(String xml, Existing existing) {
        String name = nameIn(xml);
        List<String> options = existing == Existing.LEAVE ? List.of("--build")
                : List.of("--build", existing.option);
        return create(xml, name, Command.virsh("pool-create", options, name + ".xml"), existing.createFlag);
    }

    private Job<Pool> create(String xml, String name, Command command, int flags) {
        return session.run(Operation.POOL_CREATE, name, command, Cancellation.STOPS_WAITING, 
                (connection, task) -> pool(patience.create(xml, flags, name, connection, task)));
    }

    /**
     * What the host could make a pool of.
     *
     * @param type as in {@code logical}
     * @param specification a {@code <source>} document that narrows the search; null for none
     * @return a {@code <sources>} document
     */
    public Job<String> sources(String type, String specification) {
        Command command = specification == null ? Command.virsh("find-storage-pool-sources", type)
                : Command.virsh("find-storage-pool-sources", type, "source.xml");
        return session.run(Operation.POOL_SOURCES, type, command,
                connection -> connection.pools().sources(type, specification));
    }

    /** The same, read. */
    public Job<List<PoolSource>> find(String type, String specification) {
        boolean direct = type.equals(ISCSI_DIRECT);
        return session.start(Operation.POOL_SOURCES, type, Cancellation.STOPS_WAITING, task -> PoolSource.in(
                sources(direct ? ISCSI : type, direct ? withoutInitiator(specification) : specification).await()));
    }

    /** For iSCSI by the kernel the host would have to have an interface of that name. */
    private static String withoutInitiator(String specification) {
        return XmlTree.parse(specification).root().flatMap(root -> root.element("initiator"))
                .map(initiator -> new StringBuilder(specification).delete(initiator.span().start(), initiator.span().end()).toString())
                .orElse(specification);
    }

    /** The volume with that path on the host. Only active pools are looked at. */
    public Job<Volume> volumeByPath(String path) {
        return session.run(Operation.VOLUME_LOOKUP, path, Command.virsh("vol-pool", path), connection -> {
            VolumeCalls.Place place = connection.volumes().lookupByPath(path);
            return pool(connection.pools().details(place.pool())).volume(place.name());
        });
    }

    private Pool pool(PoolCalls.Details details) {
        return pool(details.uuid(), details.name());
    }

    private static String nameIn(String xml) {
        return XmlTree.parse(xml).root().flatMap(root -> root.element("name")).map(name -> name.text().strip()).orElse("");
    }
}
