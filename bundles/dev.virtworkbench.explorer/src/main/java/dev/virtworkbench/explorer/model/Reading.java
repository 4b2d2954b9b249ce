package dev.virtworkbench.explorer.model;

import dev.virtworkbench.engine.errors.ErrorCode;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.jobs.Job;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A list of which reading takes time, as it was read last. However often it is to be read again while that goes on, it is read
 * once more only. What was read stays until there is something newer, so that nothing flickers. Safe to use from any thread.
 *
 * @param <T> what is in the list
 */
public final class Reading<T> {

    private static final System.Logger LOG = System.getLogger(Reading.class.getName());

    private final Supplier<Job<List<T>>> read;
    private final Optional<Supplier<Job<List<T>>>> sketch;
    private final Function<T, ?> key;
    private final Comparator<T> order;
    private final Runnable changed;
    private List<T> latest;
    /** Those of {@link #latest} by their key: somebody may ask for each of ten thousand. */
    private Map<?, T> byKey = Map.of();
    /** Whether what was read last is more than the sketch. */
    private boolean complete;
    private Job<List<T>> job;
    private VirtException failure;
    private boolean wanted;
    private boolean reading;
    private boolean again;

    /**
     * @param key tells one from another, also when it was read again
     * @param order how the list is sorted, beside the UI thread
     * @param changed called on any thread when an attempt has brought something else than the one before
     */
    public Reading(Supplier<Job<List<T>>> read, Function<T, ?> key, Comparator<T> order, Runnable changed) {
        this(Optional.empty(), read, key, order, changed);
    }

    /**
     * As above, for a list that takes long.
     *
     * @param sketch reads quickly what can be shown until the rest is there
     */
    public Reading(Optional<Supplier<Job<List<T>>>> sketch, Supplier<Job<List<T>>> read, Function<T, ?> key, Comparator<T> order,
            Runnable changed) {
        this.sketch = sketch;
        this.read = read;
        this.key = key;
        this.order = order;
        this.changed = changed;
    }

    /** What was read last, sorted; empty if nothing was yet or the last attempt failed. */
    public synchronized Optional<List<T>> latest() {
        return Optional.ofNullable(latest);
    }

    /** Whether {@link #latest} is all there is to read, and no sketch. */
    public synchronized boolean complete() {
        return complete;
    }

    /** The one with that key as it was read last. Soon found among many. */
    public synchronized Optional<T> find(Object wanted) {
        return Optional.ofNullable(byKey.get(wanted));
    }

    private void keep(List<T> found) {
        latest = found;
        byKey = found == null ? Map.of() : found.stream().collect(Collectors.toMap(key, each -> each, (first, same) -> first));
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
        if (!complete()) {
            // where this fails, so does the whole list, which tells
            sketch.ifPresent(first -> first.get().result().thenApply(this::sorted).thenAccept(this::sketched));
        }
        Job<List<T>> started = read.get();
        synchronized (this) {
            job = started;
        }
        started.result().thenApply(this::sorted).whenComplete(this::ended);
    }

    private List<T> sorted(List<T> found) {
        return found.stream().sorted(order).toList();
    }

    private void sketched(List<T> found) {
        synchronized (this) {
            if (!reading || latest != null) {
                return;
            }
            keep(found);
        }
        changed.run();
    }

    /** Nobody looks at it where this is called: what is not read yet is read when somebody does. */
    public void stop() {
        Job<List<T>> running;
        synchronized (this) {
            running = complete ? null : job;
        }
        if (running != null) {
            running.cancel();
        }
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

    /** Reads it again if it was read before, or could not be; what is being read for the first time is not read twice. */
    public void againIfRead() {
        if (complete() || failure().isPresent()) {
            again();
        }
    }

    /** Reads it if nobody has. */
    public void once() {
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
            keep(null);
            complete = false;
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
                    keep(found);
                    complete = true;
                    failure = null;
                }
                // while a pool is started that does not answer; the host tells when that has ended
                case VirtException told when told.code() == ErrorCode.OPERATION_TIMEOUT && complete -> news = false;
                case VirtException told -> {
                    keep(null);
                    complete = false;
                    failure = told;
                }
                // the next look reads it
                case CancellationException cancelled -> wanted = complete;
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
