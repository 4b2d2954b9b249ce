package dev.virtworkbench.engine.storage;

import dev.virtworkbench.engine.echo.Command;
import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.jobs.Cancellation;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.engine.libvirt.LibvirtError;
import dev.virtworkbench.engine.libvirt.Transfer;
import dev.virtworkbench.engine.libvirt.VolumeCalls;
import dev.virtworkbench.engine.session.Session;
import dev.virtworkbench.engine.session.Watch;
import dev.virtworkbench.language.findings.Message;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/** A volume, by its pool and name. */
public final class Volume {

    /** VIR_STORAGE_VOL_RESIZE_SHRINK. */
    private static final int SHRINK = 4;

    private final Session session;
    private final Pool pool;
    private final String name;
    private final Supplier<List<Message>> refusals;

    Volume(Session session, Pool pool, String name) {
        this(session, pool, name, List::of);
    }

    private Volume(Session session, Pool pool, String name, Supplier<List<Message>> refusals) {
        this.session = session;
        this.pool = pool;
        this.name = name;
        this.refusals = refusals;
    }

    /**
     * The same volume, which what changes, clones or downloads it, or makes another of it, looks at first: within the job, right before
     * libvirt is called.
     *
     * @param refusals why that must not be done now; empty if it may. On a thread of the engine, and may take its time
     */
    public Volume unless(Supplier<List<Message>> refusals) {
        return new Volume(session, pool, name, refusals);
    }

    public Pool pool() {
        return pool;
    }

    public String name() {
        return name;
    }

    public Job<VolumeSummary> summary() {
        return session.run(Operation.VOLUME_SUMMARY, name, virsh("vol-info", List.of()),
                connection -> VolumeSummaries.of(name, connection.volumes().xml(pool.uuid(), name)));
    }

    public Job<String> xml() {
        return session.run(Operation.VOLUME_XML, name, virsh("vol-dumpxml", List.of()),
                connection -> connection.volumes().xml(pool.uuid(), name));
    }

    /**
     * Makes a volume of the same pool and format with the same contents. Fails before anything is made if there is a volume of that name or
     * no room. libvirt cannot be stopped in it: after a cancellation what it has made is deleted as soon as it is made.
     *
     * @param copy the new volume's name
     */
    public Job<Volume> cloneAs(String copy) {
        return session.run(Operation.VOLUME_CLONE, name, cloning(copy), Cancellation.TAKES_BACK, () -> refuse(Operation.VOLUME_CLONE),
                (connection, task) -> pool.volume(new Clone(Operation.VOLUME_CLONE, connection, place(), copy).make(task)));
    }

    /**
     * Makes a volume with the same contents, and all of them: it builds on no other. In a pool of devices it is what a guest sees of this
     * one; in a pool of files it has its format. libvirt cannot be stopped in it.
     *
     * @param target of files or devices, active
     * @param copy the new volume's name
     * @param written told now and then how many bytes the copy takes by then, on a thread of the engine
     */
    public Job<Volume> copyTo(Pool target, String copy, LongConsumer written) {
        Command command = Command.virsh("vol-create-from", target.name(), copy + ".xml", name, pool.name());
        return session.run(Operation.VOLUME_CREATE_FROM, copy, command, connection -> {
            VolumeCalls volumes = connection.volumes();
            String original = volumes.xml(pool.uuid(), name);
            String xml = PoolSummary.of(connection.pools().details(target.uuid())).hasFiles() ? CloneDocument.whole(original, copy)
                    : CloneDocument.plain(original, copy);
            try (Watch watch = Watch.of(copy, connection, open -> look(open.volumes(), new VolumeCalls.Place(target.uuid(), copy), written))) {
                return target.volume(volumes.createFrom(target.uuid(), xml, place(), 0));
            }
        });
    }

    private Command cloning(String copy) {
        return Command.virsh("vol-clone", List.of("--pool", pool.name()), name, copy);
    }

