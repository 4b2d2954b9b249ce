package dev.virtworkbench.language;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.virtworkbench.language.schema.SchemaLocations;
import dev.virtworkbench.language.schema.Schemas;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** libvirt's own test documents, which {@code ./test} fetches with Debian's source package, and its schemas on this machine. */
public final class LibvirtSuite {

    /** Schemas are read by whoever asks first. */
    public static final LibvirtLanguage LANGUAGE =
            new LibvirtLanguage(new Schemas(SchemaLocations.search(Optional.empty()), Runnable::run));

    private LibvirtSuite() {
    }

    /** The text of every XML file in UTF-8, by its path; skips the test where they are not on this machine. */
    public static Map<Path, String> documents() throws IOException {
        String folder = System.getProperty("virtworkbench.libvirtTests", "");
        assumeTrue(!folder.isEmpty(), "SKIPPED: libvirt's test suite is not on this machine (./test fetches it)");
        Map<Path, String> documents = new LinkedHashMap<>();
        List<Path> files;
        try (Stream<Path> all = Files.walk(Path.of(folder))) {
            files = all.filter(file -> file.toString().endsWith(".xml")).sorted().toList();
        }
        for (Path file : files) {
            try {
                documents.put(file, Files.readString(file));
            } catch (MalformedInputException notUtf8) {
                // Bytes are the business of the package `reading`; here only text is looked at.
                continue;
            }
        }
        assertTrue(documents.size() > 2000, () -> "only " + documents.size() + " documents in " + folder);
        return documents;
    }
}
