package dev.virtworkbench.tour;

import dev.virtworkbench.engine.domains.DomainSummary;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.storage.Existing;
import dev.virtworkbench.engine.storage.Pool;
import dev.virtworkbench.engine.storage.PoolSummary;
import dev.virtworkbench.engine.storage.Volume;
import dev.virtworkbench.engine.storage.VolumeSummary;
import dev.virtworkbench.language.structure.ByteSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/** A directory pool with a volume in it: defined, built, started, shown, and undone step by step, also when a step failed. */
final class Demonstration {

    private static final long CAPACITY = 64L << 20;

    private final Host host;
    private final Tour tour;
    private final Deque<Runnable> undo = new ArrayDeque<>();

    Demonstration(Host host, Tour tour) {
        this.host = host;
        this.tour = tour;
    }

    void run() {
        try {
            make();
            show();
        } finally {
            tour.say("undo");
            undoAll();
        }
    }

    /** Undoes the last step first. One that fails keeps none of the others from being undone. */
    private void undoAll() {
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
        Path folder = temporaryFolder(name);
        tour.say("make", name, folder);
        Pool pool = host.pools().define("""
                <pool type='dir'>
                  <name>%s</name>
                  <target><path>%s/images</path></target>
                </pool>
                """.formatted(name, folder), false).await();
        undo.push(() -> pool.undefine().await());
        pool.build(Existing.LEAVE).await();
        undo.push(() -> pool.delete().await());
        pool.start().await();
        undo.push(() -> pool.stop().await());
        Volume volume = pool.createVolume("""
                <volume>
                  <name>disk.qcow2</name>
                  <capacity>%d</capacity>
                  <target><format type='qcow2'/></target>
                </volume>
                """.formatted(CAPACITY)).await();
        undo.push(() -> volume.delete().await());
    }

    private void show() {
        for (PoolSummary pool : host.pools().list().await()) {
            tour.say("pool", pool.name(), pool.type(), pool.state(), size(pool.capacity()));
            if (pool.state().active()) {
                for (VolumeSummary volume : host.pools().pool(pool).volumeSummaries().await()) {
                    tour.say("volume", volume.name(), volume.format(), size(volume.capacity()), volume.path());
                }
            }
        }
        for (DomainSummary domain : host.domains().list().await()) {
            tour.say("domain", domain.name(), domain.state());
        }
    }

    private Path temporaryFolder(String name) {
        try {
            Path folder = Files.createTempDirectory(name);
            undo.push(() -> delete(folder));
            return folder;
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

    private static String size(long bytes) {
        return new ByteSize(BigInteger.valueOf(bytes)).readable().text();
    }
}
