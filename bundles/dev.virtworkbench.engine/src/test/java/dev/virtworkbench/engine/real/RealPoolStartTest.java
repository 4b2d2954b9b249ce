package dev.virtworkbench.engine.real;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.hosts.HostListener;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.engine.libvirt.ObjectEvent;
import dev.virtworkbench.engine.storage.NewPool;
import dev.virtworkbench.engine.storage.Pool;
import dev.virtworkbench.engine.storage.PoolState;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Pools on a portal that takes connections and says nothing: libvirt waits for it for ever, and holds the pool meanwhile. Nobody here does. */
@Timeout(120)
class RealPoolStartTest extends OnRealHost {

    private static final Duration SHORT = Duration.ofSeconds(2);

    private ServerSocket portal;
    private Pool other;

    @BeforeEach
    void begin() throws IOException {
        portal = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Path folder = Files.createTempDirectory(daemon.folder(), "other");
        other = host.pools().createTransient(RealPoolsTest.dirPool("other", folder)).await();
    }

    @AfterEach
    void clear() throws IOException {
        portal.close();
        other.stop().await();
        assertEquals(List.of(), host.pools().list().await());
    }

    private String silent(String name) {
        return """
                <pool type='iscsi-direct'><name>%s</name><source>
                  <host name='127.0.0.1' port='%d'/><device path='iqn.2026-11.test:silent'/><initiator><iqn name='iqn.2026-11.test:me'/></initiator>
                </source></pool>""".formatted(name, portal.getLocalPort());
    }

    /** Waits for libvirt's login. */
    private Socket loggingIn() throws IOException {
        Socket login = portal.accept();
        assertTrue(login.getInputStream().read() >= 0);
        return login;
    }

    private static CompletableFuture<Void> news(String name, Predicate<ObjectEvent.Change> which) {
        CompletableFuture<Void> come = new CompletableFuture<>();
        host.addListener(new HostListener() {
            @Override
            public void objectChanged(Host changed, ObjectEvent event) {
                if (event.name().equals(name) && which.test(event.change()) && come.complete(null)) {
                    changed.removeListener(this);
                }
            }
        });
        return come;
    }

    private void goesOn() {
        assertEquals(List.of(), host.domains().list().await());
        assertEquals(List.of(), other.volumes().await());
        other.createVolume("<volume><name>meanwhile</name><capacity>4096</capacity></volume>").await().delete().await();
    }

    @Test
    void itsStartIsWaitedForNoLongerThanIsSaid() throws Exception {
        Pool pool = host.pools().define(silent("silent"), true).await();
        CompletableFuture<Void> ended = news("silent", ObjectEvent.Change.OTHER::equals);
        Job<Void> start = host.pools().waiting(SHORT).pool(pool.uuid(), pool.name()).start();
        try (Socket login = loggingIn()) {
            VirtException late = assertThrows(VirtException.class, start::await);
            assertTrue(late.getMessage().contains("pool silent") && late.getMessage().contains("after 2 seconds libvirt is still trying"), late.getMessage());
            assertTrue(late.hint().orElseThrow().in(Locale.SIMPLIFIED_CHINESE).contains("virtstoraged"));
            goesOn();
            for (Job<?> asks : List.of(host.pools().list(), pool.summary(), pool.start(), host.pools().lookup("silent"))) {
                VirtException refused = assertThrows(VirtException.class, asks::await);
                assertTrue(refused.getMessage().contains("starting up") && refused.hint().isPresent(), refused.getMessage());
            }
            goesOn();
            portal.close();
        }
        ended.get(60, TimeUnit.SECONDS);
        assertEquals(PoolState.INACTIVE, pool.summary().await().state());
        pool.undefine().await();
    }

    @Test
    void whoCancelsWaitsNoLonger() throws Exception {
        Pool pool = host.pools().define(silent("cancelled"), true).await();
        CompletableFuture<Void> ended = news("cancelled", ObjectEvent.Change.OTHER::equals);
        Job<Void> start = pool.start();
        try (Socket login = loggingIn()) {
            assertTrue(start.cancel());
            assertThrows(CancellationException.class, start::await);
            goesOn();
            portal.close();
        }
        ended.get(60, TimeUnit.SECONDS);
        pool.undefine().await();
    }

    @Test
    void aNewPoolIsTakenBackWhenLibvirtHasComeBackFromIt() throws Exception {
        CompletableFuture<Void> undefined = news("new", ObjectEvent.Change.UNDEFINED::equals);
        Job<Pool> making = host.pools().waiting(SHORT).make(new NewPool(silent("new"), true, Optional.empty(), true, false));
        try (Socket login = loggingIn()) {
            VirtException late = assertThrows(VirtException.class, making::await);
            assertTrue(late.getMessage().contains("the new pool is taken back"), late.getMessage());
            assertFalse(undefined.isDone());
            goesOn();
            portal.close();
        }
        undefined.get(60, TimeUnit.SECONDS);
    }

    @Test
    void aPoolThatIsGoneWhenItIsStoppedIsNotWaitedForEither() throws Exception {
        CompletableFuture<Void> ended = news("transient", ObjectEvent.Change.OTHER::equals);
        Job<Pool> making = host.pools().waiting(SHORT).createTransient(silent("transient"));
        try (Socket login = loggingIn()) {
            VirtException late = assertThrows(VirtException.class, making::await);
            assertTrue(late.getMessage().contains("libvirt is still trying"), late.getMessage());
            goesOn();
            portal.close();
        }
        ended.get(60, TimeUnit.SECONDS);
    }

    @Test
    void aCephClusterThatDoesNotAnswerIsWaitedForNoLongerEither() throws Exception {
        Pool pool = cluster("rbd", "<name>vms</name>");
        CompletableFuture<Void> ended = news(pool.name(), ObjectEvent.Change.OTHER::equals);
        VirtException late = assertThrows(VirtException.class, host.pools().waiting(SHORT).pool(pool.uuid(), pool.name()).start()::await);
        assertTrue(late.getMessage().contains("pool rbd") && late.getMessage().contains("libvirt is still trying"), late.getMessage());
        goesOn();
        // libvirt's own patience with a monitor is half a minute
        ended.get(60, TimeUnit.SECONDS);
        assertEquals(PoolState.INACTIVE, pool.summary().await().state());
        pool.undefine().await();
    }

    @Test
    void aGlusterServerThatIsNoneIsToldAtOnce() throws Exception {
        Pool pool = cluster("gluster", "<name>vol</name><dir path='/'/>");
        portal.close();
        VirtException none = assertThrows(VirtException.class, pool.start()::await);
        assertTrue(none.getMessage().contains("pool gluster") && none.getMessage().contains("gluster://127.0.0.1:"), none.getMessage());
        goesOn();
        pool.undefine().await();
    }

    /** A pool of that type, and name, on the portal; skipped where libvirt was built without. */
    private Pool cluster(String type, String source) {
        assumeFalse(host.abilities().await().lacksPoolType(type), () -> "SKIPPED: libvirt's storage backend " + type + " is not installed");
        return host.pools().define("<pool type='%s'><name>%s</name><source><host name='127.0.0.1' port='%d'/>%s</source></pool>"
                .formatted(type, type, portal.getLocalPort(), source), false).await();
    }
}
