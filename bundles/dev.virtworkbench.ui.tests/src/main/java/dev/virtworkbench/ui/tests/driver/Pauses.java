package dev.virtworkbench.ui.tests.driver;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * How long the UI thread leaves a person waiting: the longest time between two beats of a timer, whose turn comes as that of a key
 * or a click would, before what is only to be drawn.
 */
public final class Pauses implements AutoCloseable {

    private static final int BEAT_MILLISECONDS = 5;

    /** From here on it is of interest what the UI thread did. */
    private static final Duration LONG = Duration.ofMillis(60);

    private static final int LOOK_MILLISECONDS = 10;

    private final List<StackTraceElement[]> doing = new CopyOnWriteArrayList<>();
    private final AtomicLong longest = new AtomicLong();
    private final Thread watching = new Thread(this::watch, "pauses of the UI thread");
    private volatile long beat = System.nanoTime();
    private volatile boolean ended;

    /** Begins to measure. */
    public Pauses() {
        Ui.run(this::beat);
        watching.setDaemon(true);
        watching.start();
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
        ended = true;
        watching.interrupt();
    }

    private void beat() {
        long now = System.nanoTime();
        longest.accumulateAndGet(now - beat - Duration.ofMillis(BEAT_MILLISECONDS).toNanos(), Math::max);
        beat = now;
        if (!ended) {
            Ui.display().timerExec(BEAT_MILLISECONDS, this::beat);
        }
    }

    private void watch() {
        long seen = beat;
        try {
            while (true) {
                Thread.sleep(LOOK_MILLISECONDS);
                long last = beat;
                if (last != seen && System.nanoTime() - last > LONG.toNanos()) {
                    seen = last;
                    doing.add(Ui.display().getThread().getStackTrace());
                }
            }
        } catch (InterruptedException e) {
            // measured enough
        }
    }
}
