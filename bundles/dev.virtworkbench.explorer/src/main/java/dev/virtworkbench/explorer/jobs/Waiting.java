package dev.virtworkbench.explorer.jobs;

import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.jobs.Cancellation;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.explorer.dialogs.Failure;
import dev.virtworkbench.explorer.labels.Words;
import dev.virtworkbench.explorer.workbench.Person;
import dev.virtworkbench.language.findings.Message;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.PlatformUI;

/**
 * Waiting for a job with a person who can cancel. Who does when it is too late for the job waits no longer all the same, and is told
 * at its end what has come of it: a host may take very long.
 */
public final class Waiting {

    private static final int LOOK_FOR_CANCEL_MS = 100;

    private Waiting() { }

    /**
     * Waits for a job with a busy cursor, and after a moment a dialog with Cancel. On the UI thread; the window goes on being drawn.
     *
     * @return empty if the person cancelled
     * @throws VirtException if the job failed
     */
    public static <T> Optional<T> forResult(Job<T> job) {
        AtomicReference<T> result = new AtomicReference<>();
        try {
            PlatformUI.getWorkbench().getProgressService().busyCursorWhile(monitor -> result.set(forResult(job, monitor)));
            return Optional.ofNullable(result.get());
        } catch (InvocationTargetException e) {
            return switch (e.getCause()) {
                case CancellationException cancelled -> Optional.empty();
                case RuntimeException failure -> throw failure;
                case null, default -> throw new IllegalStateException(e.getCause());
            };
        } catch (InterruptedException goesOn) {
            return Optional.empty();
        }
    }

    /**
     * Starts a job and waits as {@link #forResult(Job)}; what fails is told to the person, and so is what keeps it from starting.
     *
     * @param start is called at once and on this thread, so it may read widgets
     * @return empty if the person cancelled, or was told
     */
    public static <T> Optional<T> orTold(Supplier<Job<T>> start) {
        try {
            return forResult(start.get());
        } catch (RuntimeException failure) {
            Failure.show(failure);
            return Optional.empty();
        }
    }

    /**
     * Waits for a job where something shows that it goes on and has a button to cancel. Not on the UI thread.
     *
     * @param monitor cancels the job when it is cancelled
     * @throws VirtException if the job failed
     * @throws CancellationException if it was cancelled
     * @throws InterruptedException if it was too late to cancel it, and its end will be told; or if libvirt goes on before what it makes is
     *         removed, and only that this failed will be told
     */
    public static <T> T forResult(Job<T> job, IProgressMonitor monitor) throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        job.result().whenComplete((result, failure) -> ended.countDown());
        monitor.beginTask(Words.of(job.name()), IProgressMonitor.UNKNOWN);
        try {
            while (!ended.await(LOOK_FOR_CANCEL_MS, TimeUnit.MILLISECONDS)) {
                if (monitor.isCanceled() && goesOnAfterCancel(job)) {
                    job.result().whenComplete((result, failure) -> tell(job, failure));
                    throw new InterruptedException();
                }
            }
            return job.await();
        } finally {
            monitor.done();
        }
    }

    /** libvirt may take minutes to come to the end of what is taken back then: nobody has to wait for that. */
    private static boolean goesOnAfterCancel(Job<?> job) {
        boolean stops = job.cancel();
        return (!stops || job.cancellation() == Cancellation.TAKES_BACK) && !job.state().finished();
    }

    private static void tell(Job<?> job, Throwable failure) {
        if (failure != null) {
            Failure.show(Failure.plain(failure));
        } else {
            PlatformUI.getWorkbench().getDisplay().asyncExec(() -> MessageDialog.openInformation(
                    Person.shell(), Words.of(job.name()),
                    Words.of(Message.of(Waiting.class, "done-after-all", Words.of(job.outcome())))));
        }
    }
}
