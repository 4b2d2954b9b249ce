package dev.virtworkbench.engine.blockjobs;

import dev.virtworkbench.engine.domains.Domain;
import dev.virtworkbench.engine.domains.ImageNeed;
import dev.virtworkbench.engine.domains.ImageUse;
import dev.virtworkbench.engine.echo.Command;
import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.images.Images;
import dev.virtworkbench.engine.jobs.Cancellation;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.engine.jobs.Task;
import dev.virtworkbench.engine.libvirt.BlockCalls;
import dev.virtworkbench.engine.libvirt.Connection;
import dev.virtworkbench.engine.libvirt.LibvirtError;
import dev.virtworkbench.engine.session.Session;
import dev.virtworkbench.language.findings.Message;
import dev.virtworkbench.language.syntax.XmlEscapes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;

/**
 * What is done to the disks of a domain while it runs: the safe ways in place of {@code qemu-img} on an image that is in use. Each job
 * follows QEMU's to its end, with its progress; cancelled, QEMU's is ended too, and the disk works as before. Disks are named by their
 * target, as in {@code vda}. Safe to use from any thread.
 */
public final class BlockJobs {

    private static final long BETWEEN_LOOKS_MS = 200;
    /** VIR_DOMAIN_BLOCK_COMMIT_*. */
    private static final int COMMIT_DELETE = 2;
    private static final int COMMIT_ACTIVE = 4;
    /** VIR_DOMAIN_BLOCK_COPY_*. */
    private static final int COPY_SHALLOW = 1;
    /** The domain stays defined; if it ends meanwhile the copy is not finished. */
    private static final int COPY_TRANSIENT_JOB = 4;

    private final Session session;
    private final Domain domain;
    private final Images images;

    /** @param images of its host, with the rights to look who else needs those of a disk */
    public BlockJobs(Session session, Domain domain, Images images) {
        this.session = session;
        this.domain = domain;
        this.images = images;
    }

    /** What a copy of a disk is for. */
    public enum Finish {
        /** The domain goes over to the copy: its disk has moved. */
        PIVOT,
        /** The domain goes on as before: the copy is what the disk had at the end. */
        KEEP
    }

    /**
     * Where a copy of a disk goes.
     *
     * @param path on the host, of a file where nothing is yet, or of a block device
     * @param format as in {@code qcow2}
     * @param shallow whether it builds on what the disk builds on, instead of having all
     */
    public record Copy(String path, String format, boolean shallow) {

        private String document() {
            String type = path.startsWith("/dev/") ? "block" : "file";
            String attribute = type.equals("block") ? "dev" : "file";
            return "<disk type='%s'><source %s='%s'/><driver type='%s'/></disk>".formatted(type, attribute, XmlEscapes.attribute(path), XmlEscapes.attribute(format));
        }
    }

    /**
     * Writes what is in the disk's image, and in those below it down to {@code base}, into {@code base}, and has the domain go on with
     * that one. Refused where other images or domains need one that is written, or deleted, whether or not a pool shows them.
     *
     * @param base path of an image that the disk builds on; empty for the lowest
     * @param delete whether the images that are not needed any more are deleted, where libvirt can
     */
    public Job<Void> commit(String disk, Optional<String> base, boolean delete) {
        return session.start(Operation.BLOCK_COMMIT, object(disk), Cancellation.STOPS_WORK, task -> {
            RunningDisk before = find(Operation.BLOCK_COMMIT, disk);
            if (before.chain().size() < 2) {
                throw failure(Operation.BLOCK_COMMIT, disk, Message.of(BlockJobs.class, "nothing-below", before.top()));
            }
            String bottom = base.orElse(before.chain().getLast());
            int last = before.chain().indexOf(bottom);
            if (last < 1) {
                throw failure(Operation.BLOCK_COMMIT, disk, Message.of(BlockJobs.class, "not-below", bottom, before.top()));
            }
            refuseOthers(disk, before.chain(), before.chain().subList(delete ? 0 : 1, last + 1));
            List<String> options = new ArrayList<>(List.of("--active", "--pivot"));
            if (delete) {
                options.add("--delete");
            }
            Command command = Command.virsh("blockcommit", options, domain.name(), disk, "--base", bottom);
            run(Operation.BLOCK_COMMIT, disk, command, task, OwnJob.commit(bottom), after -> after.top().equals(bottom), blocks ->
                    blocks.commit(domain.uuid(), disk, bottom, null, COMMIT_ACTIVE | (delete ? COMMIT_DELETE : 0)));
            return null;
        });
    }

