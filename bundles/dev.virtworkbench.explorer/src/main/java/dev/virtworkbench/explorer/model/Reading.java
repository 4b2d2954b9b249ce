package dev.virtworkbench.explorer.model;

import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.jobs.Job;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A list of which reading takes time, as it was read last. However often it is to be read again while that goes on, it is read
 * once more only. What was read stays until there is something newer, so that nothing flickers. Safe to use from any thread.
 *
 * @param <T> what is in the list
 */
public final class Reading<T> {

    private static final System.Logger LOG = System.getLogger(Reading.class.getName());

    private final Supplier<Job<List<T>>> read;
    private final Comparator<T> order;
    private final Runnable changed;
    private List<T> latest;
    private VirtException failure;
    private boolean wanted;
    private boolean reading;
    private boolean again;

    /**
     * @param order how the list is sorted, beside the UI thread
     * @param changed called on any thread when an attempt has brought something else than the one before
     */
    Reading(Supplier<Job<List<T>>> read, Comparator<T> order, Runnable changed) {
        this.read = read;
        this.order = order;
        this.changed = changed;
    }

    /** What was read last, sorted; empty if nothing was yet or the last attempt failed. */
    public synchronized Optional<List<T>> latest() {
        return Optional.ofNullable(latest);
    }

    synchronized Optional<T> find(Predicate<T> wanted) {
        return latest == null ? Optional.empty() : latest.stream().filter(wanted).findFirst();
    }

    /** Why the last attempt failed. */
    public synchronized Optional<VirtException> failure() {
        return Optional.ofNullable(failure);
    }

    /** Reads it, in the background. */
    public void again() {
        synchronized (this) {
            wanted = true;
            if (reading) {
                again = true;
                return;
            }
            reading = true;
        }
        read.get().result().thenApply(found -> found.stream().sorted(order).toList()).whenComplete(this::ended);
    }

    /** Reads it again if somebody has looked at it before. */
    void againIfWanted() {
        synchronized (this) {
            if (!wanted) {
                return;
            }
        }
        again();
    }

    /** Reads it if nobody has. */
    void once() {
        synchronized (this) {
            if (wanted) {
                return;
            }
        }
        again();
    }

    /** Drops what was read: it holds no longer, and reading it would fail. */
    void forget() {
        synchronized (this) {
            wanted = false;
            latest = null;
            failure = null;
        }
        changed.run();
    }

    private void ended(List<T> found, Throwable end) {
        boolean more;
        boolean news;
        synchronized (this) {
            reading = false;
            more = again;
            again = false;
            news = found == null || !found.equals(latest);
            Throwable why = end != null && !(end instanceof VirtException) && end.getCause() != null ? end.getCause() : end;
            switch (why) {
                case null -> {
                    latest = found;
                    failure = null;
                }
                case VirtException told -> {
                    latest = null;
                    failure = told;
                }
                // somebody pressed Cancel in the Progress view: the next look reads it
                case CancellationException cancelled -> wanted = latest != null;
                default -> LOG.log(System.Logger.Level.ERROR, "what a host has could not be read", why);
            }
        }
        if (more) {
            again();
        }
        if (news) {
            changed.run();
        }
    }
}
