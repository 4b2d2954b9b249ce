package dev.virtworkbench.engine.hosts;

import dev.virtworkbench.engine.echo.Echo;
import dev.virtworkbench.engine.jobs.Jobs;
import dev.virtworkbench.engine.threads.UnblockedThreads;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;

/**
 * All that a front end has of libvirt: its hosts, the jobs on them, the commands that these amount to. One a process is
 * enough. Making one loads nothing of libvirt; the first {@link Host#connect()} does. Safe to use from any thread.
 */
public final class Engine implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Engine.class.getName());

    private final Credentials credentials;
    private final Jobs jobs = new Jobs();
    private final Echo echo = new Echo();
    private final Map<String, Host> hosts = new LinkedHashMap<>();
    private final ScheduledExecutorService clock = thread("engine clock");
    private final ScheduledExecutorService teller = thread("engine listeners");
    private boolean closed;

    /** @param credentials whom to ask when a host wants a password */
    public Engine(Credentials credentials) {
        this.credentials = credentials;
    }

    /** The host with that URI, added if it is not there. It is not connected. */
    public synchronized Host add(String uri) {
        if (closed) {
            throw new IllegalStateException("the engine is closed");
        }
        return hosts.computeIfAbsent(uri, key -> new Host(key, credentials, jobs, echo, clock, this::tell));
    }

    /** Disconnects the host and forgets it. */
    public void remove(Host host) {
        synchronized (this) {
            hosts.remove(host.uri(), host);
        }
        host.close();
    }

    /** The hosts, as they were added. */
    public synchronized List<Host> hosts() {
        return List.copyOf(hosts.values());
    }

    public synchronized Optional<Host> host(String uri) {
        return Optional.ofNullable(hosts.get(uri));
    }

    /** Refuses from now on to wait for libvirt on a thread that has to go on: one that draws windows. In the whole process, for as long as it lives. */
    public void neverWaitOn(Thread thread) {
        UnblockedThreads.add(thread);
    }

    /** Every job on every host. */
    public Jobs jobs() {
        return jobs;
    }

    /** The commands that the calls amount to. */
    public Echo echo() {
        return echo;
    }

    /** Cancels all jobs and disconnects all hosts; waits for neither. */
    @Override
    public void close() {
        List<Host> all;
        synchronized (this) {
            closed = true;
            all = new ArrayList<>(hosts.values());
            hosts.clear();
        }
        all.forEach(Host::close);
        clock.shutdownNow();
        teller.shutdown();
    }

    private void tell(Runnable news) {
        try {
            teller.execute(() -> {
                try {
                    news.run();
                } catch (RuntimeException defect) {
                    LOG.log(System.Logger.Level.ERROR, "a host listener failed", defect);
                }
            });
        } catch (RejectedExecutionException closing) {
            LOG.log(System.Logger.Level.TRACE, "news after the engine was closed", closing);
        }
    }

    private static ScheduledExecutorService thread(String name) {
        return Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
    }
}
