package dev.virtworkbench.server.command;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;

/** The name of an input as a URI reference: relative if it was given so. */
final class ArtifactUri {

    private ArtifactUri() {
    }

    static String of(String file) {
        if (file.equals(Options.STANDARD_INPUT)) {
            return "stdin";
        }
        try {
            if (file.startsWith("/")) {
                return Path.of(file).toUri().toASCIIString();
            }
            // A colon in the first step would be taken for the end of a scheme.
            int colon = file.indexOf(':');
            int slash = file.indexOf('/');
            boolean schemeLike = colon >= 0 && (slash < 0 || colon < slash);
            return new URI(null, null, schemeLike ? "./" + file : file, null).toASCIIString();
        } catch (URISyntaxException impossible) {
            throw new IllegalArgumentException(file, impossible);
        }
    }
}
