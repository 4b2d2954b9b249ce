package dev.virtworkbench.ui.tests.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.errors.ErrorCode;
import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.jobs.Cancellation;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.engine.jobs.Jobs;
import dev.virtworkbench.explorer.model.Reading;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReadingTest {

    private final AtomicInteger reads = new AtomicInteger();

    @Test
    void aListThatCouldNotBeReadOnceIsTriedAgain() {
        Reading<String> volumes = reading(() -> {
            if (reads.incrementAndGet() == 1) {
                throw VirtException.ofLibvirt(Operation.VOLUME_LIST, "images", ErrorCode.RPC, 0, "a hiccup", null);
            }
            return List.of("b", "a");
        });
        volumes.againIfRead();
        assertEquals(0, reads.get(), "nobody has looked yet");
        volumes.once();
        assertTrue(volumes.failure().isPresent());
        volumes.once();
        assertEquals(1, reads.get(), "a look alone does not try again");
        volumes.againIfRead();
        assertEquals(Optional.of(List.of("a", "b")), volumes.latest());
        assertTrue(volumes.failure().isEmpty());
    }

    @Test
    void eachOfManyIsSoonFoundByItsKey() {
        List<String> names = IntStream.range(0, 50_000).mapToObj(Integer::toString).toList();
        Reading<String> volumes = reading(() -> reads.incrementAndGet() == 1 ? names : List.of("7"));
        assertEquals(Optional.empty(), volumes.find("7"));
        volumes.once();
        long before = System.nanoTime();
        names.forEach(name -> assertEquals(Optional.of(name), volumes.find(name)));
        // some milliseconds; a search through all each time takes half a minute
        assertTrue(Duration.ofNanos(System.nanoTime() - before).toSeconds() < 5);
        volumes.againIfRead();
        assertEquals(Optional.of("7"), volumes.find("7"));
        assertEquals(Optional.empty(), volumes.find("8"));
    }

    /** Of a host that answers at once. */
    private static Reading<String> reading(Callable<List<String>> list) {
        return new Reading<>(() -> job(list), name -> name, Comparator.naturalOrder(), () -> { });
    }

    private static Job<List<String>> job(Callable<List<String>> list) {
        return new Jobs().start(Operation.VOLUME_LIST, "images", Cancellation.STOPS_WAITING, Runnable::run, task -> list.call());
    }
}
