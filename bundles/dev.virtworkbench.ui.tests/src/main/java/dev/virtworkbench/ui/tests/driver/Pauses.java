package dev.virtworkbench.ui.tests.driver;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** How long the UI thread leaves a person waiting: the longest time from a request to its turn, asked again and again. */
public final class Pauses implements AutoCloseable {

    /** From here on it is of interest what the UI thread did. */
    private static final long LONG_MILLISECONDS = 60;

    private final List<StackTraceElement[]> doing = new CopyOnWriteArrayList<>();
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

    /** What the UI thread was doing in the middle of the pauses worth looking at: the frames nearest to the top, for people. */
    public String doing() {
        return doing.stream().map(frames -> Arrays.stream(frames).limit(40).map(Object::toString).collect(Collectors.joining("\n    ")))
                .collect(Collectors.joining("\n  and\n    ", "    ", ""));
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
                if (!turn.tryAcquire(LONG_MILLISECONDS, TimeUnit.MILLISECONDS)) {
                    doing.add(Ui.display().getThread().getStackTrace());
                    turn.acquire();
                }
                longest.accumulateAndGet(System.nanoTime() - asked, Math::max);
            }
        } catch (InterruptedException e) {
            // measured enough
        }
    }
}
