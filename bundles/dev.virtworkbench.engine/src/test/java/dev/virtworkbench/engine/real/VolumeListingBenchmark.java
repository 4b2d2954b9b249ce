package dev.virtworkbench.engine.real;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.hosts.Credentials;
import dev.virtworkbench.engine.hosts.Engine;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.storage.Pool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lists many volumes with their details, against libvirt's shell on the same daemon. Started by {@code releng/benchmarks}. */
class VolumeListingBenchmark {

    private static final int VOLUMES = Integer.getInteger("virtworkbench.benchmark.volumes", 10_000);
    private static final int ROUNDS = 5;
    private static final double BAR = 1.5;

    @Test
    void againstVirsh() throws IOException {
        try (PrivateLibvirtd daemon = PrivateLibvirtd.start(); Engine engine = new Engine(Credentials.NONE)) {
            Path folder = Files.createDirectories(daemon.folder().resolve("many"));
            for (int i = 0; i < VOLUMES; i++) {
                Files.write(folder.resolve("volume" + i + ".img"), new byte[512]);
            }
            Host host = engine.add(daemon.uri());
            RealHost.connect(host);
            Pool pool = host.pools().createTransient(RealPoolsTest.dirPool("many", folder)).await();
            List<Double> ours = new ArrayList<>();
            List<Double> theirs = new ArrayList<>();
            for (int i = 0; i < ROUNDS; i++) {
                long begun = System.nanoTime();
                daemon.run("virsh", "-c", daemon.uri(), "vol-list", "--details", "many");
                long between = System.nanoTime();
                assertEquals(VOLUMES, pool.volumeSummaries().await().size());
                theirs.add((between - begun) / 1e6);
                ours.add((System.nanoTime() - between) / 1e6);
            }
            double first = ours.getFirst() / theirs.getFirst();
            double ratio = median(ours) / median(theirs);
            System.out.printf("%d volumes with details: engine %.0f ms (first time %.0f ms), virsh vol-list --details "
                    + "%.0f ms, ratio %.2f (first time %.2f), bar %.1f%n", VOLUMES, median(ours), ours.getFirst(),
                    median(theirs), ratio, first, BAR);
            assertTrue(ratio <= BAR, "ratio " + ratio);
            pool.stop().await();
        }
    }

    private static double median(List<Double> times) {
        List<Double> sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