    /** Asks how much the volume takes that a call is making. */
    static void look(VolumeCalls volumes, VolumeCalls.Place made, LongConsumer written) throws LibvirtError {
        written.accept(VolumeSummaries.of(made.name(), volumes.xml(made.pool(), made.name())).allocation());
    }

    /**
     * Its first bytes, as they are stored: of a raw one what its guest reads.
     *
     * @param most so many at most; fewer where there are fewer
     */
    public Job<byte[]> head(int most) {
        Command command = virsh("vol-download", List.of("--length", Integer.toString(most)), "/dev/stdout");
        return session.run(Operation.IMAGE_READ, name, command, connection -> {
            // one more than can come: the end has to be read as well
            ByteBuffer head = ByteBuffer.allocateDirect(most + 1);
            try (Transfer transfer = connection.volumes().download(pool.uuid(), name, 0, most, false)) {
                int count;
                do {
                    count = transfer.receive(head);
                } while (count > 0);
                transfer.finish();
            }
            byte[] bytes = new byte[head.flip().remaining()];
            head.get(bytes);
            return bytes;
        });
    }

    /** Deletes it with its contents. libvirt does not look whether a domain or another volume needs it; see {@link #unless}. */
    public Job<Void> delete() {
        return act(Operation.VOLUME_DELETE, virsh("vol-delete", List.of()),
                volumes -> volumes.delete(pool.uuid(), name));
    }

    /**
     * Makes it larger.
     *
     * @param capacity the new size in bytes, over the old one
     */
    public Job<Void> grow(long capacity) {
        return grow(capacity, Optional.empty());
    }

    /**
     * The same with something to go back to. From the moment when it begins to grow it cannot be cancelled.
     *
     * @param copy as of {@link #wipe(WipeAlgorithm, Optional)}
     */
    public Job<Void> grow(long capacity, Optional<String> copy) {
        return resize(capacity, false, copy);
    }

    /**
     * Makes it smaller: what was behind the new end is lost.
     *
     * @param capacity the new size in bytes, under the old one
     */
    public Job<Void> shrink(long capacity) {
        return shrink(capacity, Optional.empty());
    }

    /**
     * The same with something to go back to. From the moment when it begins to shrink it cannot be cancelled.
     *
     * @param copy as of {@link #wipe(WipeAlgorithm, Optional)}
     */
    public Job<Void> shrink(long capacity, Optional<String> copy) {
        return resize(capacity, true, copy);
    }

    /** Writes zeroes over it, the header of its format included. */
    public Job<Void> wipe() {
        return wipe(WipeAlgorithm.ZERO);
    }

    /** Overwrites it in that way, the header of its format included; fails where the host cannot. */
    public Job<Void> wipe(WipeAlgorithm algorithm) {
        return wipe(algorithm, Optional.empty());
    }

    /**
     * The same with something to go back to. Nothing is overwritten unless that was made; from then on it cannot be cancelled.
     *
     * @param copy name of a volume of the same pool that is made of it first, as by {@link #cloneAs}; empty for none
     */
    public Job<Void> wipe(WipeAlgorithm algorithm, Optional<String> copy) {
        List<String> flags = algorithm == WipeAlgorithm.ZERO ? List.of() : List.of("--algorithm", algorithm.word());
        return changeInPlace(Operation.VOLUME_WIPE, virsh("vol-wipe", flags), copy, volumes -> volumes.wipe(pool.uuid(), name, algorithm.ordinal()));
    }

    private Job<Void> changeInPlace(Operation operation, Command command, Optional<String> copy, VolumeAct act) {
        Cancellation cancellation = copy.isPresent() ? Cancellation.TAKES_BACK : Cancellation.UNTIL_CHANGING;
        return session.run(operation, name, null, cancellation, () -> refuse(operation), (connection, task) -> {
            try (Writing writing = writing(operation, connection.volumes())) {
                if (copy.isPresent()) {
                    session.tell(cloning(copy.get()));
                    new Clone(operation, connection, place(), copy.get()).before(task, () -> refuse(operation));
                }
                task.beginChanging();
                session.tell(command);
                act.on(connection.volumes());
                return null;
            }
        });
    }

