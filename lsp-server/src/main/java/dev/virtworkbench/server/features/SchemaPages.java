package dev.virtworkbench.server.features;

import dev.virtworkbench.language.LibvirtLanguage;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;

/** The schemas that are packed into the server, as read-only documents of a scheme of their own. */
public final class SchemaPages {

    /** {@code virt-schema:/domaincommon.rng} */
    public static final String SCHEME = "virt-schema";

    private static final String FOLDER = "schemas/";

    private SchemaPages() {
    }

    /** Where a schema file can be looked at: where it is, or as a document of our scheme if it is in the program. */
    static String uri(URI file) {
        String written = file.toString();
        int folder = written.lastIndexOf("/" + FOLDER);
        return written.startsWith("file:") || folder < 0 ? written
                : SCHEME + ":/" + written.substring(folder + 1 + FOLDER.length());
    }

    /**
     * The text of a packed schema.
     *
     * @throws ResponseErrorException if there is none of that name
     */
    public static String content(String uri) {
        String path = uri == null ? "" : uri.replaceFirst("^" + SCHEME + ":/*", "");
        if (!path.matches("[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*\\.rng")) {
            throw refused(ResponseErrorCode.InvalidParams, "no packed schema: " + uri);
        }
        try (InputStream in = LibvirtLanguage.class.getResourceAsStream(FOLDER + path)) {
            if (in == null) {
                throw refused(ResponseErrorCode.InvalidParams, "no packed schema: " + uri);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw refused(ResponseErrorCode.InternalError, uri + ": " + unreadable.getMessage());
        }
    }

    private static ResponseErrorException refused(ResponseErrorCode code, String why) {
        return new ResponseErrorException(new ResponseError(code, why, null));
    }
}
