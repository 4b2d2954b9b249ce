package dev.virtworkbench.server;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.virtworkbench.language.syntax.LineIndex;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.lsp4j.*;
import org.eclipse.lsp4j.jsonrpc.Launcher;

/** LSP4J's client at the other end of two pipes: what an editor does, one call a step. Closing it ends the server. */
final class Editor implements AutoCloseable {

    /** What an editor of today can do. */
    static final String MODERN = """
            {"workspace": {"configuration": true, "workspaceEdit": {"documentChanges": true}},
             "textDocument": {
               "publishDiagnostics": {"relatedInformation": true, "versionSupport": true, "codeDescriptionSupport": true,
                 "dataSupport": true},
               "completion": {"completionItem": {"snippetSupport": true, "documentationFormat": ["markdown"],
                 "resolveSupport": {"properties": ["documentation", "detail"]}}},
               "hover": {"contentFormat": ["markdown"]},
               "codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": []}}, "dataSupport": true,
                 "resolveSupport": {"properties": ["edit"]}},
               "documentSymbol": {"hierarchicalDocumentSymbolSupport": true},
               "rename": {"prepareSupport": true}}}""";

    final RecordingClient client = new RecordingClient();
    final VirtServer server;
    final CompletableFuture<Integer> exitCode = new CompletableFuture<>();
    final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private final Pipe toServer;
    private final Pipe toClient;
    private final Thread serving;
    private InitializeResult offered;

    Editor() {
        try {
            toServer = Pipe.open();
            toClient = Pipe.open();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Languages languages = new Languages();
        serving = Thread.ofPlatform().daemon().start(() -> Connection.serve(languages, Channels.newInputStream(toServer.source()),
                Channels.newOutputStream(toClient.sink()), new PrintStream(errors, true), exitCode::complete));
        Launcher<VirtServer> launcher = new Launcher.Builder<VirtServer>().setLocalService(client)
                .setRemoteInterface(VirtServer.class)
                .setInput(Channels.newInputStream(toClient.source())).setOutput(Channels.newOutputStream(toServer.sink()))
                .create();
        server = launcher.getRemoteProxy();
        launcher.startListening();
    }

    /** An editor of today, ready to open documents. */
    static Editor started() {
        return new Editor().start("{\"locale\": \"en\", \"capabilities\": " + MODERN + "}");
    }

    /** @param initializeParams JSON */
    Editor start(String initializeParams) {
        JsonObject json = JsonParser.parseString(initializeParams).getAsJsonObject();
        offered = answer(server.initialize(LspJson.read(json, InitializeParams.class)));
        server.initialized(new InitializedParams());
        return this;
    }

    ServerCapabilities offered() {
        return offered.getCapabilities();
    }

    /** @return the document's URI */
    String open(String name, String text) {
        return open(name, "xml", text);
    }

    String open(String name, String languageId, String text) {
        String uri = "file:///project/" + name;
        openUri(uri, languageId, text);
        return uri;
    }

    void openUri(String uri, String languageId, String text) {
        server.getTextDocumentService().didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri, languageId, 1, text)));
    }

    void change(String uri, int version, TextDocumentContentChangeEvent... changes) {
        server.getTextDocumentService().didChange(new DidChangeTextDocumentParams(
                new VersionedTextDocumentIdentifier(uri, version), List.of(changes)));
    }

    void close(String uri) {
        server.getTextDocumentService().didClose(new DidCloseTextDocumentParams(new TextDocumentIdentifier(uri)));
    }

    void settings(String json) {
        JsonElement sent = JsonParser.parseString(json);
        server.getWorkspaceService().didChangeConfiguration(new DidChangeConfigurationParams(sent));
    }

    /** What a request is answered with, waiting for it. */
    static <T> T answer(CompletableFuture<T> request) {
        try {
            return request.get(20, TimeUnit.SECONDS);
        } catch (ExecutionException failure) {
            throw new AssertionError("refused: " + failure.getCause().getMessage(), failure.getCause());
        } catch (InterruptedException | TimeoutException failure) {
            throw new AssertionError("no answer", failure);
        }
    }

    static TextDocumentIdentifier id(String uri) {
        return new TextDocumentIdentifier(uri);
    }

    static Position position(String text, int offset) {
        var position = new LineIndex(text).position(offset);
        return new Position(position.line(), position.character());
    }

    static TextDocumentContentChangeEvent replace(String text, int start, int end, String by) {
        return new TextDocumentContentChangeEvent(new Range(position(text, start), position(text, end)), by);
    }

    /** Sends a message's bytes as they are. */
    void say(String message) {
        byte[] body = message.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.wrap(("Content-Length: " + body.length + "\r\n\r\n" + message).getBytes(StandardCharsets.UTF_8));
        try {
            while (bytes.hasRemaining()) {
                toServer.sink().write(bytes);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Ends the client's stream without a word, as a crash does. */
    void vanish() {
        try {
            toServer.sink().close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        try {
            vanish();
            serving.join(TimeUnit.SECONDS.toMillis(20));
            toClient.sink().close();
            toServer.source().close();
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
