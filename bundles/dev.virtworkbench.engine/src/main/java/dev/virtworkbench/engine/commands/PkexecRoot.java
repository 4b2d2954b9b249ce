package dev.virtworkbench.engine.commands;

import dev.virtworkbench.engine.echo.Command;
import dev.virtworkbench.engine.jobs.Task;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/**
 * That pkexec lets the person be root: asked for once, by the desktop's own agent, and then held by a process of root's until it is to be
 * forgotten. Nothing is known here of what the person is asked. Safe to use from any thread: who comes meanwhile waits for that answer.
 */
final class PkexecRoot {

    private static final Command PKEXEC = new Command(List.of("pkexec"));

    private final ReentrantLock asking = new ReentrantLock();
    /** Null until the person was let. */
    private volatile RootProcess held;
    /** How often it was to be forgotten. */
    private final AtomicInteger forgotten = new AtomicInteger();

    /** The next program has the person asked again; those that run go on. */
    void forget() {
        forgotten.incrementAndGet();
        RootProcess last = held;
        held = null;
        if (last != null) {
            last.close();
        }
    }

    /**
     * What starts programs as root.
     *
     * @throws CommandException if pkexec does not let the person
     * @throws CancellationException if the task was cancelled, or the host given up, while the person was being asked
     */
    RootProcess on(Place place, Task task) throws CommandException, IOException {
        task.take(asking);
        try {
            RootProcess known = held;
            if (known != null && known.alive()) {
                return known;
            }
            int before = forgotten.get();
            RootProcess asked = ask(place, task);
            held = asked;
            if (before != forgotten.get()) {
                held = null;
                asked.close();
                throw new CancellationException();
            }
            return asked;
        } finally {
            asking.unlock();
        }
    }

    private static RootProcess ask(Place place, Task task) throws CommandException, IOException {
        RootProcess asked;
        try {
            asked = new RootProcess(place);
        } catch (IOException e) {
            throw Way.unstarted(Invocation.plain(PKEXEC.arguments(), place), e);
        }
        try {
            if (await(asked, task)) {
                return asked;
            }
        } catch (CancellationException e) {
            asked.close();
            throw e;
        }
        throw CommandException.closed("pkexec", asked.refusal());
    }

    private static boolean await(RootProcess asked, Task task) {
        while (true) {
            task.stopIfCancelled();
            try {
                return asked.ready().get(Task.LOOK_FOR_CANCEL_MS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                // the person is thinking
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
    }
}
