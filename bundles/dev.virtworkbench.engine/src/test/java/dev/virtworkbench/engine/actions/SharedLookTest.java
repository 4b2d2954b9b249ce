package dev.virtworkbench.engine.actions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SharedLookTest {

    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 1);
    private final AtomicInteger looks = new AtomicInteger();

    @Test
    void whoAsksAfterALongLookSharesIt() {
        SharedLook<Integer> shared = taking(20);
        for (int i = 0; i < 100; i++) {
            assertEquals(1, shared.now());
        }
        pass(19);
        assertEquals(1, shared.now());
        pass(2);
        assertEquals(2, shared.now());
    }

    @Test
    void aQuickLookHoldsForAMoment() {
        SharedLook<Integer> shared = taking(0);
        assertEquals(1, shared.now());
        assertEquals(1, shared.now());
        pass(2);
        assertEquals(2, shared.now());
    }

    @Test
    void whatFailedIsLookedForAgain() {
        SharedLook<Integer> shared = new SharedLook<>(() -> {
            if (looks.incrementAndGet() == 1) {
                throw new IllegalStateException("not connected");
            }
            return looks.get();
        }, clock::get);
        assertThrows(IllegalStateException.class, shared::now);
        assertEquals(2, shared.now());
    }

    private SharedLook<Integer> taking(int seconds) {
        return new SharedLook<>(() -> {
            pass(seconds);
            return looks.incrementAndGet();
        }, clock::get);
    }

    private void pass(int seconds) {
        clock.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
    }
}
