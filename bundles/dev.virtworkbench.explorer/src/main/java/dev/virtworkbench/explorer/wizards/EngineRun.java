package dev.virtworkbench.explorer.wizards;

import dev.virtworkbench.engine.jobs.Job;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.core.runtime.IProgressMonitor;

/** Waits for a job of the engine where the workbench shows that something goes on and has a button to cancel. */
final class EngineRun {

    private static final int LOOK_MILLISECONDS = 100;

    private EngineRun() { }

    /**
     * Waits, not on the UI thread. Cancelling the monitor cancels the job.
     *
     * @throws dev.virtworkbench.engine.errors.VirtException if the job failed
     * @throws java.util.concurrent.CancellationException if it was cancelled
     */
    static <T> T await(Job<T> job, IProgressMonitor monitor) throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        job.result().whenComplete((result, failure) -> ended.countDown());
        monitor.beginTask(job.name().in(Locale.getDefault()), IProgressMonitor.UNKNOWN);
        while (!ended.await(LOOK_MILLISECONDS, TimeUnit.MILLISECONDS)) {
            if (monitor.isCanceled()) {
                job.cancel();
            }
        }
        monitor.done();
        return job.await();
    }
}
