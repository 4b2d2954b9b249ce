package dev.virtworkbench.engine.clones;

import dev.virtworkbench.engine.apply.Apply;
import dev.virtworkbench.engine.apply.ApplyPlan;
import dev.virtworkbench.engine.apply.ApplyRequest;
import dev.virtworkbench.engine.apply.Decision;
import dev.virtworkbench.engine.blockjobs.BlockJobs;
import dev.virtworkbench.engine.domains.Domain;
import dev.virtworkbench.engine.domains.ImageUse;
import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.images.Comparison;
import dev.virtworkbench.engine.images.Image;
import dev.virtworkbench.engine.jobs.Cancellation;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.engine.jobs.Task;
import dev.virtworkbench.engine.storage.Pool;
import dev.virtworkbench.engine.storage.PoolSummary;
import dev.virtworkbench.engine.storage.Volume;
import dev.virtworkbench.language.findings.Message;
import dev.virtworkbench.language.schema.DocumentKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Moves disks of a host's domains to other pools: off, by a copy that libvirt makes; running, by one that QEMU makes while the domain
 * writes, which then goes over to it. Safe to use from any thread.
 */
public final class DiskMoves {

    private final Host host;

    public DiskMoves(Host host) {
        this.host = host;
    }

    /** What came of it. @param kept why the old image is still there; empty if it was to stay, or is gone */
    public record Moved(String path, Optional<Message> kept) { }

    /** Looks at a domain of which a disk shall be moved. */
    public Job<CloneSource> look(Domain domain) {
        return host.session().start(Operation.DOMAIN_DISKS, domain.name(), Cancellation.STOPS_WAITING,
                task -> new Clones(host).source(domain, running(domain)));
    }

    private static boolean running(Domain domain) {
        return domain.summary().await().state().active();
    }

    /** The pools that a disk can go to: another one than it is in; of a domain that runs only those of files, which QEMU makes. */
    public static List<PoolSummary> targets(CloneSource source, ClonedDisk disk) {
        return source.pools().stream().filter(pool -> pool.hasFiles() || !source.running())
                .filter(pool -> disk.pool().filter(own -> own.uuid().equals(pool.uuid())).isEmpty()).toList();
    }

    /** Why a disk cannot be moved; empty if it can. */
    public static Optional<Message> impossible(CloneSource source, ClonedDisk disk) {
        if (source.keepsStates()) {
            return Optional.of(message("states"));
        }
        if (source.running()) {
            return disk.path().isEmpty() ? Optional.of(message("empty")) : Optional.empty();
        }
        return Optional.ofNullable(disk.impossible().get(DiskWay.COPY));
    }

    /**
     * Moves it. Failed or cancelled, the copy is gone and the domain is what it was. Fails without having done anything if the domain is
     * not any more what it was when it was looked at, somebody else writes to the image, or there is no room.
     *
     * @param apply changes the configuration of a domain that is off
     */
    public Job<Moved> move(DiskMove move, Apply apply) {
        return host.session().start(Operation.DISK_MOVE, object(move), Cancellation.STOPS_WORK, task -> {
            Domain domain = move.source().domain();
            if (running(domain) != move.source().running() || !domain.xml(true, true).await().equals(move.source().xml())) {
                throw failure(move, Clones.message("changed"), Clones.message("changed.hint"));
            }
            impossible(move.source(), move.disk()).ifPresent(why -> {
                throw failure(move, why, null);
            });
            CloneOrder order = new CloneOrder(move.source(), DiskImages.in(move.source().xml(), move.disk(), move.to()), true, List.of(move.to()), List.of());
            CloneImages images = new CloneImages(Operation.DISK_MOVE, host, order, task);
            images.requireFree();
            images.requireRoom();
            if (move.source().running()) {
                whileItRuns(move, task);
            } else {
                whileItIsOff(move, order, images, apply, task);
            }
            return new Moved(move.to().path(), move.deleteOld() ? deleteOld(move) : Optional.empty());
        });
    }

    private void whileItIsOff(DiskMove move, CloneOrder order, CloneImages images, Apply apply, Task task) {
        ApplyPlan plan;
        try {
            images.make();
            compare(move);
            plan = apply.plan(ApplyRequest.document(DocumentKind.DOMAIN, order.xml()).openedAs(order.source().xml())).await();
            task.beginChanging();
        } catch (RuntimeException e) {
            throw images.remove(e);
        }
        try {
            apply.apply(plan, Set.of(Decision.WITHOUT_VALIDATION)).await();
        } catch (RuntimeException e) {
            throw putBack(move, e) ? images.remove(e) : images.keep(e);
        }
    }

    /** libvirt may have the new configuration though it did not say so: the copy goes only when it surely has not. */
    private boolean putBack(DiskMove move, RuntimeException why) {
        try {
            host.domains().define(move.source().xml(), false).await();
            return true;
        } catch (VirtException e) {
            why.addSuppressed(e);
            return false;
        }
    }

    private void compare(DiskMove move) {
        move.compareAs().ifPresent(rights -> {
            Image old = new Image(move.disk().path(), move.disk().format());
            Image copy = new Image(move.to().path(), DiskImages.format(move.disk(), move.to()));
            Comparison comparison = host.images().as(rights).compare(old, copy, false).await();
            if (!comparison.same()) {
                throw failure(move, message("differs", comparison.words()), message("differs.hint"));
            }
        });
    }

    /** QEMU makes the file; the pool is told of it afterwards. */
    private void whileItRuns(DiskMove move, Task task) {
        Domain domain = move.source().domain();
        Pool pool = host.pools().pool(move.to().pool().orElseThrow());
        try {
            host.blockJobs(domain).copy(move.to().target(), new BlockJobs.Copy(move.to().path(), move.disk().format(), false),
                    BlockJobs.Finish.PIVOT, task);
        } catch (RuntimeException e) {
            try {
                pool.refresh().await();
                boolean used = domain.disks(false).await().stream().anyMatch(disk -> disk.source().equals(move.to().path()));
                Optional<Volume> left = pool.volumes().await().stream().filter(volume -> volume.name().equals(move.to().name())).findFirst();
                left.filter(volume -> !used).ifPresent(volume -> volume.delete().await());
            } catch (VirtException unclear) {
                e.addSuppressed(unclear);
            }
            throw e;
        }
        pool.refresh().await();
    }

    /** @return why it stays; empty if it is gone */
    private Optional<Message> deleteOld(DiskMove move) {
        String path = move.disk().path();
        if (move.disk().volume().isEmpty()) {
            return Optional.of(message("kept.no-pool", path));
        }
        try {
            ImageUse use = host.images().use().await();
            if (!use.free(path)) {
                return Optional.of(message("kept.used", path));
            }
            host.pools().pool(move.disk().pool().orElseThrow()).volume(move.disk().volume().get().name()).delete().await();
            return Optional.empty();
        } catch (VirtException e) {
            return Optional.of(message("kept.failed", path, e.text()));
        }
    }

    private static VirtException failure(DiskMove move, Message why, Message hint) {
        return VirtException.of(Operation.DISK_MOVE, object(move), why, hint, null);
    }

    private static String object(DiskMove move) {
        return move.source().domain().name() + "/" + move.to().target();
    }

    private static Message message(String key, Object... arguments) {
        return Message.of(DiskMoves.class, "move." + key, arguments);
    }
}
