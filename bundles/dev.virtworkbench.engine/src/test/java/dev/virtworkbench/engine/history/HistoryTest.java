package dev.virtworkbench.engine.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.apply.Applied;
import dev.virtworkbench.engine.apply.ApplyMode;
import dev.virtworkbench.language.schema.DocumentKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {

    private static final UUID ID = UUID.fromString("6b1c9a0e-0d2c-4f5b-9b3e-0c1d2e3f4a5b");
    private static final String AFTER = "<domain>\n  <name>图像 \"x\"</name>\n  <graphics type='vnc' passwd='geheim'/>\n</domain>\n";

    @TempDir
    private Path parent;
    private Path folder;
    private History history;

    @BeforeEach
    void make() {
        folder = parent.resolve("config").resolve("history");
        history = new History(folder, 3);
    }

    @Test
    void nothingWasAppliedYet() throws IOException {
        assertEquals(List.of(), history.entries());
        assertFalse(Files.exists(folder));
    }

    @Test
    void whatWasKeptComesBackWithoutThePassword() throws IOException {
        HistoryEntry kept = history.add(applied(1, Optional.of(AFTER.replace("geheim", "vorher"))));
        assertEquals(List.of(kept), history.entries());
        assertEquals(AFTER.replace(" passwd='geheim'", ""), history.entries().getFirst().after());
        assertEquals(Optional.of(AFTER.replace(" passwd='geheim'", "")), kept.before());
        assertEquals(List.of(kept), history.entries("qemu:///system", ID, "图像 \"x\""));
        assertEquals(List.of(), history.entries("qemu:///session", ID, "图像 \"x\""));
    }

    @Test
    void noFileHoldsThePasswordAndNobodyElseReadsThem() throws IOException {
        history.add(applied(1, Optional.of(AFTER.replace("geheim", "vorher"))));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)));
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> files = all.toList();
            assertEquals(1, files.size());
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(files.getFirst())));
            String text = Files.readString(files.getFirst());
            assertFalse(text.contains("geheim") || text.contains("vorher"), text);
        }
    }

    @Test
    void theOldestGo() throws IOException {
        for (int i = 1; i <= 5; i++) {
            history.add(applied(i, Optional.empty()));
        }
        assertEquals(List.of(5L, 4L, 3L), history.entries().stream().map(entry -> entry.when().getEpochSecond()).toList());
    }

    @Test
    void whoListensIsToldOnceItCanBeRead() throws IOException {
        List<HistoryEntry> told = new ArrayList<>();
        Consumer<HistoryEntry> listener = told::add;
        history.addListener(listener);
        HistoryEntry kept = history.add(applied(1, Optional.empty()));
        history.removeListener(listener);
        history.add(applied(2, Optional.empty()));
        assertEquals(List.of(kept), told);
    }

    @Test
    void aDamagedEntryHidesNoOther() throws IOException {
        HistoryEntry kept = history.add(applied(1, Optional.empty()));
        Files.writeString(folder.resolve("99990101T000000.000000000-damaged.properties"), "when=never\n");
        assertEquals(List.of(kept), history.entries());
    }

    @Test
    void puttingBackKeepsThePasswordsOfTheObject() throws IOException {
        assertTrue(history.add(applied(1, Optional.empty())).putBack().isEmpty());
        HistoryEntry entry = history.add(applied(2, Optional.of("<domain><name>x</name></domain>")));
        assertEquals("<domain><name>x</name></domain>", entry.putBack().orElseThrow().text());
        assertTrue(entry.putBack().orElseThrow().keepSecrets());
    }

    private static Applied applied(long second, Optional<String> before) {
        return new Applied(Instant.ofEpochSecond(second), "qemu:///system", DocumentKind.DOMAIN, "图像 \"x\"", ID,
                Optional.empty(), ApplyMode.DEFINE, before, AFTER, List.of(), List.of(), true, List.of());
    }
}
