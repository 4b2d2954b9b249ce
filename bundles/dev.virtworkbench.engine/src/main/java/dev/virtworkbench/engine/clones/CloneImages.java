package dev.virtworkbench.engine.clones;

import dev.virtworkbench.engine.domains.ImageUse;
import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.jobs.Task;
import dev.virtworkbench.engine.storage.Pool;
import dev.virtworkbench.engine.storage.PoolSummary;
import dev.virtworkbench.engine.storage.Volume;
import dev.virtworkbench.language.findings.Message;
import dev.virtworkbench.language.syntax.XmlEscapes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The volumes of one clone, within its job. */
final class CloneImages {

    private final Operation operation;
    private final Host host;
    private final CloneOrder order;
    private final Task task;
    private final List<NewDisk> wanted;
    private final List<Volume> made = new ArrayList<>();

    /** @param operation that the job does */
    CloneImages(Operation operation, Host host, CloneOrder order, Task task) {
        this.operation = operation;
        this.host = host;
        this.order = order;
        this.task = task;
        this.wanted = Stream.concat(order.made().stream(), order.overlays().stream()).toList();
    }

    /** Fails the job if somebody writes to an image that is copied, or could write to one that is built on. */
    void requireFree() {
        Set<UUID> pools = wanted.stream().flatMap(disk -> order.original(disk).pool().stream()).map(PoolSummary::uuid).collect(Collectors.toSet());
        ImageUse use = host.domains().imageUse(pools).await();
        Set<Message> reasons = new LinkedHashSet<>();
        for (NewDisk disk : order.made()) {
            String path = order.original(disk).path();
            use.domains(path).stream().filter(user -> !user.domain().equals(order.original().name()) && user.directly())
                    .filter(user -> user.running() || disk.way() == DiskWay.LINK)
                    .forEach(user -> reasons.add(Clones.message(user.running() ? "written" : "may-write", user.domain(), path, user.target())));
        }
        if (!order.overlays().isEmpty() && order.source().keepsStates()) {
            reasons.add(Clones.message("keeps-states", order.original().name()));
        }
        if (!reasons.isEmpty()) {
            throw VirtException.refused(operation, order.original().name(), List.copyOf(reasons));
        }
    }

    /** Fails the job unless there is room for all of it, and no volume has one of the names. */
    void requireRoom() {
        Map<UUID, Long> room = new LinkedHashMap<>();
        wanted.forEach(disk -> room.merge(disk.pool().orElseThrow().uuid(), room(disk), Long::sum));
        for (NewDisk disk : wanted) {
            PoolSummary target = disk.pool().orElseThrow();
            Long bytes = room.remove(target.uuid());
            if (bytes != null) {
                Pool pool = host.pools().pool(target);
                // a file that the pool does not know of yet would be overwritten
                pool.refresh().await();
                PoolSummary now = pool.summary().await();
                if (now.available() < bytes) {
                    throw failure("no-room", target.name(), bytes, now.available());
                }
            }
        }
        for (NewDisk disk : wanted) {
            PoolSummary target = disk.pool().orElseThrow();
            if (host.pools().pool(target).volumes().await().stream().anyMatch(volume -> volume.name().equals(disk.name()))) {
                throw failure("volume-taken", disk.name(), target.name());
            }
        }
    }

    private VirtException failure(String key, Object... arguments) {
        return VirtException.of(operation, order.original().name(), Clones.message(key, arguments),
                Clones.message(key + ".hint"), null);
    }

    private long room(NewDisk disk) {
        return disk.way() == DiskWay.LINK ? 0 : order.original(disk).room(!disk.pool().orElseThrow().hasFiles());
    }

    /** Makes them, one after the other. */
    void make() {
        long total = wanted.stream().mapToLong(this::room).sum();
        long done = 0;
        for (NewDisk disk : wanted) {
            task.stopIfCancelled();
            Pool pool = host.pools().pool(disk.pool().orElseThrow());
            if (disk.way() == DiskWay.LINK) {
                made.add(pool.createVolume(overlay(disk)).await());
            } else {
                ClonedDisk old = order.original(disk);
                Volume original = host.pools().pool(old.pool().orElseThrow()).volume(old.volume().orElseThrow().name());
                long before = done;
                made.add(original.copyTo(pool, disk.name(), bytes -> task.progress(before + Math.min(bytes, room(disk)), total)).await());
            }
            done += room(disk);
            task.progress(done, total);
        }
        task.stopIfCancelled();
    }

    /** As large as what it builds on. Written down what that is: nobody finds it out of what a guest may have written. */
    private String overlay(NewDisk disk) {
        ClonedDisk base = order.original(disk);
        return "<volume><name>" + XmlEscapes.text(disk.name()) + "</name><target><format type='qcow2'/></target><backingStore><path>"
                + XmlEscapes.text(base.path()) + "</path><format type='" + XmlEscapes.attribute(base.format()) + "'/></backingStore></volume>";
    }

    /** Deletes what was made. @return why the job failed, with what could not be deleted */
    RuntimeException remove(RuntimeException why) {
        List<Volume> left = new ArrayList<>();
        for (Volume volume : made.reversed()) {
            try {
                volume.delete().await();
            } catch (VirtException e) {
                why.addSuppressed(e);
                left.add(volume);
            }
        }
        return left.isEmpty() ? why : left(why, left);
    }

    /** The same failure, with what stays behind. */
    RuntimeException keep(RuntimeException why) {
        return left(why, made);
    }

    private RuntimeException left(RuntimeException why, List<Volume> volumes) {
        Message words = why instanceof VirtException told ? told.text() : Clones.message("stopped");
        return VirtException.of(operation, order.original().name(), Clones.message("left", words,
                volumes.stream().map(Volume::name).collect(Collectors.joining(", "))), null, why);
    }
}
