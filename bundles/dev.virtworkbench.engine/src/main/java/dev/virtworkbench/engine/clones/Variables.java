package dev.virtworkbench.engine.clones;

import dev.virtworkbench.engine.errors.ErrorCode;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.storage.Pool;
import dev.virtworkbench.engine.storage.PoolSummary;
import dev.virtworkbench.engine.storage.Pools;
import dev.virtworkbench.engine.storage.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The file with the variables of a clone's firmware: its boot entries and keys. libvirt copies it with its own rights, as a volume of a
 * pool that is its folder; where none is, one is there as long as this is open.
 */
final class Variables implements AutoCloseable {

    private final Pools pools;
    private final Optional<String> from;
    private final Optional<String> to;
    private final List<Pool> opened = new ArrayList<>();
    private Optional<Volume> made = Optional.empty();

    private Variables(Pools pools, Optional<String> from, Optional<String> to) {
        this.pools = pools;
        this.from = from;
        this.to = to;
    }

    /** Those of the domains of these documents; nothing where one of them names no file, or both the same. */
    static Variables of(Pools pools, String original, String clone) {
        Optional<String> from = CloneDraft.nvramPath(original).filter(path -> path.startsWith("/"));
        Optional<String> to = CloneDraft.nvramPath(clone).filter(path -> path.startsWith("/"));
        return from.equals(to) ? new Variables(pools, Optional.empty(), Optional.empty()) : new Variables(pools, from, to);
    }

    /** Copies it. The file is made when a domain starts first: until then there is nothing to copy. */
    void copy() {
        if (from.isPresent() && to.isPresent()) {
            Pool folder = pool(folder(from.get()));
            if (folder.volumes().await().stream().anyMatch(volume -> volume.name().equals(name(from.get())))) {
                Pool target = folder(to.get()).equals(folder(from.get())) ? folder : pool(folder(to.get()));
                made = Optional.of(folder.volume(name(from.get())).copyTo(target, name(to.get()), bytes -> { }).await());
            }
        }
    }

    private Pool pool(String folder) {
        Optional<PoolSummary> there = pools.list().await().stream()
                .filter(pool -> pool.state().active() && pool.hasFiles() && pool.targetPath().equals(folder)).findFirst();
        if (there.isPresent()) {
            Pool pool = pools.pool(there.get());
            pool.refresh().await();
            return pool;
        }
        Pool pool = pools.createTransient("<pool type='dir'><name>firmware-" + UUID.randomUUID() + "</name><target><path>"
                + Edits.escaped(folder) + "</path></target></pool>").await();
        opened.add(pool);
        return pool;
    }

    /** Deletes the copy; what libvirt has deleted with the clone is gone already. */
    void remove(RuntimeException why) {
        try {
            made.ifPresent(volume -> volume.delete().await());
        } catch (VirtException e) {
            if (!ErrorCode.missing(e.code())) {
                why.addSuppressed(e);
            }
        }
    }

    @Override
    public void close() {
        opened.forEach(pool -> pool.stop().await());
    }

    private static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/'));
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
