package dev.virtworkbench.server;

import dev.virtworkbench.language.facts.HostFacts;
import dev.virtworkbench.server.protocol.ServerLauncher;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.services.LanguageClient;

/** Ties a server to the two streams of one client and reads them until they end. */
public final class Connection {

    private static final int THREADS = 2;

    private Connection() {
    }

    /**
     * Serves one client; returns when its stream has ended, unless {@code exit} ends the process before that.
     *
     * @param languages the schemas, which may still be loading
     * @param errors where failures are told besides the client's log
     * @param exit is called once, with the exit code, when the client says so or is gone
     */
    public static void serve(Languages languages, InputStream in, OutputStream out, PrintStream errors, IntConsumer exit) {
        serve(languages, uri -> HostFacts.NONE, in, out, errors, exit);
    }

    /**
     * The same for a client that has live hosts.
     *
     * @param hosts what the live host of a document, by its URI, has; answers nearly at once, on any thread
     */
    public static void serve(Languages languages, Function<String, HostFacts> hosts, InputStream in, OutputStream out,
            PrintStream errors, IntConsumer exit) {
        ServerLog log = new ServerLog(errors);
        ExecutorService reader = Executors.newSingleThreadExecutor(daemons("reader"));
        ExecutorService answerers = Executors.newFixedThreadPool(THREADS, daemons("answers"));
        ExecutorService judges = Executors.newFixedThreadPool(THREADS, daemons("judges"));
        try {
            LibvirtLanguageServer server = new LibvirtLanguageServer(languages, answerers, judges, log, hosts, exit);
            Launcher<LanguageClient> launcher = new ServerLauncher(server)
                    .setInput(in)
                    .setOutput(out)
                    .setExecutorService(reader)
                    .setExceptionHandler(failure -> answer(failure, log))
                    .create();
            server.connect(launcher.getRemoteProxy());
            Future<Void> reading = launcher.startListening();
            reading.get();
            server.clientGone();
        } catch (ExecutionException failure) {
            log.failure("reading the client's messages", failure.getCause());
            exit.accept(1);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            // What still runs may finish: an interrupt would close the client's channel under a message being written.
            reader.shutdown();
            answerers.shutdown();
            judges.shutdown();
        }
    }

    /** The error that the client gets for a request that failed before or behind {@link DocumentRequests}. */
    private static ResponseError answer(Throwable failure, ServerLog log) {
        Throwable cause = failure;
        while (!(cause instanceof ResponseErrorException) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof ResponseErrorException refused) {
            return refused.getResponseError();
        }
        log.failure("a request", cause);
        return new ResponseError(ResponseErrorCode.InternalError, cause.toString(), null);
    }

    private static ThreadFactory daemons(String name) {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, "virt-workbench-" + name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
