package dev.virtworkbench.engine.real;

import static dev.virtworkbench.engine.real.ImagesOnHost.MIB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.engine.jobs.JobListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Volumes of any format are downloaded with a progress that is right, checked for their length, into files that stay whose they were. */
@Timeout(300)
class RealDownloadsTest extends PoolOfFiles {

    private static final String LABEL = "system_u:object_r:virt_content_t:s0";

    /** The guest's size is many times that of what is sent, and of a sparse file it takes less still. */
    @ParameterizedTest
    @ValueSource(strings = {"raw", "qcow2", "vmdk", "vdi", "vpc"})
    void theProgressIsThatOfTheBytes(String format) throws IOException {
        Path source = here.resolve("source");
        Files.write(source, new byte[0]);
        ImagesOnHost.run("qemu-img", "create", "-q", "-f", "raw", source.toString(), "96M");
        ImagesOnHost.run("qemu-io", "-f", "raw", "-c", "write -P 7 16M 32M", source.toString());
        Path image = folder.resolve("disk");
        ImagesOnHost.run("qemu-img", "convert", "-f", "raw", "-O", format, source.toString(), image.toString());
        pool.refresh().await();
        ConcurrentLinkedQueue<Double> fractions = new ConcurrentLinkedQueue<>();
        JobListener listener = job -> job.fraction().ifPresent(fractions::add);
        on.engine().jobs().addListener(listener);
        Job<Void> job = pool.volume("disk").download(here.resolve("disk"), false);
        try {
            job.await();
        } finally {
            on.engine().jobs().removeListener(listener);
        }
        assertEquals(-1, Files.mismatch(image, here.resolve("disk")));
        assertEquals(Files.size(image), job.bytes().orElseThrow());
        List<Double> told = new ArrayList<>(fractions);
        assertEquals(told.stream().sorted().toList(), told, "it only goes on");
        assertTrue(told.size() > 10 && told.getLast() == 1, told::toString);
        Job<Void> upload = pool.volume("disk").upload(here.resolve("disk"));
        upload.await();
        assertEquals(Files.size(image), upload.bytes().orElseThrow());
    }

    @Test
    void whatBecomesLongerMeanwhileIsNoDownload() throws IOException {
        Path image = Files.write(folder.resolve("grows"), new byte[(int) (128 * MIB)]);
        pool.refresh().await();
        Path there = Files.writeString(here.resolve("there"), "precious");
        Manifest before = Manifest.of(here);
        AtomicBoolean done = new AtomicBoolean();
        Job<Void> job = pool.volume("grows").download(there, true);
        JobListener listener = changed -> {
            if (changed == job && changed.fraction().orElse(0) > 0.1 && done.compareAndSet(false, true)) {
                lengthen(image);
            }
        };
        on.engine().jobs().addListener(listener);
        VirtException failure;
        try {
            failure = assertThrows(VirtException.class, job::await);
        } finally {
            on.engine().jobs().removeListener(listener);
        }
        assertTrue(failure.getMessage().contains("somebody changed it") && failure.hint().isPresent(), failure.getMessage());
        assertEquals(Set.of(), Manifest.of(here).differingFrom(before));
    }

    @Test
    void whatIsReplacedHandsDownItsSecurityLabel() throws IOException {
        PrivateLibvirtd.needsRoot();
        Files.write(folder.resolve("disk"), new byte[(int) MIB]);
        pool.refresh().await();
        Path labelled = Files.writeString(here.resolve("图像, of mine"), "old");
        assumeTrue(labelled(labelled), "files have no security labels here");
        pool.volume("disk").download(labelled, true).await();
        assertEquals(MIB, Files.size(labelled));
        assertEquals(LABEL, ImagesOnHost.run("stat", "-c", "%C", "--", labelled.toString()).strip());
        Path plain = Files.writeString(here.resolve("plain"), "old");
        pool.volume("disk").download(plain, true).await();
        assertEquals(MIB, Files.size(plain));
    }

    private static boolean labelled(Path file) {
        try {
            ImagesOnHost.run("chcon", LABEL, "--", file.toString());
            return true;
        } catch (IOException | AssertionError none) {
            return false;
        }
    }

    private static void lengthen(Path file) {
        try {
            Files.write(file, new byte[(int) MIB], StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
