package dev.virtworkbench.engine.real;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.hosts.Credentials;
import dev.virtworkbench.engine.hosts.DefaultHosts;
import dev.virtworkbench.engine.hosts.Engine;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.hosts.HostState;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.engine.storage.Existing;
import dev.virtworkbench.engine.storage.Pool;
import dev.virtworkbench.engine.storage.PoolSummary;
import dev.virtworkbench.engine.storage.Volume;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Connections that come, break and come back. */
class RealHostsTest {

    /** What is promised: a killed daemon shows as such within two seconds. */
    private static final long NOTICED_MS = 2000;

    private final Engine engine = new Engine(Credentials.NONE);

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    @Tag("timed")
    void aKilledDaemonIsNoticedAndComesBackByItself() throws IOException {
        try (PrivateLibvirtd daemon = PrivateLibvirtd.start()) {
            Host host = engine.add(daemon.uri());
            RealHost.connect(host);
            long killed = System.nanoTime();
            daemon.kill();
            RealHost.await(host, HostState.WAITING);
            long noticed = (System.nanoTime() - killed) / 1_000_000;
            assertTrue(noticed < NOTICED_MS, noticed + " ms");
            assertTrue(host.status().failure().isPresent() && host.status().retryAt().isPresent());
            assertThrows(VirtException.class, () -> host.pools().list().await());
            daemon.restart();
            RealHost.await(host, HostState.CONNECTED);
            assertTrue(host.pools().list().await().isEmpty());
            host.disconnect();
            assertEquals(HostState.DISCONNECTED, host.status().state());
        }
    }

    @Test
    void aFrozenDaemonIsGivenUpAndComesBackByItself() throws Exception {
        try (PrivateLibvirtd daemon = PrivateLibvirtd.start(); PrivateLibvirtd other = PrivateLibvirtd.start()) {
            Host host = engine.add(daemon.uri());
            RealHost.connect(host);
            Host alive = engine.add(other.uri());
            RealHost.connect(alive);
            daemon.freeze();
            Job<List<PoolSummary>> underWay = host.pools().list();
            Pool made = alive.pools().define(RealPoolsTest.dirPool("meanwhile", other.folder().resolve("meanwhile")), true).await();
            made.build(Existing.LEAVE).await();
            made.start().await();
            assertEquals(HostState.CONNECTED, host.status().state(), "nobody knows yet");
            RealHost.await(host, HostState.WAITING);
            assertTrue(host.status().failure().isPresent() && host.status().retryAt().isPresent());
            ExecutionException ended = assertThrows(ExecutionException.class,
                    () -> underWay.result().toCompletableFuture().get(60, TimeUnit.SECONDS));
            assertTrue(ended.getCause() instanceof VirtException, () -> ended.getCause().toString());
            assertEquals(HostState.CONNECTED, alive.status().state());
            assertEquals(1, alive.pools().list().await().size());
            daemon.thaw();
            RealHost.await(host, HostState.CONNECTED);
            assertTrue(host.pools().list().await().isEmpty());
        }
    }

    @Test
    void aHostThatDoesNotAnswerHoldsUpNobody() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Host dead = engine.add("qemu+tcp://127.0.0.1:" + silent.getLocalPort() + "/system");
            dead.connect();
            RealHost.await(dead, HostState.CONNECTING);
            Host alive = engine.add(DefaultHosts.TEST);
            RealHost.connect(alive);
            assertFalse(alive.pools().list().await().isEmpty());
            assertEquals(HostState.CONNECTING, dead.status().state());
            dead.disconnect();
            assertEquals(HostState.DISCONNECTED, dead.status().state());
        }
    }

    @Test
    void whatCannotWorkIsNotTriedAgain() {
        Host host = engine.add("qemu+nosuch://localhost/system");
        host.connect();
        RealHost.await(host, HostState.FAILED);
        assertTrue(host.status().failure().orElseThrow().getMessage().contains("qemu+nosuch://localhost/system"));
        assertTrue(host.status().retryAt().isEmpty());
    }

    @Test
    void closingTheEngineEndsWhatRuns() throws Exception {
        try (PrivateLibvirtd daemon = PrivateLibvirtd.start()) {
            Host host = engine.add(daemon.uri());
            RealHost.connect(host);
            Path folder = Files.createDirectories(daemon.folder().resolve("pool"));
            Pool pool = host.pools().createTransient(RealPoolsTest.dirPool("closing", folder)).await();
            Volume volume = pool.createVolume(RealPoolsTest.volume("large", "raw", 1L << 30)).await();
            Path file = daemon.folder().resolve("download/file");
            Files.createDirectories(file.getParent());
            Job<Void> download = volume.download(file, false);
            engine.close();
            assertThrows(CancellationException.class, download::await);
            assertThrows(CancellationException.class, () -> host.pools().list().await());
            try (var left = Files.list(file.getParent())) {
                assertEquals(0, left.count());
            }
            assertThrows(IllegalStateException.class, () -> engine.add(DefaultHosts.TEST));
        }
    }

    @Test
    void twoEnginesShareTheProcess() throws IOException {
        try (PrivateLibvirtd daemon = PrivateLibvirtd.start(); Engine other = new Engine(Credentials.NONE)) {
            Host here = engine.add(daemon.uri());
            Host there = other.add(daemon.uri());
            RealHost.connect(here);
            RealHost.connect(there);
            here.pools().define(RealPoolsTest.dirPool("shared", daemon.folder().resolve("shared")), true).await();
            other.close();
            assertEquals("shared", here.pools().list().await().getFirst().name());
        }
    }

    @Test
    void saysThatARightIsMissing() throws IOException {
        try (PrivateLibvirtd daemon = PrivateLibvirtd.startAsNobody()) {
            Host host = engine.add(daemon.uri());
            RealHost.connect(host);
            Pool pool = host.pools().define(RealPoolsTest.dirPool("locked", Path.of("/root/locked/pool")), true).await();
            VirtException refused = assertThrows(VirtException.class, () -> pool.build(Existing.LEAVE).await());
            assertTrue(refused.getMessage().contains("/root/locked"), refused.getMessage());
            assertTrue(refused.hint().isPresent(), refused.getMessage());
        }
    }
}