    /**
     * Copies into the disk's image what it builds on, so that it needs less of it, or nothing.
     *
     * @param base path of the image that it shall go on building on; empty for none
     */
    public Job<Void> pull(String disk, Optional<String> base) {
        return session.start(Operation.BLOCK_PULL, object(disk), Cancellation.STOPS_WORK, task -> {
            RunningDisk before = find(Operation.BLOCK_PULL, disk);
            if (base.isPresent() && before.chain().indexOf(base.get()) < 1) {
                throw failure(Operation.BLOCK_PULL, disk, Message.of(BlockJobs.class, "not-below", base.get(), before.top()));
            }
            List<String> wanted = new ArrayList<>(List.of(before.top()));
            base.ifPresent(path -> wanted.addAll(before.chain().subList(before.chain().indexOf(path), before.chain().size())));
            String[] operands = base.map(path -> new String[] {domain.name(), disk, "--base", path}).orElse(new String[] {domain.name(), disk});
            run(Operation.BLOCK_PULL, disk, Command.virsh("blockpull", List.of("--wait"), operands), task, OwnJob.PULL,
                    after -> after.chain().equals(wanted), blocks -> blocks.pull(domain.uuid(), disk, base.orElse(null), 0));
            return null;
        });
    }

    /** Copies the disk while the domain writes to it, until both are the same. Cancelled, it leaves the unfinished copy behind. */
    public Job<Void> copy(String disk, Copy copy, Finish finish) {
        return session.start(Operation.BLOCK_COPY, object(disk), Cancellation.STOPS_WORK, task -> {
            copy(disk, copy, finish, task);
            return null;
        });
    }

    /**
     * The same as a part of a larger job: waits for its end, on that one's thread.
     *
     * @param task of the larger job: shows how far it is, and cancels it
     */
    public void copy(String disk, Copy copy, Finish finish, Task task) {
        RunningDisk before = find(Operation.BLOCK_COPY, disk);
        List<String> options = new ArrayList<>(List.of("--transient-job", finish == Finish.PIVOT ? "--pivot" : "--finish"));
        if (copy.shallow()) {
            options.add("--shallow");
        }
        String end = finish == Finish.PIVOT ? copy.path() : before.top();
        run(Operation.BLOCK_COPY, disk, Command.virsh("blockcopy", options, domain.name(), disk, copy.path(), "--format", copy.format()), task,
                OwnJob.copy(copy.path(), finish), after -> after.top().equals(end),
                blocks -> blocks.copy(domain.uuid(), disk, copy.document(), COPY_TRANSIENT_JOB | (copy.shallow() ? COPY_SHALLOW : 0)));
    }

    /**
     * Makes the disk larger, as its guest sees it at once. Smaller is refused: libvirt would cut off what the guest has there, while it
     * uses it.
     *
     * @param size bytes
     */
    public Job<Void> resize(String disk, long size) {
        return session.run(Operation.BLOCK_RESIZE, object(disk), Command.virsh("blockresize", domain.name(), disk, size + "B"), connection -> {
            long now = connection.blocks().capacity(domain.uuid(), disk);
            if (size < now) {
                throw VirtException.of(Operation.BLOCK_RESIZE, object(disk), Message.of(BlockJobs.class, "smaller", size, disk, now),
                        Message.of(BlockJobs.class, "smaller.hint"), null);
            }
            connection.blocks().resize(domain.uuid(), disk, size);
            return null;
        });
    }

    /** How large the disk is as its guest sees it, in bytes. */
    public Job<Long> capacity(String disk) {
        return session.run(Operation.BLOCK_LOOK, object(disk), Command.virsh("domblkinfo", domain.name(), disk),
                connection -> connection.blocks().capacity(domain.uuid(), disk));
    }

    /** How much of what is under way on a disk is done, 0 … 1, whoever began it; empty if nothing is. */
    public Job<Optional<Double>> underWay(String disk) {
        return session.run(Operation.BLOCK_LOOK, object(disk), Command.virsh("blockjob", List.of("--info"), domain.name(), disk),
                connection -> connection.blocks().progress(domain.uuid(), disk)
                        .map(now -> now.total() == 0 ? 0.0 : (double) now.done() / now.total()));
    }

