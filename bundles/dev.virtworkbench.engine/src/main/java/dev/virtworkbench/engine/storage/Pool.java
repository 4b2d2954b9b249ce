package dev.virtworkbench.engine.storage;

import dev.virtworkbench.engine.echo.Command;
import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.jobs.Cancellation;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.engine.libvirt.Connection;
import dev.virtworkbench.engine.libvirt.LibvirtError;
import dev.virtworkbench.engine.libvirt.PoolCalls;
import dev.virtworkbench.engine.libvirt.VolumeCalls;
import dev.virtworkbench.engine.session.Session;
import dev.virtworkbench.language.findings.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** A storage pool, by its UUID. The name is the one it had when it was looked up, for people and commands. */
public final class Pool {

    private static final int DELETE_NORMAL = 0;

    private final Session session;
    private final UUID uuid;
    private final String name;
    private final Patience patience;
    private final Supplier<List<Message>> refusals;

    Pool(Session session, UUID uuid, String name, Patience patience) {
        this(session, uuid, name, patience, List::of);
    }

    private Pool(Session session, UUID uuid, String name, Patience patience, Supplier<List<Message>> refusals) {
        this.patience = patience;
        this.session = session;
        this.uuid = uuid;
        this.name = name;
        this.refusals = refusals;
    }

    /**
     * The same pool, which building, stopping, deleting and undefining looks at first: within the job, right before libvirt is
     * called.
     *
     * @param refusals why it must not be done now; empty if it may. On a thread of the engine, and may take its time
     */
    public Pool unless(Supplier<List<Message>> refusals) {
        return new Pool(session, uuid, name, patience, refusals);
    }

    public UUID uuid() {
        return uuid;
    }

    public String name() {
        return name;
    }

    public Job<PoolSummary> summary() {
        return session.run(Operation.POOL_SUMMARY, name, Command.virsh("pool-info", name),
                connection -> PoolSummary.of(connection.pools().details(uuid)));
    }

    /**
     * Its document.
     *
     * @param inactive its configuration, which the next start takes, instead of what it runs with
     */
    public Job<String> xml(boolean inactive) {
        return session.run(Operation.POOL_XML, name,
                Command.virsh("pool-dumpxml", inactive ? List.of("--inactive") : List.of(), name),
                connection -> inactive ? connection.pools().configuration(uuid) : connection.pools().xml(uuid));
    }

    /** Makes the storage the pool stands for: a folder, a file system, a partition table. */
    public Job<Void> build(Existing existing) {
        return unless(Operation.POOL_BUILD,
                Command.virsh("pool-build", existing.option.isEmpty() ? List.of() : List.of(existing.option), name),
                pools -> pools.build(uuid, existing.buildFlag));
    }

    /** Waits for a minute at most: what does not answer may keep libvirt trying for ever, which is told as a failure. */
    public Job<Void> start() {
        return session.run(Operation.POOL_START, name, Command.virsh("pool-start", name), Cancellation.STOPS_WAITING, (connection, task) -> {
            patience.start(uuid, name, connection, task);
            return null;
        });
    }

    /** Has something done when libvirt has come back from a start that was not waited for. @return false, and nothing is done, if there is none */
    Job<Boolean> afterStart(Runnable then) {
        return session.run(Operation.POOL_SUMMARY, name, null, connection -> connection.starts().afterwards(uuid, then));
    }

    /** Stops it: the storage and its contents stay. A transient pool is gone then. */
    public Job<Void> stop() {
        return unless(Operation.POOL_STOP, Command.virsh("pool-destroy", name), pools -> pools.stop(uuid));
    }

    /** Makes libvirt look which volumes there are. */
    public Job<Void> refresh() {
        return act(Operation.POOL_REFRESH, Command.virsh("pool-refresh", name), pools -> pools.refresh(uuid));
    }

    /** Deletes the storage itself, with all that is in it. The pool has to be stopped, and stays defined. */
    public Job<Void> delete() {
        return unless(Operation.POOL_DELETE, Command.virsh("pool-delete", name), pools -> pools.delete(uuid, DELETE_NORMAL));
    }

    /** Makes libvirt forget the pool; its storage stays. */
    public Job<Void> undefine() {
        return unless(Operation.POOL_UNDEFINE, Command.virsh("pool-undefine", name), pools -> pools.undefine(uuid));
    }

    /** Whether it starts with the host. */
    public Job<Void> setAutostart(boolean on) {
        return act(Operation.POOL_AUTOSTART,
                Command.virsh("pool-autostart", on ? List.of() : List.of("--disable"), name),
                pools -> pools.setAutostart(uuid, on));
    }

    /** The names of its volumes: one call, quick for any number. The pool has to be active. */
    public Job<List<Volume>> volumes() {
        return session.run(Operation.VOLUME_LIST, name, Command.virsh("vol-list", name),
                connection -> connection.volumes().list(uuid).stream().map(entry -> volume(entry.name())).toList());
    }

