package dev.virtworkbench.engine.hosts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.domains.Screenshot;
import dev.virtworkbench.engine.errors.ErrorCode;
import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.jobs.Cancellation;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.engine.storage.PoolSummary;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What libvirt's in-process test driver is honest for: connecting, listing, names, errors. */
class SimulatedHostTest {

    private final Engine engine = new Engine(Credentials.NONE);

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void listsPoolsAndDomains() throws InterruptedException {
        Host host = connected();
        List<PoolSummary> pools = host.pools().list().await();
        assertEquals(List.of("default-pool"), pools.stream().map(PoolSummary::name).toList());
        assertEquals("dir", pools.getFirst().type());
        assertTrue(pools.getFirst().state().active());
        assertEquals("test", host.domains().list().await().getFirst().name());
        assertTrue(host.simulated());
    }

    @Test
    void tellsWhatItAsksForFacts() throws InterruptedException {
        Host host = connected();
        List<String> told = new CopyOnWriteArrayList<>();
        engine.echo().addListener(command -> told.add(command.shell()));
        host.facts().await();
        String virsh = "virsh -c " + DefaultHosts.TEST + " ";
        assertEquals(List.of(virsh + "pool-list --all", virsh + "vol-list default-pool", virsh + "capabilities"), told.subList(0, 3));
        assertTrue(told.containsAll(List.of(virsh + "net-list --all", virsh + "domcapabilities", virsh + "pool-capabilities")), told::toString);
        told.clear();
        host.abilities().await();
        assertEquals(List.of(virsh + "capabilities", virsh + "pool-capabilities"), told);
    }

    /** The test driver knows no flag for the configuration. */
    @Test
    void whatRunsIsTheConfigurationWhereADriverKeepsNoOther() throws InterruptedException {
        Host host = connected();
        assertTrue(host.pools().lookup("default-pool").await().xml(true).await().contains("<name>default-pool</name>"));
        assertTrue(host.networks().lookup("default").await().xml(true).await().contains("<name>default</name>"));
    }

    @Test
    void saysWhatFailedOnWhatAndWhy() throws InterruptedException {
        VirtException failure = assertThrows(VirtException.class, () -> connected().pools().lookup("图像 'x'").await());
        assertEquals(ErrorCode.NO_STORAGE_POOL, failure.code());
        assertEquals(Operation.POOL_LOOKUP, failure.operation());
        assertEquals("图像 'x'", failure.object());
        assertTrue(failure.getMessage().contains("图像 'x'"), failure.getMessage());
        assertTrue(failure.hint().isPresent());
    }

    @Test
    void refusesCallsWhileNotConnected() {
        Host host = engine.add(DefaultHosts.TEST);
        VirtException failure = assertThrows(VirtException.class, () -> host.pools().list().await());
        assertEquals(ErrorCode.NOT_LIBVIRT, failure.code());
        assertTrue(failure.getMessage().contains(DefaultHosts.TEST), failure.getMessage());
    }

    @Test
    void aRunningDomainHasAPicture() throws InterruptedException {
        Host host = connected();
        Screenshot screen = host.domains().domain(host.domains().list().await().getFirst()).screenshot().await();
        assertEquals("image/png", screen.mimeType());
        assertEquals("PNG", new String(screen.picture(), 1, 3, StandardCharsets.US_ASCII));
    }

    @Test
    void listsDoNotWaitForTransfers() throws InterruptedException {
        Host host = connected();
        CountDownLatch end = new CountDownLatch(1);
        List<Job<Void>> uploads = IntStream.range(0, 20).mapToObj(i -> host.session().<Void>start(Operation.VOLUME_UPLOAD, "disk-" + i,
                Cancellation.STOPS_WORK, task -> {
                    end.await();
                    return null;
                })).toList();
        try {
            assertEquals(1, host.pools().list().await().size());
            assertTrue(uploads.stream().noneMatch(upload -> upload.state().finished()));
        } finally {
            end.countDown();
        }
        uploads.forEach(Job::await);
    }

    private Host connected() throws InterruptedException {
        Host host = engine.add(DefaultHosts.TEST);
        CountDownLatch done = new CountDownLatch(1);
        host.addListener(new HostListener() {
            @Override
            public void statusChanged(Host changed) {
                if (changed.status().state() == HostState.CONNECTED) {
                    done.countDown();
                }
            }
        });
        host.connect();
        assertTrue(done.await(30, TimeUnit.SECONDS), () -> host.status().toString());
        return host;
    }
}
