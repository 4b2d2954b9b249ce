package dev.virtworkbench.engine.actions;

import dev.virtworkbench.engine.domains.ImageNeed;
import dev.virtworkbench.engine.domains.ImageUse;
import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.storage.PoolAbilities;
import dev.virtworkbench.engine.storage.PoolSummary;
import dev.virtworkbench.engine.storage.VolumeSummary;
import dev.virtworkbench.language.findings.Message;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be done to volumes of an active pool. */
public enum VolumeAction {
    CLONE(Operation.VOLUME_CLONE, false), GROW(Operation.VOLUME_RESIZE, true), DOWNLOAD(Operation.VOLUME_DOWNLOAD, false),
    /** Overwrites what is in it. */
    UPLOAD(Operation.VOLUME_UPLOAD, true),
    /** Cuts off what is behind the new end. */
    SHRINK(Operation.VOLUME_RESIZE, true),
    WIPE(Operation.VOLUME_WIPE, true),
    DELETE(Operation.VOLUME_DELETE, true);

    private static final List<Need<PoolSummary>> POOL = List.of(new Need<>("active", pool -> pool.state().active()));

    private final Operation operation;
    private final boolean changes;

    VolumeAction(Operation operation, boolean changes) {
        this.operation = operation;
        this.changes = changes;
    }

    /** What it is for libvirt. */
    public Operation operation() {
        return operation;
    }

    /** Whether something is lost to whoever has the image open: what grows is all there afterwards. */
    boolean heedsLocks() {
        return changes && this != GROW;
    }

    /** Whether it can be done to volumes of that pool, as it is and by what libvirt can do with its type. */
    public boolean enabled(PoolSummary pool) {
        return obstacle(pool).isEmpty();
    }

    /** Why it cannot be done to volumes of that pool; empty if it can. */
    public Optional<Message> obstacle(PoolSummary pool) {
        return PoolAbilities.lacks(pool.type(), operation).or(() -> Need.lacking(POOL, pool, pool.name()));
    }

    /**
     * Why it must not be done: the domains that use the volume and the images that build on it. libvirt itself does not
     * look. Growing is refused only while a domain runs with it, or images build on it; what reads all of it, while a running domain
     * writes to it: a copy were no state of a disk.
     *
     * @param use the host's, asked just before
     * @return a reason each, with the safe way instead; empty if nothing is in the way
     */
    public List<Message> refusals(VolumeSummary volume, ImageUse use) {
        Message name = ImageNeed.volume(volume.name());
        if (!changes) {
            return use.writers(volume.path()).stream().map(user -> new ImageNeed(ImageNeed.Kind.WRITING, name, user.domain(), user.target()))
                    .map(need -> need.told(operation)).toList();
        }
        Stream<ImageNeed> domains = use.domains(volume.path()).stream().filter(user -> user.running() || this != GROW || !user.directly())
                .map(user -> ImageNeed.of(name, user));
        Stream<ImageNeed> images = use.children(volume.path()).stream().map(child -> new ImageNeed(ImageNeed.Kind.CHILD, name, child, ""));
        return Stream.concat(domains, images).map(need -> need.told(operation)).toList();
    }
}
