package dev.virtworkbench.editor.client;

import dev.virtworkbench.server.Languages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.core.runtime.ILog;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;

/**
 * The language server of the workbench. It starts when there is something to say to it, and again when it has ended. What it is told and
 * asked leaves on one thread in the order of the calls: a question sees all edits made before it, and nobody waits for a pipe. Thread-safe.
 */
final class Server {

    /** A server that ends again and again would only take away time. */
    private static final int MOST_STARTS = 5;

    private final ExecutorService sending = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "virt-workbench-to-server");
        thread.setDaemon(true);
        return thread;
    });
    private final LanguageClient client;
    private final Consumer<? super VirtServer> started;
    private LanguageClientSession session;
    private VirtServer running;
    private Languages languages;
    private final Folders folders = new Folders();
    private int starts;

    /** @param started is called, on the sending thread, with each server before it is sent anything else */
    Server(LanguageClient client, Consumer<? super VirtServer> started) {
        this.client = client;
        this.started = started;
        sending.execute(Server::awaitEvents);
    }

    /** The server's start takes the processors from a workbench that opens with an editor: its window goes first. */
    private static void awaitEvents() {
        if (!PlatformUI.isWorkbenchRunning()) {
            return;
        }
        CountDownLatch events = new CountDownLatch(1);
        Display.getDefault().asyncExec(events::countDown);
        try {
            events.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sends a notice; a server that cannot be started is logged. */
    void tell(Consumer<? super VirtServer> notice) {
        sending.execute(() -> tellNow(notice));
    }

    private void tellNow(Consumer<? super VirtServer> notice) {
        try {
            notice.accept(running());
        } catch (RuntimeException failure) {
            ILog.of(getClass()).error("telling the language server of a change", failure);
        }
    }

    /** Sends a notice to a server that runs; one that starts later finds out by itself. */
    void tellIfRunning(Consumer<? super VirtServer> notice) {
        sending.execute(() -> {
            if (session != null && !session.ended().isDone()) {
                tellNow(notice);
            }
        });
    }

    /** Projects came or went. */
    void projectsChanged() {
        tellIfRunning(folders::tell);
    }

    /** Sends a request. @return its answer; who cancels it cancels the request */
    <T> CompletableFuture<T> ask(Function<? super VirtServer, CompletableFuture<T>> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        sending.execute(() -> {
            if (answer.isDone()) {
                return;
            }
            try {
                CompletableFuture<T> asked = question.apply(running());
                asked.whenComplete((result, failure) -> {
                    if (failure == null) {
                        answer.complete(result);
                    } else {
                        answer.completeExceptionally(failure);
                    }
                });
                answer.whenComplete((result, failure) -> asked.cancel(true));
            } catch (RuntimeException failure) {
                answer.completeExceptionally(failure);
            }
        });
        return answer;
    }

    private VirtServer running() {
        if (session == null || session.ended().isDone()) {
            if (starts++ >= MOST_STARTS) {
                throw new IllegalStateException("the language server ended " + MOST_STARTS + " times and is not started again");
            }
            languages = languages == null ? new Languages() : languages;
            try {
                session = LanguageClientSession.start(languages, client, Greeting.hello(folders.greeted()));
            } catch (IOException failure) {
                throw new UncheckedIOException("starting the language server", failure);
            }
            running = session.virtServer().join();
            started.accept(running);
        }
        return running;
    }
}
