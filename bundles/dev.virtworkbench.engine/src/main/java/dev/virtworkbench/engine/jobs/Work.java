package dev.virtworkbench.engine.jobs;

/** What a job does. */
@FunctionalInterface
public interface Work<T> {

    /**
     * Does it, on a thread of the engine.
     *
     * @throws Exception to fail the job with
     */
    T run(Task task) throws Exception;
}
