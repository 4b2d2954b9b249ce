package dev.virtworkbench.engine.session;

import dev.virtworkbench.engine.echo.Command;
import dev.virtworkbench.engine.echo.Echo;
import dev.virtworkbench.engine.errors.ErrorCode;
import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.jobs.Cancellation;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.engine.jobs.Jobs;
import dev.virtworkbench.engine.jobs.Task;
import dev.virtworkbench.engine.jobs.Work;
import dev.virtworkbench.engine.libvirt.Connection;
import dev.virtworkbench.engine.libvirt.LibvirtCall;
import dev.virtworkbench.engine.libvirt.LibvirtError;
import dev.virtworkbench.engine.libvirt.Spread;
import dev.virtworkbench.language.findings.Message;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Runs the calls for one host, each as a job. A host that does not answer holds up its own session only. Safe to use from
 * any thread. A job that starts another of the same session and waits for it cannot run out of threads: the inner one runs
 * on the outer one's thread. It cannot be cancelled but
 * by the outer one, between its steps.
 */
public final class Session implements AutoCloseable {

    /** One connection carries a few calls at a time; libvirtd answers five of one client at once. */
    private static final int THREADS = 6;
    /** For what may take minutes: with fewer than libvirtd answers at once, there is always room for a look. */
    private static final int LONG_THREADS = 3;
    /** Threads that nobody needs end. */
    private static final long IDLE_SECONDS = 30;

    private static final String NOT_CONNECTED = "not-connected.why";

    private final String uri;
    private final Jobs jobs;
    private final Echo echo;
    private final ThreadPoolExecutor threads;
    private final ThreadPoolExecutor longThreads;
    private final Spread spread;
    private final Set<Job<?>> unfinished = ConcurrentHashMap.newKeySet();
    private final Set<Object> claimed = ConcurrentHashMap.newKeySet();
    private volatile Connection connection;

    public Session(String uri, Jobs jobs, Echo echo) {
        this.uri = uri;
        this.jobs = jobs;
        this.echo = echo;
        this.threads = threads(THREADS);
        this.longThreads = threads(LONG_THREADS);
        this.spread = new ParallelSpread(threads);
    }

    /** The host's URI as it was given. */
    public String uri() {
        return uri;
    }

    /** The connection that calls go over from now on; null while there is none. The caller closes it. */
    public void use(Connection current) {
        connection = current;
    }

    /** Tells of a call that is part of a larger piece of work, right before it is made. */
    public void tell(Command command) {
        echo.tell(command.at(uri));
    }

    /** Tells what was looked through where that took very many calls. */
    public void tell(Message lookedAt) {
        echo.tell(uri, lookedAt);
    }

    /** Whether there is a connection just now. */
    public boolean connected() {
        return connection != null;
    }

    /** Keeps all others away that claim the same, until it is closed. */
    public interface Claim extends AutoCloseable {

        @Override
        void close();
    }

    /**
     * Claims something for one job of this session.
     *
     * @param thing equal for what is in each other's way
     * @return empty if another has claimed it
     */
    public Optional<Claim> claim(Object thing) {
        return claimed.add(thing) ? Optional.of(() -> claimed.remove(thing)) : Optional.empty();
    }

    /** For calls that concern many objects. */
    public Spread spread() {
        return spread;
    }

    /** The same for calls of one job: when it is cancelled, or the one that it is a step of, none of them begins any more. */
    public Spread spread(Task task) {
        Spread stoppable = new StoppableSpread(spread, task);
        return Thread.currentThread() instanceof Worker worker && worker.task != null ? new StoppableSpread(stoppable, worker.task) : stoppable;
    }

    /**
     * Makes one call, which libvirt cannot be stopped in.
     *
     * @param object the name of what it is done to, or the URI for the host as a whole
     * @param command the same for libvirt's shell; null where there is none
     */
    public <T> Job<T> run(Operation operation, String object, Command command, LibvirtCall<T> call) {
        return run(operation, object, command, Cancellation.STOPS_WAITING, (open, task) -> call.on(open));
    }

