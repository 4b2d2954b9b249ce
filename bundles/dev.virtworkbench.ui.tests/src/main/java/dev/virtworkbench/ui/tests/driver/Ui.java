package dev.virtworkbench.ui.tests.driver;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;

/** The way from a test's thread to the UI thread, and waiting for what happens there. */
public final class Ui {

    /** How long to wait for anything: far longer than it takes, as the machine may be busy with something else. */
    public static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int LOOK_AGAIN_MILLISECONDS = 20;

    private Ui() {}

    /** What runs on the UI thread and may fail. */
    @FunctionalInterface
    public interface Step {
        /** Does it. */
        void run() throws Exception;
    }

    /** The display of the workbench. */
    public static Display display() {
        return PlatformUI.getWorkbench().getDisplay();
    }

    /** What {@code question} answers on the UI thread; its exception comes out here, checked ones wrapped. */
    public static <T> T get(Callable<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        display().syncExec(() -> answerTo(question, answer));
        try {
            return answer.join();
        } catch (java.util.concurrent.CompletionException e) {
            throw unwrapped(e.getCause());
        }
    }

    /** Does {@code step} on the UI thread and returns when it is done. */
    public static void run(Step step) {
        get(() -> {
            step.run();
            return null;
        });
    }

    /** Starts {@code step} on the UI thread and returns at once: for what opens a dialog and comes back when it is closed. */
    public static void start(Step step) {
        display().asyncExec(() -> {
            try {
                step.run();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** Waits until {@code condition} holds on the UI thread. @param what the condition in words, for the failure */
    public static void await(String what, Callable<Boolean> condition) {
        find(what, () -> condition.call() ? Optional.of(true) : Optional.empty());
    }

    /** Waits until {@code condition} holds that asks a host: on this thread, as the UI thread must not wait for one. */
    public static void awaitHost(String what, Callable<Boolean> condition) {
        if (Display.getCurrent() != null) {
            throw new IllegalStateException("the UI thread would wait for a host: " + what);
        }
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!condition.call()) {
                if (System.nanoTime() - end > 0) {
                    throw late(what);
                }
                TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (Exception e) {
            throw unwrapped(e);
        }
    }

    private static AssertionError late(String what) {
        Screenshots.take("timeout-" + what);
        return new AssertionError("not within " + PATIENCE.toSeconds() + " s: " + what + "; open: " + openShells());
    }

    /** Waits until {@code search} finds something on the UI thread and returns it. @param what what is looked for, in words */
    public static <T> T find(String what, Callable<Optional<T>> search) {
        if (Display.getCurrent() != null) {
            throw new IllegalStateException("the UI thread would wait for itself: " + what);
        }
        return find(PATIENCE, search).orElseThrow(() -> late(what));
    }

    /** Whether {@code condition} comes to hold on the UI thread; waits for that at most so long. */
    static boolean holdsWithin(Duration most, Callable<Boolean> condition) {
        return find(most, () -> condition.call() ? Optional.of(true) : Optional.empty()).isPresent();
    }

    private static <T> Optional<T> find(Duration most, Callable<Optional<T>> search) {
        CompletableFuture<T> found = new CompletableFuture<>();
        display().asyncExec(() -> look(search, found));
        try {
            return Optional.of(found.get(most.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            found.cancel(false);
            return Optional.empty();
        } catch (ExecutionException e) {
            throw unwrapped(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waits until all that stands in the UI thread's queue now is done. */
    public static void settle() {
        run(() -> {
            while (display().readAndDispatch()) {
                // the queue is what is waited for
            }
        });
    }

    private static <T> void look(Callable<Optional<T>> search, CompletableFuture<T> found) {
        if (found.isDone()) {
            return;
        }
        try {
            Optional<T> seen = search.call();
            if (seen.isPresent()) {
                found.complete(seen.get());
            } else {
                display().timerExec(LOOK_AGAIN_MILLISECONDS, () -> look(search, found));
            }
        } catch (Exception | AssertionError e) {
            found.completeExceptionally(e);
        }
    }

    private static <T> void answerTo(Callable<T> question, CompletableFuture<T> answer) {
        try {
            answer.complete(question.call());
        } catch (Exception | AssertionError e) {
            answer.completeExceptionally(e);
        }
    }

    private static RuntimeException unwrapped(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
    }

    private static String openShells() {
        return get(() -> Arrays.stream(display().getShells()).filter(Shell::isVisible)
                .map(shell -> '"' + shell.getText() + '"' + ((shell.getStyle() & SWT.APPLICATION_MODAL) != 0 ? " (modal)" : ""))
                .toList().toString());
    }
}
