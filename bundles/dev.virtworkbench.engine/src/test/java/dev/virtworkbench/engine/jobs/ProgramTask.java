package dev.virtworkbench.engine.jobs;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The job of a program that a test has run: nobody knows how far that is.
 *
 * @param stop whether somebody has cancelled it
 */
public record ProgramTask(AtomicBoolean stop) implements Task {

    /** Nobody cancels it. */
    public static final Task PATIENT = new ProgramTask(new AtomicBoolean());

    @Override
    public void progress(long done, long total) {
        throw new AssertionError("nobody knows how far a program is");
    }

    @Override
    public boolean cancelled() {
        return stop.get();
    }

    @Override
    public void stopIfCancelled() {
        if (cancelled()) {
            throw new CancellationException();
        }
    }

    @Override
    public void beginChanging() {
        stopIfCancelled();
    }
}