    /** As {@link #volumes()}, for those who fill in later what is not {@linkplain VolumeSummary#described() described} yet. */
    public Job<List<VolumeSummary>> listedVolumes() {
        return session.run(Operation.VOLUME_LIST, name, Command.virsh("vol-list", name),
                connection -> connection.volumes().list(uuid).stream().map(entry -> VolumeSummary.listed(entry.name(), entry.key())).toList());
    }

    /**
     * All its volumes with what {@link VolumeSummary} says, a call each: cancelled, it makes no more of them. One that vanishes
     * meanwhile is left out.
     */
    public Job<List<VolumeSummary>> volumeSummaries() {
        return session.run(Operation.VOLUME_LIST, name, Command.virsh("vol-list", List.of("--details"), name),
                Cancellation.STOPS_WAITING, (connection, task) -> VolumeSummaries.of(connection.volumes(), uuid, session.spread(task)));
    }

    /** The same for volumes of these names only: for a few of many, which somebody looks at while all are read. */
    public Job<List<VolumeSummary>> volumeSummaries(List<String> names) {
        return session.run(Operation.VOLUME_LIST, name, null, Cancellation.STOPS_WAITING,
                (connection, task) -> VolumeSummaries.of(connection.volumes(), uuid, names, session.spread(task)));
    }

    /** What is where on the disk of an active pool of type {@code disk}. */
    public Job<PartitionTable> partitions() {
        return session.run(Operation.VOLUME_LIST, name, null, Cancellation.STOPS_WAITING, (connection, task) -> {
            List<String> volumes = new ArrayList<>();
            for (VolumeCalls.Description volume : connection.volumes().describe(uuid, session.spread(task))) {
                if (volume.failure() != null) {
                    throw volume.failure();
                }
                volumes.add(volume.xml());
            }
            return PartitionTable.of(connection.pools().xml(uuid), volumes);
        });
    }

    /** The volume of that name, whether there is one or not. */
    public Volume volume(String volume) {
        return new Volume(session, this, volume);
    }

    /**
     * Makes a volume. Fails before anything is made if it takes more at once than is free. libvirt cannot be stopped in it: after a
     * cancellation the volume is deleted as soon as it is made.
     *
     * @param xml a {@code <volume>} document
     */
    public Job<Volume> createVolume(String xml) {
        String volume = VolumeSummaries.nameIn(xml);
        return session.run(Operation.VOLUME_CREATE, volume, Command.virsh("vol-create", name, volume + ".xml"), Cancellation.TAKES_BACK,
                (connection, task) -> volume(creation(Operation.VOLUME_CREATE, connection, volume).make(xml, task)));
    }

    /**
     * Makes a volume with the contents of another, which may be in another pool and have another format. It is never smaller than the
     * other; libvirt 9.0.0 leaves a qcow2 one just as large, whatever capacity the document gives it. Room and cancellation are as of
     * {@link #createVolume(String)}.
     *
     * @param xml a {@code <volume>} document
     */
    public Job<Volume> createVolume(String xml, Volume original) {
        String volume = VolumeSummaries.nameIn(xml);
        return session.run(Operation.VOLUME_CREATE_FROM, volume,
                Command.virsh("vol-create-from", name, volume + ".xml", original.name(), original.pool().name()), Cancellation.TAKES_BACK,
                () -> original.refuse(Operation.VOLUME_CREATE_FROM, volume),
                (connection, task) -> volume(creation(Operation.VOLUME_CREATE_FROM, connection, volume).make(xml, original.place(), task)));
    }

    private Creation creation(Operation operation, Connection connection, String volume) {
        return new Creation(operation, volume, connection, new VolumeCalls.Place(uuid, volume));
    }

    private Job<Void> unless(Operation operation, Command command, PoolAct act) {
        return act(operation, command, () -> {
            List<Message> reasons = refusals.get();
            if (!reasons.isEmpty()) {
                throw VirtException.refused(operation, name, reasons);
            }
        }, act);
    }

    private Job<Void> act(Operation operation, Command command, PoolAct act) {
        return act(operation, command, () -> { }, act);
    }

    private Job<Void> act(Operation operation, Command command, Runnable before, PoolAct act) {
        return session.run(operation, name, command, Cancellation.STOPS_WAITING, before, (connection, task) -> {
            act.on(connection.pools());
            return null;
        });
    }

    /** A call that gives nothing back. */
    @FunctionalInterface
    private interface PoolAct {
        void on(PoolCalls pools) throws LibvirtError;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Pool that && uuid.equals(that.uuid) && session == that.session;
    }

    @Override
    public int hashCode() {
        return uuid.hashCode();
    }

    @Override
    public String toString() {
        return "pool " + name;
    }
}
