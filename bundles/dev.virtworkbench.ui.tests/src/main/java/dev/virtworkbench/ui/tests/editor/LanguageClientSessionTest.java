package dev.virtworkbench.ui.tests.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.virtworkbench.editor.client.LanguageClientSession;
import dev.virtworkbench.server.Languages;
import dev.virtworkbench.ui.tests.driver.Ui;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.junit.jupiter.api.Test;

/** The language server answers from inside the workbench's process, and ends without ending it. */
class LanguageClientSessionTest {

    private static final String POOL = "<pool type='dirr'><name>a</name><target><path>/a</path></target></pool>";

    @Test
    void findsWhatIsWrongAndEnds() throws Exception {
        Listener client = new Listener();
        LanguageClientSession session = start(client);
        LanguageServer server = wait(session.server());
        server.getTextDocumentService().didOpen(
                new DidOpenTextDocumentParams(new TextDocumentItem("file:///pool.xml", "libvirt-xml", 1, POOL)));
        PublishDiagnosticsParams findings = wait(client.findings);
        assertEquals("file:///pool.xml", findings.getUri());
        assertEquals(List.of("wrong-value"), findings.getDiagnostics().stream().map(found -> found.getCode().getLeft()).toList());
        session.close();
        wait(session.ended());
    }

    @Test
    void closedAtOnceItEndsToo() throws Exception {
        LanguageClientSession session = start(new Listener());
        session.close();
        wait(session.ended());
    }

    private static LanguageClientSession start(LanguageClient client) throws Exception {
        InitializeParams hello = new InitializeParams();
        hello.setCapabilities(new ClientCapabilities());
        hello.setLocale("en");
        return LanguageClientSession.start(new Languages(), client, hello);
    }

    private static <T> T wait(CompletableFuture<T> answer) throws Exception {
        return answer.get(Ui.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private static final class Listener implements LanguageClient {

        private final CompletableFuture<PublishDiagnosticsParams> findings = new CompletableFuture<>();

        @Override
        public void publishDiagnostics(PublishDiagnosticsParams published) {
            findings.complete(published);
        }

        @Override
        public void telemetryEvent(Object event) {
            throw new AssertionError("the server sends no telemetry");
        }

        @Override
        public void showMessage(MessageParams message) {
            findings.completeExceptionally(new AssertionError(message.getMessage()));
        }

        @Override
        public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams question) {
            throw new AssertionError(question.getMessage());
        }

        @Override
        public void logMessage(MessageParams message) {
            findings.completeExceptionally(new AssertionError(message.getMessage()));
        }
    }
}
