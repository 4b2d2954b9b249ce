package dev.virtworkbench.engine.real;

import static dev.virtworkbench.engine.real.ImagesOnHost.MIB;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.images.Conversion;
import dev.virtworkbench.engine.images.Image;
import dev.virtworkbench.engine.images.NewImage;
import dev.virtworkbench.engine.storage.Pool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Converts and downloads an image of 2 GiB of data, against plain {@code qemu-img} and {@code virsh} in turn. Started by
 * {@code releng/benchmarks}.
 */
class ImageWritingBenchmark {

    private static final long SIZE = Long.getLong("virtworkbench.benchmark.mib", 2048) * MIB;
    private static final int ROUNDS = 5;
    private static final double BAR = 1.05;

    /** One round; what it made is gone afterwards. */
    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    @Test
    void againstPlainPrograms() throws IOException {
        try (ImagesOnHost on = new ImagesOnHost()) {
            on.connect();
            on.begin();
            Image source = new Image(on.path("source.qcow2"), "qcow2");
            on.images().create(new NewImage(source.path(), "qcow2"), SIZE).await();
            ImagesOnHost.run("qemu-io", "-f", "qcow2", "-c", "write -P 5 0 " + SIZE / 2, "-c", "write -P 6 " + SIZE / 2 + " " + SIZE / 2, "--",
                    source.path());
            Pool pool = on.host().pools().createTransient(RealPoolsTest.dirPool("images", on.folder())).await();
            Path made = Path.of(on.path("made"));
            Path elsewhere = Files.createDirectory(on.folder().resolveSibling("downloads")).resolve("made");
            double convert = compare("convert", made,
                    () -> on.images().convert(source, new NewImage(made.toString(), "raw"), Conversion.PLAIN).await(),
                    () -> ImagesOnHost.run("qemu-img", "convert", "-f", "qcow2", "-O", "raw", source.path(), made.toString()));
            double download = compare("download", elsewhere, () -> pool.volume("source.qcow2").download(elsewhere, false).await(),
                    () -> on.virsh("vol-download", "--pool", "images", "source.qcow2", elsewhere.toString()));
            pool.stop().await();
            assertTrue(convert <= BAR && download <= BAR, convert + " " + download);
        }
    }

    /** The quickest of some rounds of each: what else the machine does only adds. */
    private static double compare(String what, Path made, Work ours, Work theirs) throws IOException {
        List<Double> engine = new ArrayList<>();
        List<Double> plain = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            plain.add(milliseconds(theirs, made));
            engine.add(milliseconds(ours, made));
        }
        double best = engine.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        double other = plain.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        System.out.printf("%s %d MiB: engine %.0f ms, plain program %.0f ms, ratio %.3f, bar %.2f%n", what, SIZE / MIB, best, other, best / other, BAR);
        return best / other;
    }

    private static double milliseconds(Work work, Path made) throws IOException {
        long begun = System.nanoTime();
        work.run();
        double taken = (System.nanoTime() - begun) / 1e6;
        Files.delete(made);
        return taken;
    }
}
