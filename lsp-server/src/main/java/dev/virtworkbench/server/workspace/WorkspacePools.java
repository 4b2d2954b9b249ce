package dev.virtworkbench.server.workspace;

import dev.virtworkbench.language.rules.WorkspaceFacts.Pool;
import dev.virtworkbench.language.rules.WorkspaceFacts;
import dev.virtworkbench.server.documents.Snapshot;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The storage pools that the documents of the workspace describe, open ones and those on disk; an open document wins over
 * its file. Files are looked for only once the first pool is open or judged, since nobody else wants to know. Thread-safe.
 */
public final class WorkspacePools {

    private final Consumer<Optional<String>> changed;
    private final Runnable wanted;
    private final Map<String, Pool> open = new TreeMap<>();
    private final Map<String, Pool> onDisk = new TreeMap<>();
    private boolean searched;

    private record Beside(List<Pool> otherPools) implements WorkspaceFacts {
    }

    /**
     * @param changed is called when what one pool says may matter to others, with the URI of its document if that is open
     * @param wanted is called once, when the files of the workspace are first wanted
     */
    public WorkspacePools(Consumer<Optional<String>> changed, Runnable wanted) {
        this.changed = changed;
        this.wanted = wanted;
    }

    /** Takes note of what an open document says now. */
    public void edited(Snapshot snapshot) {
        Optional<Pool> pool = snapshot.libvirt().flatMap(document -> Pool.of(label(snapshot.uri()), document.tree()));
        boolean differs;
        boolean first;
        synchronized (this) {
            String key = key(snapshot.uri());
            Pool before = pool.isPresent() ? open.put(key, pool.get()) : open.remove(key);
            differs = !Optional.ofNullable(before).equals(pool) && open.size() + onDisk.size() > 1;
            first = pool.isPresent() && !searched;
            searched |= first;
        }
        if (first) {
            wanted.run();
        }
        if (differs) {
            changed.accept(Optional.of(snapshot.uri()));
        }
    }

    public void closed(String uri) {
        synchronized (this) {
            if (open.remove(key(uri)) == null) {
                return;
            }
        }
        changed.accept(Optional.empty());
    }

    /** Replaces what is known of one file; empty if it is gone or no pool. */
    public void file(Path file, Optional<Pool> pool) {
        String key = file.toUri().toString();
        synchronized (this) {
            Pool before = pool.isPresent() ? onDisk.put(key, pool.get()) : onDisk.remove(key);
            if (Optional.ofNullable(before).equals(pool)) {
                return;
            }
        }
        changed.accept(Optional.empty());
    }

    /** Replaces what is known of all files. */
    public void files(Map<Path, Pool> pools) {
        synchronized (this) {
            Map<String, Pool> before = Map.copyOf(onDisk);
            onDisk.clear();
            pools.forEach((file, pool) -> onDisk.put(file.toUri().toString(), pool));
            if (onDisk.equals(before)) {
                return;
            }
        }
        changed.accept(Optional.empty());
    }

    /** What the other pools are, seen from one document; nothing for a document that is no pool. */
    public synchronized WorkspaceFacts beside(Snapshot snapshot) {
        return open.containsKey(key(snapshot.uri())) ? others(snapshot) : WorkspaceFacts.NONE;
    }

    /** The same for a document that is not open. */
    public WorkspaceFacts besideFile(Snapshot snapshot) {
        if (snapshot.libvirt().flatMap(document -> Pool.of(label(snapshot.uri()), document.tree())).isEmpty()) {
            return WorkspaceFacts.NONE;
        }
        boolean first;
        synchronized (this) {
            first = !searched;
            searched = true;
        }
        if (first) {
            wanted.run();
        }
        return others(snapshot);
    }

    private synchronized WorkspaceFacts others(Snapshot snapshot) {
        Map<String, Pool> others = new TreeMap<>(onDisk);
        others.putAll(open);
        others.remove(key(snapshot.uri()));
        return others.isEmpty() ? WorkspaceFacts.NONE : new Beside(List.copyOf(others.values()));
    }

    /** Whether anybody has wanted to know about files yet. */
    public synchronized boolean searched() {
        return searched;
    }

    /** One form for the URIs of one file, which clients escape each in their way. */
    private static String key(String uri) {
        return WorkspaceFiles.path(uri).map(path -> path.toUri().toString()).orElse(uri);
    }

    /** What people call a document: its path, or its URI where it is no file. */
    private static String label(String uri) {
        return WorkspaceFiles.path(uri).map(Path::toString).orElse(uri);
    }
}
