package dev.virtworkbench.server.command;

import dev.virtworkbench.language.rules.WorkspaceFacts;
import dev.virtworkbench.language.rules.WorkspaceFacts.Pool;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Judges inputs on all processors and hands the judgements out in the inputs' order. Pools wait until all have been read, for
 * what is wrong with one may lie in another. All methods are for one thread.
 */
final class Judgements implements AutoCloseable {

    /** Deeply nested documents are read by recursion; a thread takes only as much of this as it uses. */
    private static final long STACK_BYTES = 256L << 20;

    private final Judge judge;
    private final ExecutorService threads =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), Judgements::thread);
    private final List<Future<Judgement>> first = new ArrayList<>();
    private List<Pool> pools;

    private record Beside(List<Pool> otherPools) implements WorkspaceFacts {
    }

    Judgements(Judge judge) {
        this.judge = judge;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(null, work, "judge", STACK_BYTES);
        thread.setDaemon(true);
        return thread;
    }

    /** Begins to judge an input; returns at once. */
    void add(Input input) {
        first.add(threads.submit(() -> judge.judge(input)));
    }

    /** How many inputs there are by now. */
    int size() {
        return first.size();
    }

    /** Waits for each input's judgement in turn; {@code taker} is called on this thread. */
    void forEach(Consumer<Judgement> taker) throws InterruptedException {
        for (int i = 0; i < first.size(); i++) {
            Judgement judgement = result(i);
            if (judgement instanceof Judgement.Waiting waiting) {
                judgement = waiting.then().apply(beside(waiting.pool()));
            }
            taker.accept(judgement);
            // What has been told is not kept.
            first.set(i, null);
        }
    }

    /** Drops what is not judged yet. */
    @Override
    public void close() {
        threads.shutdownNow();
    }

    private Judgement result(int index) throws InterruptedException {
        try {
            return first.get(index).get();
        } catch (ExecutionException defect) {
            throw new IllegalStateException(defect.getCause());
        }
    }

    private WorkspaceFacts beside(Pool pool) throws InterruptedException {
        if (pools == null) {
            pools = new ArrayList<>();
            for (int i = 0; i < first.size(); i++) {
                if (first.get(i) != null && result(i) instanceof Judgement.Waiting waiting) {
                    pools.add(waiting.pool());
                }
            }
        }
        return new Beside(pools.stream().filter(other -> !other.document().equals(pool.document())).toList());
    }
}
