package dev.virtworkbench.engine.actions;

import dev.virtworkbench.engine.domains.Domains;
import dev.virtworkbench.engine.domains.ImageNeed;
import dev.virtworkbench.engine.domains.ImageUse;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.images.Images;
import dev.virtworkbench.engine.images.Shrink;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.engine.storage.Pool;
import dev.virtworkbench.engine.storage.Volume;
import dev.virtworkbench.engine.storage.VolumeSummary;
import dev.virtworkbench.language.findings.Message;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Lets what a person has agreed to happen only if nobody is in its way by then: between a question and its answer domains are
 * started and defined. Looks within the job, right before libvirt is called, which itself does not look; what begins within a
 * moment shares one look. One for each thing a person asks for, which may concern many objects. Safe to use from any thread.
 */
public final class UseCheck {

    /** A look goes through all volumes and domains of a host, and somebody may delete a hundred volumes. */
    private final SharedLook<ImageUse> use;
    /** Of the host of the volumes; empty for pools. */
    private final Optional<Images> images;

    /**
     * For volumes, and whatever images of any pool or beside them may build on.
     *
     * @param images of their host
     */
    public UseCheck(Images images) {
        this(images::use, Optional.of(images));
    }

    /** For these pools of a host. */
    public UseCheck(PoolAction action, Domains domains, Images images, Set<UUID> pools) {
        this(() -> action.look(domains, images, pools), Optional.empty());
    }

    private UseCheck(Supplier<Job<ImageUse>> look, Optional<Images> images) {
        this.use = new SharedLook<>(() -> look.get().await());
        this.images = images;
    }

    /**
     * The volume, whose jobs fail with {@link VolumeAction#refusals} if there are any by then, or if a program that libvirt does not
     * know has its image open.
     */
    public Volume before(VolumeAction action, Volume volume) {
        return volume.unless(() -> refusals(action, volume));
    }

    /**
     * The volume, which is made smaller only if nobody is in the way by then, and what its guest has divided off fits.
     *
     * @param size bytes that are left
     */
    public Volume beforeShrinking(Volume volume, long size) {
        return volume.unless(() -> Stream.concat(refusals(VolumeAction.SHRINK, volume).stream(),
                shrink(volume, size, images.orElseThrow()).told(volume.name()).stream()).toList());
    }

    private List<Message> refusals(VolumeAction action, Volume volume) {
        VolumeSummary now = volume.summary().await();
        List<Message> users = action.refusals(now, use.now());
        // a running domain has it locked as well, which says no more
        return users.isEmpty() ? locked(action, now).stream().toList() : users;
    }

    private Optional<Message> locked(VolumeAction action, VolumeSummary volume) {
        return images.filter(here -> here.possible() && action.heedsLocks() && volume.type().equals("file")).flatMap(here -> here.locked(volume.path()).await())
                .map(why -> new ImageNeed(ImageNeed.Kind.LOCKED, ImageNeed.volume(volume.name()), why, "").told(action.operation()));
    }

    /** What is known of whether it may become smaller. Waits. */
    public static Shrink shrink(Volume volume, long size, Images images) {
        try {
            return new Shrink(Optional.of(images.guestDisk(volume).await()), size);
        } catch (VirtException unread) {
            return new Shrink(Optional.empty(), size);
        }
    }

    /** The pool, whose jobs fail with {@link PoolAction#refusals} if there are any by then. */
    public Pool before(PoolAction action, Pool pool) {
        return pool.unless(() -> action.refusals(pool.summary().await(), use.now()));
    }
}
