package dev.virtworkbench.language.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.language.relaxng.GrammarException;
import dev.virtworkbench.language.relaxng.SchemaSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrammarCacheTest {

    private static final String SCHEMA = """
            <element name="%s" xmlns="http://relaxng.org/ns/structure/1.0"><empty/></element>
            """;

    @TempDir
    private Path schemas;
    @TempDir
    private Path folder;
    private Path cache;

    @BeforeEach
    void schema() throws IOException {
        cache = folder.resolve("made/when/needed");
        define("pool");
    }

    private void define(String element) throws IOException {
        Files.writeString(schemas.resolve("a.rng"), SCHEMA.formatted(element));
    }

    /** The root element that the grammar allows. */
    private String read() throws GrammarException {
        return new GrammarCache(cache).read(SchemaSource.folder(schemas), "a.rng")
                .start().elements().getFirst().nameClass().names().getFirst().local();
    }

    private List<Path> kept() throws IOException {
        try (Stream<Path> files = Files.list(cache)) {
            return files.toList();
        }
    }

    @Test
    void keepsWhatItHasRead() throws Exception {
        assertEquals("pool", read());
        byte[] first = Files.readAllBytes(kept().getFirst());
        assertEquals("pool", read());
        assertEquals(1, kept().size());
        assertTrue(first.length > 0);
    }

    @Test
    void readsAChangedSchemaAgain() throws Exception {
        read();
        define("pond");
        assertEquals("pond", read());
        assertEquals("pond", read());
        assertEquals(1, kept().size());
    }

    @Test
    void doesWithoutWhatIsDamaged() throws Exception {
        read();
        Files.writeString(kept().getFirst(), "nonsense");
        assertEquals("pool", read());
        assertEquals("pool", read());
    }

    @Test
    void doesWithoutAFolder() throws Exception {
        cache = Files.writeString(folder.resolve("file"), "").resolve("in/a/file");
        assertEquals("pool", read());
    }

    @Test
    void tellsOfABrokenSchemaEachTime() throws Exception {
        Files.writeString(schemas.resolve("a.rng"), "<element");
        assertThrows(GrammarException.class, this::read);
        assertThrows(GrammarException.class, this::read);
    }

    @Test
    void isSharedByManyAtOnce() throws Exception {
        List<String> roots = Stream.generate(() -> "pool").limit(40).parallel().map(any -> {
            try {
                return read();
            } catch (GrammarException e) {
                throw new IllegalStateException(e);
            }
        }).toList();
        assertEquals(List.of("pool"), roots.stream().distinct().toList());
        assertEquals(1, kept().size());
    }

    @Test
    void makesRoomForNewOnes() throws Exception {
        Files.createDirectories(cache);
        for (int i = 0; i < 300; i++) {
            Files.writeString(cache.resolve(i + ".grammar"), "old");
        }
        read();
        assertEquals(150, kept().size());
    }
}
