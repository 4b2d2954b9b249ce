package dev.virtworkbench.engine.clones;

import dev.virtworkbench.engine.errors.ErrorCode;
import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.storage.Folder;
import dev.virtworkbench.engine.storage.Pools;
import dev.virtworkbench.engine.storage.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The file with the variables of a clone's firmware: its boot entries and keys. libvirt copies it, with its own rights. */
final class Variables implements AutoCloseable {

    private final Pools pools;
    private final Optional<String> from;
    private final Optional<String> to;
    private final List<Folder> open = new ArrayList<>();
    private Optional<Volume> made = Optional.empty();

    private Variables(Pools pools, Optional<String> from, Optional<String> to) {
        this.pools = pools;
        this.from = from;
        this.to = to;
    }

    /** Those of an order; nothing where one of both domains has none. Fails the job where the clone would have the original's own. */
    static Variables of(Host host, CloneOrder order) {
        Optional<String> from = path(host, order.source().xml());
        Optional<String> to = from.isPresent() ? path(host, order.xml()) : Optional.empty();
        if (from.isPresent() && from.equals(to)) {
            throw VirtException.of(Operation.DOMAIN_CLONE, order.original().name(), Clones.message("variables", from.get()),
                    Clones.message("variables.hint"), null);
        }
        return new Variables(host.pools(), from, to);
    }

    private static Optional<String> path(Host host, String domain) {
        return host.domains().variables(domain).await().filter(path -> path.startsWith("/"));
    }

    /** Copies it. The file is made when a domain starts first: until then there is nothing to copy. */
    void copy() {
        if (from.isPresent() && to.isPresent()) {
            Folder folder = open(Folder.of(from.get()));
            if (folder.has(Folder.name(from.get()))) {
                Folder target = Folder.of(to.get()).equals(Folder.of(from.get())) ? folder : open(Folder.of(to.get()));
                made = Optional.of(folder.pool().volume(Folder.name(from.get())).copyTo(target.pool(), Folder.name(to.get()), bytes -> { }).await());
            }
        }
    }

    private Folder open(String path) {
        Folder folder = Folder.open(pools, path);
        open.add(folder);
        return folder;
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
        open.forEach(Folder::close);
    }
}
