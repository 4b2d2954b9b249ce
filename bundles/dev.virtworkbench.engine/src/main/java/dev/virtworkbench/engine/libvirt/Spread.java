package dev.virtworkbench.engine.libvirt;

import java.util.List;
import java.util.function.Function;

/** Does the same for many objects, on as many threads as it has. */
public interface Spread {

    /** One after another, on the caller's thread. */
    Spread ALONE = new Spread() {
        @Override
        public <A, B> List<B> map(List<A> all, Function<A, B> each) {
            return all.stream().map(each).toList();
        }
    };

    /** Comes back when all are done, with the results in the order of {@code all}. */
    <A, B> List<B> map(List<A> all, Function<A, B> each);
}
