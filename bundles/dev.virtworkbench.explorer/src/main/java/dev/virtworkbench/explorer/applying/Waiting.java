package dev.virtworkbench.explorer.applying;

import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.explorer.dialogs.Failure;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.PlatformUI;

/** Waiting for a job with a person: a busy cursor, and after a moment a dialog with Cancel. The window goes on being drawn. */
public final class Waiting {

    private static final int LOOK_FOR_CANCEL_MS = 100;

    private Waiting() { }

    /**
     * Starts a job and waits for it. On the UI thread. Who cancels when it is too late for the job waits no longer all the same, and
     * is told at its end what has come of it: a host may take very long.
     *
     * @return empty if the person cancelled
     * @throws VirtException if the job failed
     */
    public static <T> Optional<T> forResult(Supplier<Job<T>> start) {
        AtomicReference<T> result = new AtomicReference<>();
        try {
            PlatformUI.getWorkbench().getProgressService().busyCursorWhile(monitor -> result.set(await(start.get(), monitor)));
            return Optional.ofNullable(result.get());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException cancelled) {
            return Optional.empty();
        }
    }

    /** @throws InterruptedException if the job goes on, and nobody waits for it any more */
    private static void stop(Job<?> job) throws InterruptedException {
        if (!job.cancel() && !job.state().finished()) {
            job.result().whenComplete((result, failure) -> tell(job, failure));
            throw new InterruptedException();
        }
    }

    private static void tell(Job<?> job, Throwable failure) {
        if (failure != null) {
            Failure.show(Failure.plain(failure));
        } else {
            PlatformUI.getWorkbench().getDisplay().asyncExec(() -> MessageDialog.openInformation(
                    PlatformUI.getWorkbench().getModalDialogShellProvider().getShell(), Texts.of(job.name()), Texts.get("done-after-all", Texts.of(job.outcome()))));
        }
    }

    private static <T> T await(Job<T> job, IProgressMonitor monitor) throws InvocationTargetException, InterruptedException {
        monitor.beginTask(Texts.of(job.name()), IProgressMonitor.UNKNOWN);
        CompletableFuture<T> end = job.result().toCompletableFuture();
        try {
            while (true) {
                if (monitor.isCanceled()) {
                    stop(job);
                }
                try {
                    return end.get(LOOK_FOR_CANCEL_MS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException notYet) {
                    // only to look whether somebody pressed Cancel
                }
            }
        } catch (CancellationException cancelled) {
            throw new InterruptedException();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CancellationException) {
                throw new InterruptedException();
            }
            throw new InvocationTargetException(e.getCause());
        } finally {
            monitor.done();
        }
    }
}
