package dev.virtworkbench.editor.client;

import dev.virtworkbench.server.Connection;
import dev.virtworkbench.server.Languages;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channel;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;

/**
 * One conversation with a language server in this process. It runs over two channel pipes, which unlike piped streams outlive the
 * thread that wrote last, on daemon threads of its own. Thread-safe.
 */
public final class LanguageClientSession implements AutoCloseable {

    private final Pipe toServer;
    private final Pipe toClient;
    private final VirtServer server;
    private final CompletableFuture<VirtServer> ready;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    private LanguageClientSession(Languages languages, LanguageClient client, InitializeParams hello) throws IOException {
        toServer = Pipe.open();
        toClient = Pipe.open();
        InputStream requests = Channels.newInputStream(toServer.source());
        OutputStream answers = Channels.newOutputStream(toClient.sink());
        daemon("virt-workbench-server", () -> {
            try {
                Connection.serve(languages, LiveHosts::of, requests, answers, System.err, code -> hangUp());
            } finally {
                hangUp();
                close(toServer.source());
                ended.complete(null);
            }
        }).start();
        ExecutorService reader = Executors.newSingleThreadExecutor(work -> daemon("virt-workbench-client", () -> {
            work.run();
            close(toClient.source());
        }));
        Launcher<VirtServer> launcher = new LSPLauncher.Builder<VirtServer>()
                .setLocalService(client).setRemoteInterface(VirtServer.class)
                .setInput(Channels.newInputStream(toClient.source())).setOutput(Channels.newOutputStream(toServer.sink()))
                .setExecutorService(reader).create();
        server = launcher.getRemoteProxy();
        launcher.startListening();
        reader.shutdown();
        ready = server.initialize(hello).thenApply(offered -> {
            server.initialized(new InitializedParams());
            return server;
        });
        ended.thenRun(() -> ready.completeExceptionally(new IOException("the language server has ended")));
    }

    /**
     * Starts a server and greets it; returns at once.
     *
     * @param languages the schemas, which conversations share
     * @param client what the server's messages are handed to, on a thread of the session's
     * @param hello what the client can do, its language and its folders
     * @throws IOException if the system gives no pipe
     */
    public static LanguageClientSession start(Languages languages, LanguageClient client, InitializeParams hello)
            throws IOException {
        return new LanguageClientSession(languages, client, hello);
    }

    /** The server, once it has answered the greeting; fails if it ends before that. */
    public CompletableFuture<? extends LanguageServer> server() {
        return ready;
    }

    /** The same, with what is our server's alone. */
    CompletableFuture<VirtServer> virtServer() {
        return ready;
    }

    /** Completes when the server has ended, whether it was told to or not. */
    public CompletableFuture<Void> ended() {
        return ended;
    }

    /** Tells the server to end; returns at once, {@link #ended} tells when it has. */
    @Override
    public void close() {
        ready.thenCompose(LanguageServer::shutdown).whenComplete((done, failure) -> server.exit());
    }

    /** Closes the ends that are written to: who reads the others comes to the end of what was sent, and closes them then. */
    private void hangUp() {
        close(toServer.sink());
        close(toClient.sink());
    }

    private static void close(Channel end) {
        try {
            end.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("closing a pipe to the language server", failure);
        }
    }

    private static Thread daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
