package dev.virtworkbench.server.command;

import dev.virtworkbench.language.reading.DocumentReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads what may be a document, and never more of it than a document may have. */
final class FileBytes {

    /** virsh refuses a larger file (VSH_MAX_XML_FILE), and libvirt's remote protocol carries less still. */
    static final int LIMIT = 10 << 20;

    private static final int BEGINNING = 4096;

    private FileBytes() {
    }

    /** Everything there is to read; empty if that is more than {@link #LIMIT} bytes. */
    static Optional<byte[]> read(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(LIMIT + 1);
        return bytes.length > LIMIT ? Optional.empty() : Optional.of(bytes);
    }

    /** The same of a file, which is not touched if it is too large. */
    static Optional<byte[]> read(Path file) throws IOException {
        if (Files.size(file) > LIMIT) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return read(in);
        }
    }

    /** Whether a file that is too large to be read begins as a document does. */
    static boolean beginsAsMarkup(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return DocumentReader.beginsAsMarkup(in.readNBytes(BEGINNING));
        }
    }
}
