package dev.virtworkbench.engine.session;

import dev.virtworkbench.engine.jobs.Task;
import dev.virtworkbench.engine.libvirt.Spread;
import java.util.List;
import java.util.function.Function;

/** Looks before each call whether anybody still wants its answer. */
record StoppableSpread(Spread spread, Task task) implements Spread {

    /** @throws java.util.concurrent.CancellationException if nobody does */
    @Override
    public <A, B> List<B> map(List<A> all, Function<A, B> each) {
        return spread.map(all, one -> {
            task.stopIfCancelled();
            return each.apply(one);
        });
    }
}
