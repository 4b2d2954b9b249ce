package dev.virtworkbench.engine.jobs;

import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.threads.UnblockedThreads;
import dev.virtworkbench.language.findings.Message;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * One piece of work. It has begun, or waits for a thread, when the caller gets it. Safe to use from any thread.
 *
 * @param <T> what it gives
 */
public final class Job<T> {

    private final Operation operation;
    private final Message name;
    private final Cancellation cancellation;
    private final Consumer<Job<?>> changed;
    private final CompletableFuture<T> result = new CompletableFuture<>();
    private final AtomicReference<JobState> state;
    private volatile double fraction = Double.NaN;
    private volatile long bytes;

    Job(Operation operation, String object, Cancellation cancellation, Consumer<Job<?>> changed) {
        this(operation, object, cancellation, JobState.WAITING, changed);
    }

    private Job(Operation operation, String object, Cancellation cancellation, JobState state, Consumer<Job<?>> changed) {
        this.state = new AtomicReference<>(state);
        this.operation = operation;
        this.name = operation.on(object);
        this.cancellation = cancellation;
        this.changed = changed;
    }

    /** A part of a larger job: cannot be cancelled by itself. */
    static <T> Job<T> step(Operation operation, String object, Consumer<Job<?>> changed) {
        return new Job<>(operation, object, Cancellation.UNTIL_CHANGING, JobState.CHANGING, changed);
    }

    /** What it does to what, as in “Start pool images”. */
    public Message name() {
        return name;
    }

    public Operation operation() {
        return operation;
    }

    public JobState state() {
        return state.get();
    }

    /** What {@link #cancel()} would come to once it runs. */
    public Cancellation cancellation() {
        return cancellation;
    }

    /** How much is done, 0 … 1; empty where nobody knows. */
    public OptionalDouble fraction() {
        double now = fraction;
        return Double.isNaN(now) ? OptionalDouble.empty() : OptionalDouble.of(now);
    }

    /** All the bytes that it goes through; empty where it counts something else, or nobody knows how many they are. */
    public OptionalLong bytes() {
        long now = bytes;
        return now > 0 ? OptionalLong.of(now) : OptionalLong.empty();
    }

    /**
     * Asks it to stop; see {@link Cancellation} for what that comes to. Does nothing to a job that is finished, or that cannot
     * be cancelled any more.
     *
     * @return whether it will stop, or is not waited for
     */
    public boolean cancel() {
        if (state.compareAndSet(JobState.WAITING, JobState.CANCELLED)) {
            end(new CancellationException());
            return true;
        }
        if (cancellation.clearsAway()) {
            boolean asked = state.compareAndSet(JobState.RUNNING, JobState.CANCELLING);
            if (asked) {
                changed.accept(this);
            }
            return asked || state.get() == JobState.CANCELLING;
        }
        if (state.compareAndSet(JobState.RUNNING, JobState.CANCELLED)) {
            end(new CancellationException());
            return true;
        }
        return false;
    }

    /**
     * Its end. Fails with {@link VirtException}, with {@link CancellationException} after {@link #cancel()}, or, for a
     * defect, with whatever was thrown. Actions that are hung on it run on a thread of the engine.
     */
    public CompletionStage<T> result() {
        return result.minimalCompletionStage();
    }

    /**
     * Waits for its end.
     *
     * @throws IllegalStateException if it has not ended, on a thread that has to go on: see {@link UnblockedThreads}
     * @throws VirtException if it failed
     * @throws CancellationException if it was cancelled, or the waiting thread was interrupted (the thread stays so)
     */
    public T await() {
        if (!result.isDone()) {
            UnblockedThreads.refuse(this);
        }
        try {
            return result.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            CancellationException stopped = new CancellationException();
            stopped.initCause(e);
            throw stopped;
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case VirtException failure -> throw failure;
                case RuntimeException defect -> throw defect;
                default -> throw new CompletionException(e.getCause());
            }
        }
    }

    /** Where it stands, in words: what it has come to once it is finished. */
    public Message outcome() {
        JobState now = state.get();
        if (now == JobState.FAILED && result.isCompletedExceptionally()) {
            return result.handle((value, failure) -> failure instanceof VirtException told
                    ? told.text() : Message.of(Job.class, "outcome.defect", name, failure)).join();
        }
        return Message.of(Job.class, "outcome." + word(now), name);
    }

    private String word(JobState now) {
        if (now == JobState.CANCELLED && cancellation == Cancellation.STOPS_WAITING) {
            return "NOT_WAITED_FOR";
        }
        return now == JobState.CANCELLING && cancellation == Cancellation.TAKES_BACK ? "TAKING_BACK" : now.toString();
    }

    /** Runs the work on this thread, unless the job was cancelled before. */
    void run(Work<T> work) {
        if (state.compareAndSet(JobState.WAITING, JobState.RUNNING)) {
            changed.accept(this);
        } else if (state.get() != JobState.CHANGING) {
            return;
        }
        try {
            finish(work.run(new OwnTask()));
        } catch (CancellationException e) {
            settle(JobState.CANCELLED, e);
        } catch (Exception | LinkageError e) {
            settle(JobState.FAILED, e);
        } catch (Throwable e) {
            // whoever waits for it must hear of it; the thread must not go on
            settle(JobState.FAILED, e);
            throw e;
        }
    }

    private void finish(T value) {
        JobState before = state.getAndUpdate(now -> now.finished() ? now : JobState.DONE);
        if (!before.finished()) {
            fraction = 1;
            changed.accept(this);
            result.complete(value);
        }
    }

    private void settle(JobState end, Throwable why) {
        JobState before = state.getAndUpdate(now -> now.finished() ? now : end);
        if (!before.finished()) {
            end(why);
        }
    }

    private void end(Throwable why) {
        changed.accept(this);
        result.completeExceptionally(why);
    }

    @Override
    public String toString() {
        return name.key() + name.arguments() + " " + state;
    }

    private final class OwnTask implements Task {

        @Override
        public void progress(long done, long total) {
            double now = total <= 0 ? Double.NaN : Math.clamp((double) done / total, 0, 1);
            // a listener is told of whole percents only: there may be a million blocks
            boolean told = (int) (fraction * 100) == (int) (now * 100);
            fraction = now;
            if (!told) {
                changed.accept(Job.this);
            }
        }

        @Override
        public void bytes(long done, long total) {
            bytes = total;
            progress(done, total);
        }

        @Override
        public boolean cancelled() {
            JobState now = state.get();
            return now == JobState.CANCELLING || now == JobState.CANCELLED;
        }

        @Override
        public void beginChanging() {
            // in one step: whoever cancels comes before it or too late
            if (state.compareAndSet(JobState.RUNNING, JobState.CHANGING)) {
                changed.accept(Job.this);
            } else if (state.get() != JobState.CHANGING) {
                throw new CancellationException();
            }
        }

        @Override
        public void stopIfCancelled() {
            if (cancelled()) {
                throw new CancellationException();
            }
        }
    }
}
