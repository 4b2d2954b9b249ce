package dev.virtworkbench.tour;

import dev.virtworkbench.engine.domains.Disk;
import dev.virtworkbench.engine.domains.DomainSummary;
import dev.virtworkbench.engine.errors.ErrorCode;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.networks.NetworkSummary;
import dev.virtworkbench.engine.storage.Existing;
import dev.virtworkbench.engine.storage.Pool;
import dev.virtworkbench.engine.storage.PoolSummary;
import dev.virtworkbench.engine.storage.VolumeSummary;
import dev.virtworkbench.language.findings.Message;
import dev.virtworkbench.language.structure.ByteSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A directory pool with a volume in it: defined, built, started, shown, and undone step by step, also when a step failed or somebody ends the process. */
final class Demonstration {

    private static final long CAPACITY = 64L << 20;

    private final Host host;
    private final Tour tour;
    private final Deque<Runnable> undo = new ArrayDeque<>();
    private boolean undone;

    Demonstration(Host host, Tour tour) {
        this.host = host;
        this.tour = tour;
    }

    /** @throws CancellationException if the process is being ended meanwhile; what was made is taken away all the same */
    void run() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::undoAll));
        try {
            make();
            show();
        } finally {
            tour.say("undo");
            undoAll();
        }
    }

    /** Whoever ends the process waits for the step under way, and then begins no other. */
    private synchronized <T> T step(Supplier<T> step, Consumer<T> undoing) {
        if (undone) {
            throw new CancellationException();
        }
        T made = step.get();
        undo.push(() -> undoing.accept(made));
        return made;
    }

    /** Undoes the last step first. One that fails keeps none of the others from being undone. */
    private synchronized void undoAll() {
        undone = true;
        if (!undo.isEmpty()) {
            try {
                undo.pop().run();
            } finally {
                undoAll();
            }
        }
    }

    private void make() {
        String name = "virt-workbench-tour-" + ProcessHandle.current().pid();
        Path folder = step(() -> temporaryFolder(name), Demonstration::delete);
        tour.say("make", name, folder);
        Pool pool = step(() -> host.pools().define("""
                <pool type='dir'>
                  <name>%s</name>
                  <target><path>%s/images</path></target>
                </pool>
                """.formatted(name, folder), false).await(), defined -> defined.undefine().await());
        step(() -> pool.build(Existing.LEAVE).await(), built -> pool.delete().await());
        step(() -> pool.start().await(), started -> pool.stop().await());
        step(() -> pool.createVolume("""
                <volume>
                  <name>disk.qcow2</name>
                  <capacity>%d</capacity>
                  <target><format type='qcow2'/></target>
                </volume>
                """.formatted(CAPACITY)).await(), created -> created.delete().await());
    }

    private void show() {
        for (PoolSummary pool : host.pools().list().await()) {
            tour.say("pool", pool.name(), pool.type(), word("pool." + pool.state()), size(pool.capacity()));
            if (pool.state().active()) {
                for (VolumeSummary volume : host.pools().pool(pool).volumeSummaries().await()) {
                    tour.say("volume", volume.name(), volume.format(), size(volume.capacity()), volume.path());
                }
            }
        }
        for (DomainSummary domain : host.domains().list().await()) {
            tour.say("domain", domain.name(), word("domain." + domain.state()));
            for (Disk disk : host.domains().domain(domain).disks(true).await()) {
                tour.say("disk", disk.target(), disk.pool().isEmpty() ? disk.source() : disk.pool() + '/' + disk.volume());
            }
        }
        for (NetworkSummary network : networks()) {
            tour.say("network", network.name(), word("network." + (network.active() ? "active" : "inactive")));
        }
    }

    /** Not every host's driver has any. */
    private List<NetworkSummary> networks() {
        try {
            return host.networks().list().await();
        } catch (VirtException e) {
            if (e.code() == ErrorCode.NO_SUPPORT) {
                return List.of();
            }
            throw e;
        }
    }

    private static Path temporaryFolder(String name) {
        try {
            return Files.createTempDirectory(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The pool took its own folder in it away. */
    private static void delete(Path folder) {
        try {
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Message word(String key) {
        return Message.of(Demonstration.class, key);
    }

    private static String size(long bytes) {
        return new ByteSize(BigInteger.valueOf(bytes)).readable().text();
    }
}