    /** Does something of several steps; otherwise as {@link #run(Operation, String, Command, LibvirtCall)}. */
    public <T> Job<T> run(Operation operation, String object, Command command, Cancellation cancellation,
            SessionWork<T> work) {
        return run(operation, object, command, cancellation, () -> { }, work);
    }

    /**
     * Looks first whether it may be done; otherwise as {@link #run(Operation, String, Command, Cancellation, SessionWork)}.
     *
     * @param before runs within the job and before the command is told; throws {@link VirtException} to refuse
     */
    public <T> Job<T> run(Operation operation, String object, Command command, Cancellation cancellation, Runnable before,
            SessionWork<T> work) {
        return start(operation, object, cancellation, task -> {
            before.run();
            task.stopIfCancelled();
            if (command != null) {
                tell(command);
            }
            return over(operation, object, task, work);
        });
    }

    /**
     * Does something made of other jobs of this session, which it may start and wait for.
     *
     * @param work throws {@link VirtException} to fail; anything else is a defect
     */
    public <T> Job<T> start(Operation operation, String object, Cancellation cancellation, Work<T> work) {
        Job<T> job = withinOwnWork()
                ? jobs.step(operation, object, work)
                : jobs.start(operation, object, cancellation, operation.takesLong() ? longThreads : threads,
                        task -> asWhole(task, work));
        unfinished.add(job);
        job.result().whenComplete((value, failure) -> unfinished.remove(job));
        return job;
    }

    private static <T> T asWhole(Task task, Work<T> work) throws Exception {
        Worker worker = (Worker) Thread.currentThread();
        worker.task = task;
        try {
            return work.run(task);
        } finally {
            worker.task = null;
        }
    }

    private <T> T over(Operation operation, String object, Task task, SessionWork<T> work) throws Exception {
        Connection open = connection;
        if (open == null) {
            throw VirtException.of(operation, object, Message.of(Session.class, NOT_CONNECTED, uri),
                    Message.of(Session.class, "not-connected.hint"), null);
        }
        try {
            return open.call(current -> {
                try {
                    return work.run(current, task);
                } catch (IOException e) {
                    throw VirtException.of(operation, object, Message.of(Session.class, "file.why", words(e)),
                            Message.of(Session.class, "file.hint"), e);
                }
            });
        } catch (LibvirtError e) {
            throw VirtException.ofLibvirt(operation, object, e.code(), e.domain(), e.getMessage(), e);
        }
    }

    /** The file's name alone says little; the kind of exception tells what is wrong with it. */
    private static String words(IOException e) {
        return e instanceof java.nio.file.FileSystemException file && file.getReason() == null
                ? e.getClass().getSimpleName().replaceFirst("Exception$", "") + ": " + e.getMessage() : e.getMessage();
    }

    private ThreadPoolExecutor threads(int most) {
        ThreadPoolExecutor made = new ThreadPoolExecutor(most, most, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
                work -> new Worker(this, work));
        made.allowCoreThreadTimeOut(true);
        return made;
    }

    /** Not what is hung on the end of a job, though it runs on the same thread: nobody waits for that. */
    private boolean withinOwnWork() {
        return Thread.currentThread() instanceof Worker worker && worker.session == this && worker.task != null;
    }

    /** Whether the failure means that there is no connection, or that it is of no more use. */
    static boolean lost(VirtException failure) {
        return failure.code() == ErrorCode.INVALID_CONN || failure.code() == ErrorCode.RPC || failure.why().key().equals(NOT_CONNECTED);
    }

    /** Ends all jobs: what waits never begins, what runs is cancelled. Waits for none. */
    @Override
    public void close() {
        connection = null;
        unfinished.forEach(Job::cancel);
        threads.shutdown();
        longThreads.shutdown();
    }

    private static final class Worker extends Thread {

        private final Session session;
        /** What it works at, as a whole; null while it works at nothing, or helps. Used on this thread only. */
        private Task task;

        Worker(Session session, Runnable work) {
            super(work, "libvirt calls of " + session.uri);
            this.session = session;
            setDaemon(true);
        }
    }
}
