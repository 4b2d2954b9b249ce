package dev.virtworkbench.engine.threads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.hosts.Credentials;
import dev.virtworkbench.engine.hosts.Engine;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.hosts.HostState;
import dev.virtworkbench.engine.jobs.Cancellation;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.engine.libvirt.Connection;
import dev.virtworkbench.engine.libvirt.LibvirtError;
import dev.virtworkbench.engine.real.RealHost;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Threads that have to go on are refused what would hold them up. */
class UnblockedThreadsTest {

    private static final long SECONDS = 60;

    @Test
    void aFrontEndsThreadDoesNotWaitForAJobThatGoesOn() throws Exception {
        CountDownLatch libvirt = new CountDownLatch(1);
        try (Engine engine = new Engine(Credentials.NONE)) {
            Host host = engine.add("test:///default");
            host.connect();
            RealHost.await(host, HostState.CONNECTED);
            Job<String> job = host.session().start(Operation.POOL_LIST, "slow", Cancellation.STOPS_WAITING, task -> {
                libvirt.await();
                return "listed";
            });
            String refused = assertInstanceOf(IllegalStateException.class, onOwnThread(engine, job::await)).getMessage();
            assertTrue(refused.contains("“window”") && refused.contains("has to go on"), refused);
            libvirt.countDown();
            assertEquals("listed", job.await(), "other threads wait");
            assertEquals("listed", onOwnThread(engine, job::await), "what is there already holds nobody up");
        } finally {
            libvirt.countDown();
        }
    }

    @Test
    void libvirtIsNotCalledFromItsEventLoop() throws Exception {
        CompletableFuture<Object> tried = new CompletableFuture<>();
        try (Connection connection = Connection.open("test:///default", (prompt, proposal, secret) -> Optional.empty(), reason -> { })) {
            connection.events().listen(event -> tried.complete(outcome(() -> {
                try {
                    return connection.call(Connection::libvirtVersion);
                } catch (LibvirtError failure) {
                    return failure;
                }
            })));
            // that it is there and gone again are two events
            connection.call(open -> {
                open.pools().stop(open.pools().create("<pool type='dir'><name>told</name><target><path>/told</path></target></pool>", 0).uuid());
                return null;
            });
            String refused = assertInstanceOf(IllegalStateException.class, tried.get(SECONDS, TimeUnit.SECONDS)).getMessage();
            assertTrue(refused.contains("libvirt event loop"), refused);
        }
    }

    /** What comes of it on a thread of a front end: what it gives, or what it throws. */
    private static Object onOwnThread(Engine engine, Supplier<?> wait) throws Exception {
        CompletableFuture<Object> outcome = new CompletableFuture<>();
        Thread window = new Thread(() -> outcome.complete(outcome(wait)), "window");
        engine.neverWaitOn(window);
        window.start();
        return outcome.get(SECONDS, TimeUnit.SECONDS);
    }

    private static Object outcome(Supplier<?> wait) {
        try {
            return wait.get();
        } catch (RuntimeException thrown) {
            return thrown;
        }
    }
}