    /** Ends what is under way on a disk, whoever began it: the disk works as before. */
    public Job<Void> abort(String disk) {
        return end(disk, List.of("--abort"), 0);
    }

    /** Has the domain go over to the image that has become the same, whoever began that. */
    public Job<Void> pivot(String disk) {
        return end(disk, List.of("--pivot"), OwnJob.PIVOT);
    }

    private Job<Void> end(String disk, List<String> options, int flags) {
        return session.run(Operation.BLOCK_END, object(disk), Command.virsh("blockjob", options, domain.name(), disk), connection -> {
            connection.blocks().end(domain.uuid(), disk, flags);
            return null;
        });
    }

    /**
     * Begins QEMU's job and follows it.
     *
     * @param own how QEMU's job is told from one that somebody else begins on the disk right behind it
     * @param good whether the disk is as it was to become: QEMU's job goes silently, whether it went well or not
     */
    private void run(Operation operation, String disk, Command command, Task task, OwnJob own, Predicate<RunningDisk> good, Begin begin) {
        session.<Void>run(operation, object(disk), command, Cancellation.STOPS_WORK, (connection, step) -> {
            begin.on(connection.blocks());
            try {
                follow(connection, disk, task, own);
            } catch (CancellationException e) {
                if (progress(connection, disk, own).isPresent()) {
                    connection.blocks().end(domain.uuid(), disk, 0);
                }
                throw e;
            }
            return null;
        }).await();
        RunningDisk after = find(operation, disk);
        if (own.mirrors(after) || !good.test(after)) {
            throw failure(operation, disk, Message.of(BlockJobs.class, "not-done", String.join(" → ", after.chain())));
        }
    }

    private Optional<BlockCalls.Progress> progress(Connection connection, String disk, OwnJob own) throws LibvirtError {
        return connection.blocks().progress(domain.uuid(), disk).filter(now -> own.types().contains(now.type()));
    }

    private void follow(Connection connection, String disk, Task task, OwnJob own) throws LibvirtError {
        task.stopIfCancelled();
        while (true) {
            Optional<BlockCalls.Progress> now = progress(connection, disk, own);
            if (now.isEmpty()) {
                return;
            }
            task.progress(now.get().done(), now.get().total());
            Optional<RunningDisk> live = RunningDisk.in(connection.domains().xml(domain.uuid(), 0), disk);
            if (live.filter(RunningDisk::ready).filter(own::mirrors).isPresent()) {
                connection.blocks().end(domain.uuid(), disk, own.end());
                return;
            }
            task.pause(BETWEEN_LOOKS_MS);
        }
    }

    private RunningDisk find(Operation operation, String disk) {
        return RunningDisk.in(domain.xml(false, false).await(), disk)
                .orElseThrow(() -> failure(operation, disk, Message.of(BlockJobs.class, "no-disk", domain.name(), disk)));
    }

    /** Other domains, and images that are not of this chain, that need what will be written to or deleted. */
    private void refuseOthers(String disk, List<String> chain, List<String> changed) {
        ImageUse use = images.use().await();
        Set<Message> reasons = new LinkedHashSet<>();
        for (String path : changed) {
            Set<String> names = new LinkedHashSet<>(images.same(path, use.images()).await());
            names.add(path);
            names.stream().flatMap(name -> use.domains(name).stream()).filter(user -> !user.domain().equals(domain.name()))
                    .forEach(user -> reasons.add(ImageNeed.of(path, user).why()));
            names.stream().flatMap(name -> use.children(name).stream()).distinct().filter(child -> images.same(child, chain).await().isEmpty())
                    .forEach(child -> reasons.add(new ImageNeed(ImageNeed.Kind.CHILD, path, child, "").why()));
        }
        if (!reasons.isEmpty()) {
            throw VirtException.refused(Operation.BLOCK_COMMIT, object(disk), List.copyOf(reasons), Message.of(BlockJobs.class, "used.hint"));
        }
    }

    private VirtException failure(Operation operation, String disk, Message why) {
        return VirtException.of(operation, object(disk), why, null, null);
    }

    private String object(String disk) {
        return domain.name() + "/" + disk;
    }

    /** Has QEMU begin. */
    @FunctionalInterface
    private interface Begin {
        void on(BlockCalls blocks) throws LibvirtError;
    }
}
