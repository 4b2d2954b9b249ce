package dev.virtworkbench.engine.real;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.hosts.HostListener;
import dev.virtworkbench.engine.hosts.HostState;
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

    public static void await(Host host, HostState state) {
        CountDownLatch there = new CountDownLatch(1);
        HostListener listener = new HostListener() {
            @Override
            public void statusChanged(Host changed) {
                if (changed.status().state() == state) {
                    there.countDown();
                }
            }
        };
        host.addListener(listener);
        try {
            if (host.status().state() != state) {
                assertTrue(there.await(PATIENCE_SECONDS, TimeUnit.SECONDS), () -> "waited for " + state + ": " + host.status());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } finally {
            host.removeListener(listener);
        }
    }
}
