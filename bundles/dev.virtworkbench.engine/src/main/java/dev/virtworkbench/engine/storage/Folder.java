package dev.virtworkbench.engine.storage;

import dev.virtworkbench.language.syntax.XmlEscapes;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A folder of a host as libvirt sees it, with libvirt's rights and wherever the host is: as a pool. Where none is that folder, there is
 * one as long as this is open. Within a job; everything waits.
 */
public final class Folder implements AutoCloseable {

    private final Pool pool;
    private final boolean opened;

    private Folder(Pool pool, boolean opened) {
        this.pool = pool;
        this.opened = opened;
    }

    /** @param path absolute; fails if there is no such folder */
    public static Folder open(Pools pools, String path) {
        Optional<PoolSummary> there = pools.list().await().stream()
                .filter(pool -> pool.state().active() && pool.hasFiles() && pool.targetPath().equals(path)).findFirst();
        if (there.isPresent()) {
            Pool pool = pools.pool(there.get());
            pool.refresh().await();
            return new Folder(pool, false);
        }
        return new Folder(pools.createTransient("<pool type='dir'><name>folder-" + UUID.randomUUID() + "</name><target><path>"
                + XmlEscapes.text(path) + "</path></target></pool>").await(), true);
    }

    /** The files in it, by their names, are the volumes of this pool. */
    public Pool pool() {
        return pool;
    }

    /** Whether a file or folder of that name is in it. */
    public boolean has(String name) {
        List<Volume> all = pool.volumes().await();
        return all.stream().anyMatch(volume -> volume.name().equals(name));
    }

    @Override
    public void close() {
        if (opened) {
            pool.stop().await();
        }
    }

    /** The folder that a path is in. */
    public static String of(String path) {
        return path.lastIndexOf('/') <= 0 ? "/" : path.substring(0, path.lastIndexOf('/'));
    }

    /** The name that it has there. */
    public static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
