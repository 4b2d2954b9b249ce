package dev.virtworkbench.editor.client;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.TextDocumentContentParams;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.jsonrpc.services.JsonRequest;
import org.eclipse.lsp4j.services.LanguageServer;

/** The server with those of its own requests that the workbench makes. */
interface VirtServer extends LanguageServer {

    /** What is wrong in a document that is not open. @return null if it is not libvirt's */
    @JsonRequest("virt/findings")
    CompletableFuture<List<Diagnostic>> findings(TextDocumentItem document);

    /** The text of a schema that is packed into the server. */
    @JsonRequest("virt/schemaContent")
    CompletableFuture<String> schemaContent(TextDocumentContentParams params);
}
