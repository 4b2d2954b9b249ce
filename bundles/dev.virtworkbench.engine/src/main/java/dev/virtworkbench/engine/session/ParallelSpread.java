package dev.virtworkbench.engine.session;

import dev.virtworkbench.engine.libvirt.Spread;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * The caller works through the list itself; threads that are free help. It never waits for one that has not begun, so
 * callers on these same threads cannot block each other.
 */
final class ParallelSpread implements Spread {

    private static final int HELPERS = 3;
    /** Below this, waking a thread costs more than it saves. */
    private static final int FEW = 16;

    private final Executor threads;

    ParallelSpread(Executor threads) {
        this.threads = threads;
    }

    @Override
    public <A, B> List<B> map(List<A> all, Function<A, B> each) {
        if (all.size() < FEW) {
            return all.stream().map(each).toList();
        }
        Round<A, B> round = new Round<>(all, each);
        for (int i = 0; i < HELPERS; i++) {
            try {
                threads.execute(round);
            } catch (RejectedExecutionException closing) {
                break;
            }
        }
        round.run();
        return round.results();
    }

    private static final class Round<A, B> implements Runnable {

        private final List<A> all;
        private final Function<A, B> each;
        private final Object[] results;
        private final AtomicInteger next = new AtomicInteger();
        private final CountDownLatch open;
        private final AtomicReference<RuntimeException> defect = new AtomicReference<>();

        Round(List<A> all, Function<A, B> each) {
            this.all = all;
            this.each = each;
            this.results = new Object[all.size()];
            this.open = new CountDownLatch(all.size());
        }

        @Override
        public void run() {
            for (int i = next.getAndIncrement(); i < results.length; i = next.getAndIncrement()) {
                try {
                    results[i] = each.apply(all.get(i));
                } catch (RuntimeException e) {
                    defect.set(e);
                } finally {
                    open.countDown();
                }
            }
        }

        @SuppressWarnings("unchecked")
        List<B> results() {
            boolean interrupted = false;
            while (open.getCount() > 0) {
                try {
                    open.await();
                } catch (InterruptedException e) {
                    // the helpers use pointers that the caller frees next: they have to come back first
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            if (defect.get() != null) {
                throw defect.get();
            }
            return (List<B>) Arrays.asList(results);
        }
    }
}
