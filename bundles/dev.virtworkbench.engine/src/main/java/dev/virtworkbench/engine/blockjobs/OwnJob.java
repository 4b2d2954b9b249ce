package dev.virtworkbench.engine.blockjobs;

import java.util.Optional;
import java.util.Set;

/**
 * How a job that was begun here is told from others: a disk has one at a time, but as soon as one has ended anybody may begin the next.
 *
 * @param types of libvirt's {@code virDomainBlockJobType}, any of them
 * @param mirror path of the image that is brought to the same contents; empty if none is
 * @param end flags of {@code virDomainBlockJobAbortFlags} that it is ended with once both are the same
 */
record OwnJob(Set<Integer> types, Optional<String> mirror, int end) {

    /** VIR_DOMAIN_BLOCK_JOB_ABORT_PIVOT. */
    static final int PIVOT = 2;
    /** VIR_DOMAIN_BLOCK_JOB_TYPE_*. */
    private static final int TYPE_PULL = 1;
    private static final int TYPE_COPY = 2;
    private static final int TYPE_COMMIT = 3;
    private static final int TYPE_ACTIVE_COMMIT = 4;

    /** It ends by itself. */
    static final OwnJob PULL = new OwnJob(Set.of(TYPE_PULL), Optional.empty(), 0);

    /**
     * QEMU calls it a commit, libvirt an active one.
     *
     * @param bottom that the images above it are written into, all of them, so that the domain goes on with that one
     */
    static OwnJob commit(String bottom) {
        return new OwnJob(Set.of(TYPE_COMMIT, TYPE_ACTIVE_COMMIT), Optional.of(bottom), PIVOT);
    }

    static OwnJob copy(String path, BlockJobs.Finish finish) {
        return new OwnJob(Set.of(TYPE_COPY), Optional.of(path), finish == BlockJobs.Finish.PIVOT ? PIVOT : 0);
    }

    /** Whether it is this one that brings another image to the same contents. */
    boolean mirrors(RunningDisk disk) {
        return mirror.isPresent() && mirror.equals(disk.mirror());
    }
}
