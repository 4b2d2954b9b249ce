package dev.virtworkbench.engine.jobs;

import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;

/** The job as its own work sees it. */
public interface Task {

    /** How often what waits for something else looks whether it was cancelled. */
    int LOOK_FOR_CANCEL_MS = 100;

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
     * @throws CancellationException if so
     */
    void stopIfCancelled();

    /**
     * From now on the job cannot be cancelled: what follows is done to its end, and told. For work with
     * {@link Cancellation#UNTIL_CHANGING}.
     *
     * @throws CancellationException if somebody asked to stop before: then nothing must follow
     */
    void beginChanging();

    /**
     * Waits between two looks at something.
     *
     * @throws CancellationException if somebody asked to stop meanwhile, or the thread is interrupted
     */
    default void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
            stopIfCancelled();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    /**
     * Waits for a lock, and takes it.
     *
     * @throws CancellationException if somebody asks to stop meanwhile, or the thread is interrupted: then it is not taken
     */
    default void take(Lock lock) {
        try {
            while (!lock.tryLock(LOOK_FOR_CANCEL_MS, TimeUnit.MILLISECONDS)) {
                stopIfCancelled();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }
}
