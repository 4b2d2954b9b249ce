package dev.virtworkbench.server.protocol;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.*;
import org.eclipse.lsp4j.jsonrpc.Endpoint;
import org.eclipse.lsp4j.services.LanguageClient;

/** The client as an object: each call is a message to it. */
final class ClientEndpoint implements LanguageClient {

    private final Endpoint remote;

    ClientEndpoint(Endpoint remote) {
        this.remote = remote;
    }

    @Override
    public void telemetryEvent(Object object) {
        remote.notify("telemetry/event", object);
    }

    @Override
    public void publishDiagnostics(PublishDiagnosticsParams diagnostics) {
        remote.notify("textDocument/publishDiagnostics", diagnostics);
    }

    @Override
    public void showMessage(MessageParams message) {
        remote.notify("window/showMessage", message);
    }

    @Override
    public void logMessage(MessageParams message) {
        remote.notify("window/logMessage", message);
    }

    @Override
    public void notifyProgress(ProgressParams params) {
        remote.notify("$/progress", params);
    }

    @Override
    public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams request) {
        return ask("window/showMessageRequest", request);
    }

    @Override
    public CompletableFuture<Void> registerCapability(RegistrationParams params) {
        return ask("client/registerCapability", params);
    }

    @Override
    public CompletableFuture<Void> createProgress(WorkDoneProgressCreateParams params) {
        return ask("window/workDoneProgress/create", params);
    }

    @Override
    public CompletableFuture<List<Object>> configuration(ConfigurationParams params) {
        return ask("workspace/configuration", params);
    }

    @Override
    public CompletableFuture<Void> refreshDiagnostics() {
        return ask("workspace/diagnostic/refresh", null);
    }

    @Override
    public CompletableFuture<Void> refreshInlayHints() {
        return ask("workspace/inlayHint/refresh", null);
    }

    @SuppressWarnings("unchecked") // Methods says what the answer to each method is read as
    private <R> CompletableFuture<R> ask(String method, Object params) {
        return (CompletableFuture<R>) remote.request(method, params);
    }
}
