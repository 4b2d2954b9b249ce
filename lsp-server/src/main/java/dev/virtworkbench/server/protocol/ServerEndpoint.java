package dev.virtworkbench.server.protocol;

import com.google.gson.JsonObject;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.*;
import org.eclipse.lsp4j.jsonrpc.Endpoint;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;

/** Calls the server's method that a message names. */
final class ServerEndpoint implements Endpoint {

    private final LanguageServer server;
    private final VirtRequests virt;

    <S extends LanguageServer & VirtRequests> ServerEndpoint(S server) {
        this.server = server;
        this.virt = server;
    }

    @Override
    public CompletableFuture<?> request(String method, Object params) {
        TextDocumentService documents = server.getTextDocumentService();
        return switch (method) {
            case "initialize" -> virt.initialize((JsonObject) params);
            case "shutdown" -> server.shutdown();
            case "textDocument/diagnostic" -> documents.diagnostic((DocumentDiagnosticParams) params);
            case "textDocument/completion" -> documents.completion((CompletionParams) params);
            case "completionItem/resolve" -> documents.resolveCompletionItem((CompletionItem) params);
            case "textDocument/hover" -> documents.hover((HoverParams) params);
            case "textDocument/codeAction" -> documents.codeAction((CodeActionParams) params);
            case "codeAction/resolve" -> documents.resolveCodeAction((CodeAction) params);
            case "textDocument/documentSymbol" -> documents.documentSymbol((DocumentSymbolParams) params);
            case "textDocument/foldingRange" -> documents.foldingRange((FoldingRangeRequestParams) params);
            case "textDocument/selectionRange" -> documents.selectionRange((SelectionRangeParams) params);
            case "textDocument/linkedEditingRange" -> documents.linkedEditingRange((LinkedEditingRangeParams) params);
            case "textDocument/documentHighlight" -> documents.documentHighlight((DocumentHighlightParams) params);
            case "textDocument/documentLink" -> documents.documentLink((DocumentLinkParams) params);
            case "textDocument/inlayHint" -> documents.inlayHint((InlayHintParams) params);
            case "textDocument/definition" -> documents.definition((DefinitionParams) params);
            case "textDocument/semanticTokens/full" -> documents.semanticTokensFull((SemanticTokensParams) params);
            case "textDocument/semanticTokens/full/delta" ->
                    documents.semanticTokensFullDelta((SemanticTokensDeltaParams) params);
            case "textDocument/semanticTokens/range" -> documents.semanticTokensRange((SemanticTokensRangeParams) params);
            case "textDocument/formatting" -> documents.formatting((DocumentFormattingParams) params);
            case "textDocument/rangeFormatting" -> documents.rangeFormatting((DocumentRangeFormattingParams) params);
            case "textDocument/onTypeFormatting" -> documents.onTypeFormatting((DocumentOnTypeFormattingParams) params);
            case "textDocument/prepareRename" -> documents.prepareRename((PrepareRenameParams) params);
            case "textDocument/rename" -> documents.rename((RenameParams) params);
            case "workspace/textDocumentContent" ->
                    server.getWorkspaceService().textDocumentContent((TextDocumentContentParams) params);
            case "virt/closeTag" -> virt.closeTag((TextDocumentPositionParams) params);
            case "virt/schemaContent" -> virt.schemaContent((TextDocumentContentParams) params);
            case "virt/findings" -> virt.findings((TextDocumentItem) params);
            default -> CompletableFuture.failedFuture(new ResponseErrorException(
                    new ResponseError(ResponseErrorCode.MethodNotFound, "unknown method: " + method, null)));
        };
    }

    /** Notifications that nobody here knows are optional by the protocol, or were meant for others: they are passed over. */
    @Override
    public void notify(String method, Object params) {
        TextDocumentService documents = server.getTextDocumentService();
        WorkspaceService workspace = server.getWorkspaceService();
        switch (method) {
            case "initialized" -> server.initialized((InitializedParams) params);
            case "exit" -> server.exit();
            case "window/workDoneProgress/cancel" -> server.cancelProgress((WorkDoneProgressCancelParams) params);
            case "textDocument/didOpen" -> documents.didOpen((DidOpenTextDocumentParams) params);
            case "textDocument/didChange" -> documents.didChange((DidChangeTextDocumentParams) params);
            case "textDocument/didClose" -> documents.didClose((DidCloseTextDocumentParams) params);
            case "workspace/didChangeConfiguration" ->
                    workspace.didChangeConfiguration((DidChangeConfigurationParams) params);
            case "workspace/didChangeWatchedFiles" ->
                    workspace.didChangeWatchedFiles((DidChangeWatchedFilesParams) params);
            case "workspace/didChangeWorkspaceFolders" ->
                    workspace.didChangeWorkspaceFolders((DidChangeWorkspaceFoldersParams) params);
            default -> { }
        }
    }
}
