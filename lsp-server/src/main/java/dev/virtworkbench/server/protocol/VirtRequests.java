package dev.virtworkbench.server.protocol;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.TextDocumentContentParams;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.TextDocumentPositionParams;

/** The requests that are ours, for what the protocol has no request for or clients do not know yet. */
public interface VirtRequests {

    /** {@code initialize} with parameters and result in JSON, which spares getting ready all the classes that both may need. */
    CompletableFuture<JsonObject> initialize(JsonObject params);

    /**
     * {@code virt/closeTag}: the end tag for the start tag, or for the {@code </}, in front of the position, which was just
     * typed.
     *
     * @return the text to insert, with the cursor staying before it behind a start tag; null if nothing needs closing
     */
    CompletableFuture<String> closeTag(TextDocumentPositionParams params);

    /**
     * {@code virt/schemaContent}: the text of a schema that is packed into the server, for clients without
     * {@code workspace/textDocumentContent}.
     *
     * @param params names a {@code virt-schema:} URI
     */
    CompletableFuture<String> schemaContent(TextDocumentContentParams params);

    /**
     * {@code virt/findings}: what is wrong in a document that is not open, for clients that show it of files no editor has. The client
     * reads the file, as it alone knows how; that other files are other pools' is asked of the disk.
     *
     * @return null if it is no document of libvirt's
     */
    CompletableFuture<List<Diagnostic>> findings(TextDocumentItem document);
}
