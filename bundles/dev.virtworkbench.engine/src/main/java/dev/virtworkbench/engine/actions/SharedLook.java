package dev.virtworkbench.engine.actions;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * A look that takes time and that several ask for at once: who waits for one under way is given what it finds. Safe to use from
 * any thread.
 *
 * @param <T> what is found
 */
final class SharedLook<T> {

    private static final long MOMENT = TimeUnit.SECONDS.toNanos(1);

    private final Supplier<T> look;
    private final LongSupplier clock;
    private boolean looked;
    private T found;
    private long holdsUntil;

    SharedLook(Supplier<T> look) {
        this(look, System::nanoTime);
    }

    /** @param clock in nanoseconds, from any beginning */
    SharedLook(Supplier<T> look, LongSupplier clock) {
        this.look = look;
        this.clock = clock;
    }

    /**
     * What there is now. That of the last look holds for a moment after its end, or for as long as it took: no newer one is to be
     * had sooner than that.
     */
    synchronized T now() {
        if (!looked || clock.getAsLong() - holdsUntil > 0) {
            long begun = clock.getAsLong();
            found = look.get();
            looked = true;
            long ended = clock.getAsLong();
            holdsUntil = ended + Math.max(MOMENT, ended - begun);
        }
        return found;
    }
}
