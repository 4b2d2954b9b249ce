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
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
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
            double convert = compare(on, "convert", made,
                    () -> on.images().convert(source, new NewImage(made.toString(), "raw"), Conversion.PLAIN).await(),
                    () -> ImagesOnHost.run("qemu-img", "convert", "-f", "qcow2", "-O", "raw", source.path(), made.toString()));
            double download = compare(on, "download", elsewhere, () -> pool.volume("source.qcow2").download(elsewhere, false).await(),
                    () -> on.virsh("vol-download", "--pool", "images", "source.qcow2", elsewhere.toString()));
            pool.stop().await();
            assertTrue(convert <= BAR && download <= BAR, convert + " " + download);
        }
    }

    /**
     * The medians of some rounds of each. A disk is quick or slow in turn, as what was deleted is given out again: in each round each of the two has
     * both turns.
     */
    private static double compare(ImagesOnHost on, String what, Path made, Work ours, Work theirs) throws IOException {
        List<Taken> engine = new ArrayList<>();
        List<Taken> plain = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            Taken first = taken(on, theirs, made);
            engine.add(taken(on, ours, made).and(taken(on, ours, made)));
            plain.add(first.and(taken(on, theirs, made)));
        }
        Taken our = Taken.median(engine);
        Taken their = Taken.median(plain);
        System.out.printf("%s %d MiB twice: engine %.2f s, plain program %.2f s, ratio %.3f, bar %.2f%n", what, SIZE / MIB, our.seconds(), their.seconds(),
                our.seconds() / their.seconds(), BAR);
        System.out.printf("    processors' time, the daemon's with it: engine %.2f s, plain program %.2f s, ratio %.3f%n", our.processors(), their.processors(),
                our.processors() / their.processors());
        System.out.println("    engine " + engine + ", plain program " + plain);
        return our.seconds() / their.seconds();
    }

    /** What it has taken, in seconds. @param processors time of this process, of the programs that it ran, and of the daemon */
    private record Taken(double seconds, double processors) {

        static Taken median(List<Taken> rounds) {
            return new Taken(median(rounds, Taken::seconds), median(rounds, Taken::processors));
        }

        private static double median(List<Taken> rounds, ToDoubleFunction<Taken> figure) {
            return rounds.stream().mapToDouble(figure).sorted().skip(rounds.size() / 2).findFirst().orElseThrow();
        }

        Taken and(Taken other) {
            return new Taken(seconds + other.seconds, processors + other.processors);
        }

        @Override
        public String toString() {
            return "%.2f (%.2f)".formatted(seconds, processors);
        }
    }

    private static Taken taken(ImagesOnHost on, Work work, Path made) throws IOException {
        ImagesOnHost.run("sync");
        double before = processors(on);
        long begun = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - begun) / 1e9;
        Taken taken = new Taken(seconds, processors(on) - before);
        Files.delete(made);
        return taken;
    }

    /** Seconds so far. */
    private static double processors(ImagesOnHost on) throws IOException {
        String daemon = on.daemon().run("sh", "-c", "cat \"/proc/$(cat \"$1/libvirtd.pid\")/stat\"", "sh", on.daemon().folder().toString());
        return ticks(Files.readString(Path.of("/proc/self/stat"))) + ticks(daemon);
    }

    /** @param stat of proc(5): behind the name utime, stime, cutime and cstime are fields 14 to 17, in hundredths of a second */
    private static double ticks(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return IntStream.rangeClosed(14, 17).mapToLong(field -> Long.parseLong(fields[field - 3])).sum() / 100.0;
    }
}
