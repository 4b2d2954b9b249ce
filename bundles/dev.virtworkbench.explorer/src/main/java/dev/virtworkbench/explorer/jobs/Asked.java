package dev.virtworkbench.explorer.jobs;

import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.explorer.dialogs.Failure;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.eclipse.ui.PlatformUI;

/** Jobs that a person has asked for: what goes wrong is told once, in a dialog. */
public final class Asked {

    private Asked() { }

    /** Goes on with the result, on the UI thread, if there is one. Comes back at once. */
    public static <T> void then(Job<T> job, Consumer<T> next) {
        job.result().whenComplete((result, failure) -> {
            if (failure == null) {
                PlatformUI.getWorkbench().getDisplay().asyncExec(() -> next.accept(result));
            } else {
                Failure.show(Failure.plain(failure));
            }
        });
    }

    /**
     * Tells in one dialog which of several failed. Comes back at once.
     *
     * @param afterwards is run when all have ended, however, on any thread
     */
    public static void all(Collection<? extends Job<?>> jobs, Runnable afterwards) {
        Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
        CompletableFuture<?>[] ends = jobs.stream().map(job -> job.result().handle((result, failure) -> {
            if (failure != null) {
                failures.add(Failure.plain(failure));
            }
            return null;
        }).toCompletableFuture()).toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(ends).thenRun(() -> {
            afterwards.run();
            Failure.show(List.copyOf(failures));
        });
    }
}
