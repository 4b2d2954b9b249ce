package dev.virtworkbench.language.relaxng;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder of schema files: the only place a grammar's files and all they include are read from. */
public interface SchemaSource {

    /** The folder's URI, ending in a slash; files are named relative to it. */
    URI root();

    /**
     * Opens a file.
     *
     * @param file path relative to {@link #root()}, with slashes and no {@code ..}
     * @throws IOException if there is none or it cannot be read
     */
    InputStream open(String file) throws IOException;

    /** The schema files of a folder on disk. */
    static SchemaSource folder(Path folder) {
        Path base = folder.toAbsolutePath().normalize();
        String uri = base.toUri().toString();
        URI root = URI.create(uri.endsWith("/") ? uri : uri + "/");
        return new SchemaSource() {
            @Override
            public URI root() {
                return root;
            }

            @Override
            public InputStream open(String file) throws IOException {
                return Files.newInputStream(base.resolve(file));
            }
        };
    }

    /**
     * The schema files of a folder on the class path.
     *
     * @param loader whose class path
     * @param folder with slashes, none at its ends
     */
    static SchemaSource classPath(ClassLoader loader, String folder) {
        URI root = URI.create("classpath:/" + folder + "/");
        return new SchemaSource() {
            @Override
            public URI root() {
                return root;
            }

            @Override
            public InputStream open(String file) throws IOException {
                InputStream in = loader.getResourceAsStream(folder + "/" + file);
                if (in == null) {
                    throw new FileNotFoundException(root + file);
                }
                return in;
            }
        };
    }
}