    /**
     * Copies its bytes, with the header of its format, into a file. The file appears when all is there; after a failure or a
     * cancellation nothing is left behind.
     *
     * @param file on this machine
     * @param replace whether a file that is there already may go
     */
    public Job<Void> download(Path file, boolean replace) {
        return session.run(Operation.VOLUME_DOWNLOAD, name, virsh("vol-download", List.of(), file.toString()),
                Cancellation.STOPS_WORK, () -> refuse(Operation.VOLUME_DOWNLOAD), (connection, task) -> {
                    new Download(connection.volumes(), place(), file, replace).run(task);
                    return null;
                });
    }

    /**
     * Writes a file over the beginning of the volume. Broken off, it leaves the volume with a part of the file, and the
     * failure or {@link Job#outcome()} says how much.
     *
     * @param file on this machine; not larger than the volume
     */
    public Job<Void> upload(Path file) {
        return session.run(Operation.VOLUME_UPLOAD, name, virsh("vol-upload", List.of(), file.toString()),
                Cancellation.STOPS_WORK, () -> refuse(Operation.VOLUME_UPLOAD), (connection, task) -> {
                    try (Writing writing = writing(Operation.VOLUME_UPLOAD, connection.volumes())) {
                        new Upload(connection.volumes(), place(), file).run(task);
                        return null;
                    }
                });
    }

    VolumeCalls.Place place() {
        return new VolumeCalls.Place(pool.uuid(), name);
    }

    private Job<Void> resize(long capacity, boolean shrink, Optional<String> copy) {
        return changeInPlace(Operation.VOLUME_RESIZE,
                virsh("vol-resize", shrink ? List.of("--shrink") : List.of(), Long.toString(capacity)), copy,
                volumes -> volumes.resize(pool.uuid(), name, capacity, shrink ? SHRINK : 0));
    }

    private Command virsh(String command, List<String> flags, String... operands) {
        List<String> options = new ArrayList<>(flags);
        options.add("--pool");
        options.add(pool.name());
        String[] all = new String[operands.length + 1];
        all[0] = name;
        System.arraycopy(operands, 0, all, 1, operands.length);
        return Command.virsh(command, options, all);
    }

    private Job<Void> act(Operation operation, Command command, VolumeAct act) {
        return session.run(operation, name, command, Cancellation.STOPS_WAITING, () -> refuse(operation), (connection, task) -> {
            try (Writing writing = writing(operation, connection.volumes())) {
                act.on(connection.volumes());
                return null;
            }
        });
    }

    /** Keeps all others from writing to it, in whichever way, until it is closed. */
    private Writing writing(Operation operation, VolumeCalls volumes) throws LibvirtError {
        String path = volumes.path(pool.uuid(), name);
        Writing writing = new Writing(session, operation, name);
        writing.claim(path, List.of(path));
        return writing;
    }

    private void refuse(Operation operation) {
        refuse(operation, name);
    }

    /** @param object that the operation is done to */
    void refuse(Operation operation, String object) {
        List<Message> reasons = refusals.get();
        if (!reasons.isEmpty()) {
            throw VirtException.refused(operation, object, reasons);
        }
    }

    /** A call that gives nothing back. */
    @FunctionalInterface
    private interface VolumeAct {
        void on(VolumeCalls volumes) throws LibvirtError;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Volume that && name.equals(that.name) && pool.equals(that.pool);
    }

    @Override
    public int hashCode() {
        return 31 * pool.hashCode() + name.hashCode();
    }

    @Override
    public String toString() {
        return "volume " + name + " of " + pool;
    }
}
