package dev.virtworkbench.explorer.jobs;

import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.engine.jobs.JobListener;
import dev.virtworkbench.engine.jobs.JobState;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Puts every job of the engine that does more than look into the Progress view, from when it runs: those that wait for a thread
 * of their host may be thousands.
 */
public final class JobsInProgress implements JobListener {

    private final Map<Job<?>, ShownJob> shown = new ConcurrentHashMap<>();

    @Override
    public void changed(Job<?> job) {
        if (job.operation().reads() || job.state() == JobState.WAITING) {
            return;
        }
        if (!job.state().finished()) {
            shown.computeIfAbsent(job, this::show).moved();
        }
        // asked again: somebody may have cancelled it meanwhile, on another thread
        if (job.state().finished()) {
            shown.remove(job);
        }
    }

    private ShownJob show(Job<?> job) {
        ShownJob made = new ShownJob(job);
        made.schedule();
        return made;
    }
}
