package dev.virtworkbench.server;

import static dev.virtworkbench.server.Editor.answer;
import static dev.virtworkbench.server.Editor.id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SelectionRangeParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentContentParams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From initialize to exit, and what a server must survive between. */
class LifeTest {

    private static final String POOL = "<pool type='dir'>\n  <name>images</name>\n  <target><path>/x</path></target>\n</pool>\n";

    @Test
    void endsWithZeroAfterShutdownAndExit() throws Exception {
        try (Editor editor = Editor.started()) {
            answer(editor.server.shutdown());
            editor.server.exit();
            assertEquals(0, editor.exitCode.get(20, TimeUnit.SECONDS));
        }
    }

    @Test
    void endsWithOneWithoutShutdown() throws Exception {
        try (Editor editor = Editor.started()) {
            editor.server.exit();
            assertEquals(1, editor.exitCode.get(20, TimeUnit.SECONDS));
        }
    }

    @Test
    void endsWhenTheClientIsGone() throws Exception {
        try (Editor editor = Editor.started()) {
            editor.vanish();
            assertEquals(1, editor.exitCode.get(20, TimeUnit.SECONDS));
        }
    }

    @Test
    void endsWhenTheClientsProcessEndsThoughItsStreamStaysOpen() throws Exception {
        Process client = new ProcessBuilder("cat").start();
        try (Editor editor = new Editor().start("{\"processId\": " + client.pid() + ", \"capabilities\": {}}")) {
            assertFalse(editor.exitCode.isDone());
            client.destroy();
            assertEquals(1, editor.exitCode.get(20, TimeUnit.SECONDS));
        } finally {
            client.destroyForcibly();
        }
    }

    @Test
    void offersWhatThisClientUnderstands() {
        try (Editor plain = new Editor().start("{\"capabilities\": {}}"); Editor modern = Editor.started()) {
            assertNull(plain.offered().getCodeActionProvider(), "a client without action literals knows commands alone");
            assertNull(plain.offered().getDiagnosticProvider());
            assertNotNull(modern.offered().getCodeActionProvider());
            assertTrue(modern.offered().getCodeActionProvider().getRight().getResolveProvider());
            assertTrue(modern.offered().getRenameProvider().getRight().getPrepareProvider());
        }
    }

    @Test
    void anUnknownRequestIsAnsweredWithAnErrorAndAnUnknownNotificationPassedOver() throws Exception {
        try (Editor editor = Editor.started()) {
            editor.server.setTrace(new org.eclipse.lsp4j.SetTraceParams("off"));
            var failure = assertThrows(ExecutionException.class, () -> editor.server.getWorkspaceService()
                    .symbol(new org.eclipse.lsp4j.WorkspaceSymbolParams("x")).get(20, TimeUnit.SECONDS));
            assertTrue(failure.getMessage().contains("unknown method"), failure.getMessage());
            assertStillServes(editor);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "null", "7", "{\"jsonrpc\":\"2.0\"}", "{\"jsonrpc\":\"2.0\",\"id\":9,\"method\":7}",
        "{\"jsonrpc\":\"2.0\",\"id\":9,\"method\":\"textDocument/hover\",\"params\":[1]}",
        "{\"jsonrpc\":\"2.0\",\"id\":9,\"method\":\"textDocument/hover\"}",
        "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didOpen\",\"params\":{}}",
        "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didChange\",\"params\":{\"textDocument\":{\"uri\":7}}}",
        "{\"jsonrpc\":\"2.0\",\"method\":\"workspace/didChangeConfiguration\",\"params\":{\"settings\":[[]]}}",
        "{\"jsonrpc\":\"2.0\",\"id\":4711,\"result\":null}"})
    void survivesMessagesThatMakeNoSense(String message) {
        try (Editor editor = Editor.started()) {
            editor.say(message);
            assertStillServes(editor);
        }
    }

    @Test
    void survivesPositionsAndDocumentsThatDoNotExist() {
        try (Editor editor = Editor.started()) {
            String uri = editor.open("a.pool.xml", POOL);
            var documents = editor.server.getTextDocumentService();
            for (Position position : List.of(new Position(-1, -1), new Position(99, 0), new Position(0, 9999),
                    new Position(Integer.MAX_VALUE, Integer.MAX_VALUE))) {
                answer(documents.hover(new HoverParams(id(uri), position)));
                assertEquals(1, answer(documents.selectionRange(new SelectionRangeParams(id(uri), List.of(position)))).size());
            }
            for (String odd : List.of("", "untitled:Untitled-1", "file:///project/%zz.xml", "no uri at all", "file://host/x y")) {
                assertNull(answer(documents.hover(new HoverParams(id(odd), new Position(0, 0)))));
                editor.change(odd, 1, new TextDocumentContentChangeEvent("<pool/>"));
                editor.close(odd);
            }
            editor.change(uri, 2, new TextDocumentContentChangeEvent(
                    new Range(new Position(50, 0), new Position(-3, 7)), "<"));
            assertStillServes(editor);
        }
    }

    @Test
    void packedSchemasCanBeReadAndNothingElse() {
        try (Editor editor = Editor.started()) {
            String schema = answer(editor.server.schemaContent(new TextDocumentContentParams("virt-schema:/domain.rng")));
            assertTrue(schema.contains("<grammar"), schema);
            for (String other : List.of("virt-schema:/../LibvirtLanguage.class", "virt-schema:/none.rng", "file:///etc/passwd")) {
                assertThrows(AssertionError.class, () -> answer(editor.server.schemaContent(new TextDocumentContentParams(other))));
            }
        }
    }

    private static void assertStillServes(Editor editor) {
        String uri = editor.open("still.pool.xml", POOL.replace("<name>", "<nmae>"));
        assertFalse(editor.client.nextDiagnostics(uri).getDiagnostics().isEmpty());
    }
}
