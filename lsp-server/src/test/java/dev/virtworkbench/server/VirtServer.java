package dev.virtworkbench.server;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.TextDocumentContentParams;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.TextDocumentPositionParams;
import org.eclipse.lsp4j.jsonrpc.services.JsonRequest;
import org.eclipse.lsp4j.services.LanguageServer;

/** The server as a client of ours sees it. */
interface VirtServer extends LanguageServer {

    @JsonRequest("virt/closeTag")
    CompletableFuture<String> closeTag(TextDocumentPositionParams params);

    @JsonRequest("virt/findings")
    CompletableFuture<List<Diagnostic>> findings(TextDocumentItem document);

    @JsonRequest("virt/schemaContent")
    CompletableFuture<String> schemaContent(TextDocumentContentParams params);
}
