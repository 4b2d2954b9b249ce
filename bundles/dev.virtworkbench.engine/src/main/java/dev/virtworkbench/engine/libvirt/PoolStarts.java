package dev.virtworkbench.engine.libvirt;

import dev.virtworkbench.engine.errors.ErrorCode;
import dev.virtworkbench.engine.errors.ObjectKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The starts of pools that are under way over one connection, each on a thread of its own. libvirt has no way to stop one, tries as long as
 * the storage's server is silent, and holds the pool meanwhile (storagePoolCreate): whatever asks for that pool, or looks at all pools,
 * waits within libvirt, and takes one of the few calls that it answers at once. So it waits here instead, and when nobody waits for the
 * start any more it is refused. Safe to use from any thread.
 */
public final class PoolStarts {

    private static final int LOOK_FOR_CANCEL_MS = 100;
    /** VIR_FROM_STORAGE. */
    private static final int STORAGE = 18;

    private final Connection connection;
    private final Map<UUID, Start> underWay = new ConcurrentHashMap<>();
    private volatile Consumer<ObjectEvent> listener = event -> { };

    PoolStarts(Connection connection) {
        this.connection = connection;
    }

    /** One of them. @param late true from when nobody waits for it any more, false when it has ended before */
    private record Start(String name, CompletableFuture<Boolean> late, List<Runnable> afterwards) { }

    /** Tells when a start has ended that was not waited for: libvirt has no event for one that failed. On any thread. */
    public void listen(Consumer<ObjectEvent> told) {
        listener = told;
    }

    /**
     * Starts a pool that is defined, and waits.
     *
     * @param call gives something
     * @param most how long
     * @return empty if that was not long enough: libvirt goes on
     * @throws CancellationException if it was cancelled: libvirt goes on, too
     */
    public <T> Optional<T> start(UUID pool, String name, LibvirtCall<T> call, Duration most, BooleanSupplier cancelled) throws LibvirtError {
        refuse(pool);
        return await(pool, name, call, most, cancelled);
    }

    /** The same for a new one, which libvirt compares with all others. */
    public <T> Optional<T> create(String name, LibvirtCall<T> call, Duration most, BooleanSupplier cancelled) throws LibvirtError {
        refuse();
        return await(UUID.randomUUID(), name, call, most, cancelled);
    }

    private <T> Optional<T> await(UUID pool, String name, LibvirtCall<T> call, Duration most, BooleanSupplier cancelled) throws LibvirtError {
        Start start = new Start(name, new CompletableFuture<>(), new ArrayList<>());
        CompletableFuture<T> result = new CompletableFuture<>();
        underWay.put(pool, start);
        Thread thread = new Thread(() -> run(pool, start, call, result, cancelled), "start of pool " + name);
        thread.setDaemon(true);
        thread.start();
        try {
            long end = System.nanoTime() + most.toNanos();
            while (System.nanoTime() < end) {
                try {
                    return Optional.of(result.get(LOOK_FOR_CANCEL_MS, TimeUnit.MILLISECONDS));
                } catch (TimeoutException notYet) {
                    if (cancelled.getAsBoolean()) {
                        throw new CancellationException();
                    }
                }
            }
            return Optional.empty();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case LibvirtError failure -> throw failure;
                case RuntimeException defect -> throw defect;
                default -> throw new IllegalStateException(e.getCause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } finally {
            if (!result.isDone()) {
                start.late().complete(true);
            }
        }
    }

    private <T> void run(UUID pool, Start start, LibvirtCall<T> call, CompletableFuture<T> result, BooleanSupplier cancelled) {
        Runnable answer;
        try {
            T made = connection.call(call);
            answer = () -> result.complete(made);
        } catch (LibvirtError | RuntimeException | Error e) {
            answer = () -> result.completeExceptionally(e);
        }
        List<Runnable> then;
        synchronized (start) {
            underWay.remove(pool, start);
            then = List.copyOf(start.afterwards());
        }
        // who has cancelled does not wait either, though this may not have been seen yet
        boolean late = !start.late().complete(false) || cancelled.getAsBoolean();
        // only now: who has waited for it is not to find it under way
        answer.run();
        then.forEach(Runnable::run);
        if (late) {
            listener.accept(new ObjectEvent(ObjectKind.POOL, pool, start.name(), ObjectEvent.Change.OTHER));
        }
    }

    /**
     * Has something done when the start of that pool has ended, on its thread.
     *
     * @return false if it is not being started: then nothing is done
     */
    public boolean afterwards(UUID pool, Runnable then) {
        Start start = underWay.get(pool);
        if (start == null) {
            return false;
        }
        synchronized (start) {
            if (underWay.get(pool) == start) {
                start.afterwards().add(then);
                return true;
            }
            return false;
        }
    }

    /** Waits for the starts that somebody waits for. @throws LibvirtError if one goes on that nobody waits for */
    void refuse() throws LibvirtError {
        refuse(pool -> true);
    }

    /** The same for the start of that pool. */
    void refuse(UUID pool) throws LibvirtError {
        refuse(pool::equals);
    }

    /** The same for that of the pool with that name. */
    void refuse(String name) throws LibvirtError {
        refuse(pool -> Optional.ofNullable(underWay.get(pool)).filter(start -> start.name().equals(name)).isPresent());
    }

    private void refuse(Predicate<UUID> whose) throws LibvirtError {
        for (Map.Entry<UUID, Start> each : underWay.entrySet()) {
            if (whose.test(each.getKey())) {
                each.getValue().late().join();
                if (underWay.get(each.getKey()) == each.getValue()) {
                    throw new LibvirtError(ErrorCode.OPERATION_TIMEOUT, STORAGE, "pool '" + each.getValue().name() + "' is starting up");
                }
            }
        }
    }
}
