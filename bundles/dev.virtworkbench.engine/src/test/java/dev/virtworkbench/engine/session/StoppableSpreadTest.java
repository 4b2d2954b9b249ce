package dev.virtworkbench.engine.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.jobs.Cancellation;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.engine.jobs.Jobs;
import dev.virtworkbench.engine.libvirt.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What nobody waits for any more makes no more calls. */
class StoppableSpreadTest {

    @Test
    void noCallBeginsOnceItsJobIsCancelled() {
        List<Integer> called = new ArrayList<>();
        AtomicReference<Job<?>> listing = new AtomicReference<>();
        Jobs jobs = new Jobs();
        jobs.addListener(listing::set);
        Job<List<Integer>> job = jobs.start(Operation.VOLUME_LIST, "images", Cancellation.STOPS_WAITING, Runnable::run,
                task -> new StoppableSpread(Spread.ALONE, task).map(List.of(1, 2, 3, 4), each -> {
                    called.add(each);
                    if (each == 2) {
                        listing.get().cancel();
                    }
                    return each;
                }));
        assertThrows(CancellationException.class, job::await);
        assertEquals(List.of(1, 2), called);
    }
}
