package dev.virtworkbench.server;

import dev.virtworkbench.server.features.SchemaPages;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.TextDocumentContentParams;
import org.eclipse.lsp4j.TextDocumentContentResult;
import org.eclipse.lsp4j.services.WorkspaceService;

/** The {@code workspace/…} half of the protocol. */
final class LibvirtWorkspaceService implements WorkspaceService {

    private final LibvirtLanguageServer server;
    private final Configuration configuration;
    private final PoolSearch search;
    private final DocumentRequests requests;
    private final ServerLog log;

    LibvirtWorkspaceService(LibvirtLanguageServer server, Configuration configuration, PoolSearch search,
            DocumentRequests requests, ServerLog log) {
        this.server = server;
        this.configuration = configuration;
        this.search = search;
        this.requests = requests;
        this.log = log;
    }

    @Override
    public void didChangeConfiguration(DidChangeConfigurationParams params) {
        log.guard("workspace/didChangeConfiguration", () -> configuration.changed(params.getSettings(), server.client()));
    }

    @Override
    public void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {
        log.guard("workspace/didChangeWatchedFiles", () -> params.getChanges().forEach(event -> search.changed(event.getUri())));
    }

    @Override
    public void didChangeWorkspaceFolders(DidChangeWorkspaceFoldersParams params) {
        log.guard("workspace/didChangeWorkspaceFolders",
                () -> server.foldersChanged(params.getEvent().getAdded(), params.getEvent().getRemoved()));
    }

    @Override
    public CompletableFuture<TextDocumentContentResult> textDocumentContent(TextDocumentContentParams params) {
        return requests.elsewhere("workspace/textDocumentContent",
                cancel -> new TextDocumentContentResult(SchemaPages.content(params.getUri())));
    }
}
