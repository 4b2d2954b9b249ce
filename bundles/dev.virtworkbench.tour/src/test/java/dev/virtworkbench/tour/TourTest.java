package dev.virtworkbench.tour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.hosts.DefaultHosts;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TourTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Tour tour = new Tour(new PrintStream(printed, true, StandardCharsets.UTF_8), Locale.ENGLISH);

    @Test
    void makesAPoolWithAVolumeShowsThemAndTakesThemAway() {
        assertEquals(0, tour.visit(DefaultHosts.TEST), this::text);
        List<String> lines = text().lines().toList();
        assertTrue(lines.getFirst().contains("simulated"), this::text);
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("pool virt-workbench-tour-") && line.contains("RUNNING")), this::text);
        assertTrue(lines.stream().anyMatch(line -> line.strip().startsWith("volume disk.qcow2")), this::text);
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

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
