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
 * what is wrong with one may lie in another.
 */
final class Judgements {

    /** Deeply nested documents are read by recursion; a thread takes only as much of this as it uses. */
    private static final long STACK_BYTES = 256L << 20;

    private final Judge judge;
    private final List<Future<Judgement>> first = new ArrayList<>();
    private List<Pool> pools;

    private record Beside(List<Pool> otherPools) implements WorkspaceFacts {
    }

    private Judgements(Judge judge) {
        this.judge = judge;
    }

    /** Judges all inputs; {@code taker} is called on this thread. */
    static void of(List<Input> inputs, Judge judge, Consumer<Judgement> taker) throws InterruptedException {
        int threads = Math.clamp(inputs.size(), 1, Runtime.getRuntime().availableProcessors());
        ExecutorService executor = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(null, work, "judge", STACK_BYTES);
            thread.setDaemon(true);
            return thread;
        });
        try {
            new Judgements(judge).run(inputs, executor, taker);
        } finally {
            executor.shutdownNow();
        }
    }

    private void run(List<Input> inputs, ExecutorService executor, Consumer<Judgement> taker)
            throws InterruptedException {
        for (Input input : inputs) {
            first.add(executor.submit(() -> judge.judge(input)));
        }
        for (int i = 0; i < inputs.size(); i++) {
            Judgement judgement = result(i);
            if (judgement instanceof Judgement.Waiting waiting) {
                judgement = waiting.then().apply(beside(waiting.pool()));
            }
            taker.accept(judgement);
            // What has been told is not kept.
            first.set(i, null);
        }
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
