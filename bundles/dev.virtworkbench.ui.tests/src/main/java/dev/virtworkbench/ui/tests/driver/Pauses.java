package dev.virtworkbench.ui.tests.driver;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/** How long the UI thread leaves a person waiting: the longest time from a request to its turn, asked again and again. */
public final class Pauses implements AutoCloseable {

    private final AtomicLong longest = new AtomicLong();
    private final Thread asking = new Thread(this::ask, "pauses of the UI thread");

    /** Begins to measure. */
    public Pauses() {
        asking.setDaemon(true);
        asking.start();
    }

    /** The longest pause so far. */
    public Duration longest() {
        return Duration.ofNanos(longest.get());
    }

    /** Ends measuring; {@link #longest} keeps its answer. */
    @Override
    public void close() {
        asking.interrupt();
    }

    private void ask() {
        Semaphore turn = new Semaphore(0);
        try {
            while (true) {
                long asked = System.nanoTime();
                Ui.display().asyncExec(turn::release);
                turn.acquire();
                longest.accumulateAndGet(System.nanoTime() - asked, Math::max);
            }
        } catch (InterruptedException e) {
            // measured enough
        }
    }
}
