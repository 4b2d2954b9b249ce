package dev.virtworkbench.engine.jobs;

/** The job as its own work sees it. */
public interface Task {

    /**
     * Tells how far the work is. Cheap enough to be called for every block of data.
     *
     * @param done units of work behind us, 0 … {@code total}
     * @param total all units; 0 where nobody knows
     */
    void progress(long done, long total);

    /**
     * As {@link #progress}, of work whose units are bytes: then a rate can be told.
     *
     * @param done bytes behind us
     * @param total all bytes; 0 where nobody knows
     */
    default void bytes(long done, long total) {
        progress(done, total);
    }

    /** Whether somebody asked to stop. Work that can stop looks at this between its steps. */
    boolean cancelled();

    /**
     * Ends the work if somebody asked to stop.
     *
     * @throws java.util.concurrent.CancellationException if so
     */
    void stopIfCancelled();

    /**
     * From now on the job cannot be cancelled: what follows is done to its end, and told. For work with
     * {@link Cancellation#UNTIL_CHANGING}.
     *
     * @throws java.util.concurrent.CancellationException if somebody asked to stop before: then nothing must follow
     */
    void beginChanging();
}
