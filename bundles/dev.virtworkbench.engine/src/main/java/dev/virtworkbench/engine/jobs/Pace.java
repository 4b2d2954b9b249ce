package dev.virtworkbench.engine.jobs;

import java.time.Duration;
import java.util.Optional;

/**
 * How long a job will still take, by how long it has taken. One for each job, made when it begins; safe to use from any thread.
 */
public final class Pace {

    /** A guess from less would jump about. */
    private static final double ENOUGH = 0.02;

    private final long begun;

    /** @param now nanoseconds, as of {@link System#nanoTime()} */
    public Pace(long now) {
        begun = now;
    }

    /**
     * The time left; empty as long as nobody can know.
     *
     * @param fraction how much is done, 0 … 1
     * @param now nanoseconds, as of {@link System#nanoTime()}
     */
    public Optional<Duration> left(double fraction, long now) {
        return fraction < ENOUGH ? Optional.empty() : Optional.of(Duration.ofNanos(Math.round((now - begun) / fraction * (1 - fraction))));
    }

    /**
     * How much is done in a second.
     *
     * @param done units of work, as bytes
     * @param now nanoseconds, as of {@link System#nanoTime()}
     * @return such units a second; 0 as long as no time has passed
     */
    public long rate(long done, long now) {
        return now <= begun ? 0 : Math.round(done * 1e9 / (now - begun));
    }
}
