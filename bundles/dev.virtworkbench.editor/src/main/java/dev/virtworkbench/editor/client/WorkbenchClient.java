package dev.virtworkbench.editor.client;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.eclipse.core.runtime.ILog;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.services.LanguageClient;

/** The workbench as the server sees it: findings go to who shows them, messages to the Error Log. */
final class WorkbenchClient implements LanguageClient {

    private final Consumer<PublishDiagnosticsParams> findings;
    private final Runnable outdated;

    /** @param outdated is called when findings of documents that are not open may have become others */
    WorkbenchClient(Consumer<PublishDiagnosticsParams> findings, Runnable outdated) {
        this.findings = findings;
        this.outdated = outdated;
    }

    @Override
    public void publishDiagnostics(PublishDiagnosticsParams published) {
        findings.accept(published);
    }

    @Override
    public CompletableFuture<Void> refreshDiagnostics() {
        outdated.run();
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void showMessage(MessageParams message) {
        logMessage(message);
    }

    @Override
    public void logMessage(MessageParams message) {
        ILog log = ILog.of(getClass());
        if (message.getType() == MessageType.Error) {
            log.error(message.getMessage());
        } else if (message.getType() == MessageType.Warning) {
            log.warn(message.getMessage());
        } else {
            log.info(message.getMessage());
        }
    }

    /** The server asks nothing; one that did would get no answer chosen. */
    @Override
    public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams question) {
        logMessage(question);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void telemetryEvent(Object event) {
        ILog.of(getClass()).info("the language server reports: " + event);
    }
}
