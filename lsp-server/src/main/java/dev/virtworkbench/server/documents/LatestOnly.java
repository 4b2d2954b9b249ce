package dev.virtworkbench.server.documents;

import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Runs a task again for each newer state, never twice at once, and passes over states that are outdated before their turn.
 * There is no delay in it: the first request after a pause runs at once, and those that come while it runs wait exactly
 * as long as it costs, then only the last of them runs. Thread-safe.
 */
final class LatestOnly {

    private final Executor threads;
    private final Consumer<BooleanSupplier> task;
    private boolean running;
    private boolean stopped;
    private long wanted;

    /** @param task is told how to find out whether it has been overtaken, so that it can end early and say nothing */
    LatestOnly(Executor threads, Consumer<BooleanSupplier> task) {
        this.threads = threads;
        this.task = task;
    }

    synchronized void request() {
        wanted++;
        if (!running && !stopped) {
            running = true;
            threads.execute(this::run);
        }
    }

    /** Nothing is wanted any more, for good. */
    synchronized void stop() {
        stopped = true;
    }

    private void run() {
        long mine;
        synchronized (this) {
            mine = wanted;
        }
        try {
            task.accept(() -> overtaken(mine));
        } finally {
            synchronized (this) {
                running = mine != wanted && !stopped;
                if (running) {
                    threads.execute(this::run);
                }
            }
        }
    }

    private synchronized boolean overtaken(long mine) {
        return stopped || mine != wanted;
    }
}
