package dev.virtworkbench.tour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.hosts.DefaultHosts;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TourTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Tour tour = new Tour(new PrintStream(printed, true, StandardCharsets.UTF_8), Locale.ENGLISH);

    @Test
    void makesAPoolWithAVolumeShowsThemAndTakesThemAway() {
        assertEquals(0, tour.visit(DefaultHosts.TEST), this::text);
        List<String> lines = text().lines().toList();
        assertTrue(lines.getFirst().contains("simulated"), this::text);
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("pool virt-workbench-tour-") && line.contains("(dir, active, ")), this::text);
        assertTrue(lines.stream().anyMatch(line -> line.strip().startsWith("volume disk.qcow2")), this::text);
        assertTrue(lines.contains("domain test (running)") && lines.contains("network default (active)"), this::text);
        List<String> undoing = lines.subList(lines.indexOf("Taking it all away again"), lines.size());
        assertTrue(undoing.stream().anyMatch(line -> line.contains("vol-delete")), this::text);
        assertTrue(undoing.getLast().contains("pool-undefine"), this::text);
    }

    @Test
    void anUnreachableHostIsReplacedByTheSimulatedOne() {
        assertEquals(0, tour.visit("qemu+unix:///system?socket=/nowhere/libvirt-sock"), this::text);
        assertTrue(text().contains("/nowhere/libvirt-sock"), this::text);
        assertTrue(text().contains("start it (systemctl start libvirtd"), this::text);
        assertFalse(text().lines().noneMatch(line -> line.contains("simulated")), this::text);
    }

    @Test
    void whoEndsItHalfwayFindsNothingLeftBehind(@TempDir Path temporary) throws Exception {
        Process tour = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + temporary, "-cp", System.getProperty("java.class.path"), TourOfTheSimulatedHost.class.getName())
                .redirectErrorStream(true).start();
        StringBuilder said = new StringBuilder();
        try (BufferedReader lines = tour.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.append(line).append('\n');
                if (line.contains("pool-define")) {
                    tour.toHandle().destroy(); // the process itself would close what it still has to say
                }
            }
        }
        assertTrue(tour.waitFor(2, TimeUnit.MINUTES), said::toString);
        assertTrue(said.toString().contains("pool-define") && said.toString().contains("pool-undefine"), said::toString);
        try (Stream<Path> left = Files.list(temporary)) {
            assertEquals(List.of(), left.filter(path -> path.getFileName().toString().startsWith("virt-workbench-tour")).toList(), said::toString);
        }
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
