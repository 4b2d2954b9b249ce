package dev.virtworkbench.engine.real;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.hosts.HostListener;
import dev.virtworkbench.engine.hosts.HostState;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waiting for what a host tells, by its own news. */
public final class RealHost {

    private static final long PATIENCE_SECONDS = 60;

    private RealHost() {
    }

    public static void connect(Host host) {
        host.connect();
        await(host, HostState.CONNECTED);
    }

    /** Waits until it is in one of these states. */
    public static void await(Host host, HostState... states) {
        Set<HostState> wanted = Set.of(states);
        CountDownLatch there = new CountDownLatch(1);
        HostListener listener = new HostListener() {
            @Override
            public void statusChanged(Host changed) {
                if (wanted.contains(changed.status().state())) {
                    there.countDown();
                }
            }
        };
        host.addListener(listener);
        try {
            if (!wanted.contains(host.status().state())) {
                assertTrue(there.await(PATIENCE_SECONDS, TimeUnit.SECONDS), () -> "waited for " + wanted + ": " + host.status());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } finally {
            host.removeListener(listener);
        }
    }
}
