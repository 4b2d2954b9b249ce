package dev.virtworkbench.engine.jobs;

import dev.virtworkbench.engine.errors.Operation;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Starts jobs and knows those that are not finished. Safe to use from any thread. */
public final class Jobs {

    private static final System.Logger LOG = System.getLogger(Jobs.class.getName());

    private final Set<Job<?>> unfinished = ConcurrentHashMap.newKeySet();
    private final List<JobListener> listeners = new CopyOnWriteArrayList<>();

    /**
     * Starts a job.
     *
     * @param operation what it does
     * @param object the name of what it is done to
     * @param threads where it runs; if they take no more work, the job is cancelled
     */
    public <T> Job<T> start(Operation operation, String object, Cancellation cancellation, Executor threads,
            Work<T> work) {
        Job<T> job = new Job<>(operation, object, cancellation, this::changed);
        unfinished.add(job);
        changed(job);
        try {
            threads.execute(() -> job.run(work));
        } catch (RejectedExecutionException closed) {
            job.cancel();
        }
        return job;
    }

    /**
     * Does a step of a larger job, on the caller's thread. Nobody can cancel it but by the larger one, between its steps: cancelled
     * alone, it would be taken for not done though libvirt went on with it.
     *
     * @param operation what it does
     * @param object the name of what it is done to
     * @return the finished job
     */
    public <T> Job<T> step(Operation operation, String object, Work<T> work) {
        Job<T> job = Job.step(operation, object, this::changed);
        unfinished.add(job);
        changed(job);
        job.run(work);
        return job;
    }

    /** The jobs that wait or run, in no order. */
    public List<Job<?>> unfinished() {
        return List.copyOf(unfinished);
    }

    public void addListener(JobListener listener) {
        listeners.add(listener);
    }

    public void removeListener(JobListener listener) {
        listeners.remove(listener);
    }

    private void changed(Job<?> job) {
        if (job.state().finished()) {
            unfinished.remove(job);
        }
        for (JobListener listener : listeners) {
            try {
                listener.changed(job);
            } catch (RuntimeException defect) {
                // a front end's mistake is no failure of the job
                LOG.log(System.Logger.Level.ERROR, "a job listener failed", defect);
            }
        }
    }
}
