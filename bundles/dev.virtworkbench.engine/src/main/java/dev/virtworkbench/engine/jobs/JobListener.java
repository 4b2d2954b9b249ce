package dev.virtworkbench.engine.jobs;

/** Told of every step of every job. Called on the thread that made the step: return at once, and hop to your own. */
@FunctionalInterface
public interface JobListener {

    /** The job was started, moved on, or ended. */
    void changed(Job<?> job);
}
