package dev.virtworkbench.server;

import dev.virtworkbench.language.LibvirtDocument;
import dev.virtworkbench.language.schema.SchemaException;
import dev.virtworkbench.server.documents.OpenDocument;
import dev.virtworkbench.server.documents.OpenDocuments;
import dev.virtworkbench.server.documents.Snapshot;
import dev.virtworkbench.server.session.ClientSupport;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.CancelChecker;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;

/**
 * Answers requests about open documents: in the order in which they came, a document at a time, beside its judging. A
 * request that fails is logged and answered with an error; one that the client cancels is not begun, or ends at its next check.
 */
final class DocumentRequests {

    /** How often a text may be edited under an answer before the answer is given as it is. */
    private static final int ATTEMPTS = 4;

    private final OpenDocuments documents;
    private final Executor threads;
    private final ServerLog log;
    private volatile ClientSupport client = ClientSupport.NONE;

    DocumentRequests(OpenDocuments documents, Executor threads, ServerLog log) {
        this.documents = documents;
        this.threads = threads;
        this.log = log;
    }

    void serve(ClientSupport support) {
        client = support;
    }

    /** What is answered about one text. */
    @FunctionalInterface
    interface Answer<R> {
        /** @param cancel to be asked now and then by what takes long */
        R of(Snapshot snapshot, LibvirtDocument document, CancelChecker cancel) throws SchemaException;
    }

    /**
     * Answers about a place in the text as it was when the client asked: a later edit moves neither.
     *
     * @param nothing the answer for a document that is not open or not libvirt's
     */
    <R> CompletableFuture<R> atPlace(String method, TextDocumentIdentifier id, R nothing, Answer<R> answer) {
        Optional<OpenDocument> open = find(id);
        if (open.isEmpty()) {
            return CompletableFuture.completedFuture(nothing);
        }
        Snapshot asked = open.get().current();
        CompletableFuture<R> future = new CompletableFuture<>();
        open.get().enqueue(() -> complete(method, future,
                () -> about(asked, nothing, answer, cancel(future))));
        return future;
    }

    /** The same about a text that need not be libvirt's yet. */
    <R> CompletableFuture<R> atPlaceOfText(String method, TextDocumentIdentifier id, R nothing, TextAnswer<R> answer) {
        Optional<OpenDocument> open = find(id);
        if (open.isEmpty()) {
            return CompletableFuture.completedFuture(nothing);
        }
        Snapshot asked = open.get().current();
        CompletableFuture<R> future = new CompletableFuture<>();
        open.get().enqueue(() -> complete(method, future, () -> answer.of(asked)));
        return future;
    }

    /** What is answered about one text, whosever it is. */
    @FunctionalInterface
    interface TextAnswer<R> {
        R of(Snapshot snapshot) throws SchemaException;
    }

    /**
     * Answers about the whole text. If it is edited meanwhile, the client is told so where it then asks again by itself;
     * for any other client the question is answered again, for the newer text.
     */
    <R> CompletableFuture<R> aboutAll(String method, TextDocumentIdentifier id, R nothing, Answer<R> answer) {
        Optional<OpenDocument> open = find(id);
        if (open.isEmpty()) {
            return CompletableFuture.completedFuture(nothing);
        }
        Snapshot asked = open.get().current();
        CompletableFuture<R> future = new CompletableFuture<>();
        open.get().enqueue(() -> complete(method, future, () -> newest(method, open.get(), asked, nothing, answer, cancel(future))));
        return future;
    }

    private <R> R newest(String method, OpenDocument open, Snapshot asked, R nothing, Answer<R> answer, CancelChecker cancel)
            throws SchemaException {
        boolean retried = client.retriesWhenStale(method);
        Snapshot snapshot = retried ? asked : open.current();
        for (int attempt = 1; ; attempt++) {
            Snapshot current = snapshot;
            if (retried && open.current() != current) {
                throw error(ResponseErrorCode.ContentModified, "the document was edited meanwhile");
            }
            R result = about(current, nothing, answer, cancel);
            snapshot = open.current();
            if (snapshot == current || attempt == ATTEMPTS) {
                return result;
            }
            cancel.checkCanceled();
        }
    }

    private static <R> R about(Snapshot snapshot, R nothing, Answer<R> answer, CancelChecker cancel) throws SchemaException {
        Optional<LibvirtDocument> document = snapshot.libvirt();
        return document.isPresent() ? answer.of(snapshot, document.get(), cancel) : nothing;
    }

    /** Answers what belongs to no open document. */
    <R> CompletableFuture<R> elsewhere(String method, Supply<R> answer) {
        CompletableFuture<R> future = new CompletableFuture<>();
        threads.execute(() -> complete(method, future, () -> answer.get(cancel(future))));
        return future;
    }

    @FunctionalInterface
    interface Supply<R> {
        R get(CancelChecker cancel);
    }

    /** An error for the client: something it should not have asked, or that cannot be answered now. */
    static ResponseErrorException error(ResponseErrorCode code, String message) {
        return new ResponseErrorException(new ResponseError(code, message, null));
    }

    private Optional<OpenDocument> find(TextDocumentIdentifier id) {
        return id == null ? Optional.empty() : documents.find(id.getUri());
    }

    private static CancelChecker cancel(CompletableFuture<?> future) {
        return () -> {
            if (future.isCancelled()) {
                throw new CancellationException();
            }
        };
    }

    @FunctionalInterface
    private interface Work<R> {
        R get() throws SchemaException;
    }

    /** The guard around every answer: whatever is thrown, the client gets an error and the thread goes on. */
    private <R> void complete(String method, CompletableFuture<R> future, Work<R> work) {
        if (future.isDone()) {
            return;
        }
        try {
            future.complete(work.get());
        } catch (CancellationException cancelled) {
            future.cancel(false);
        } catch (ResponseErrorException refused) {
            future.completeExceptionally(refused);
        } catch (SchemaException none) {
            future.completeExceptionally(error(ResponseErrorCode.RequestFailed, none.getMessage()));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError | LinkageError | AssertionError failure) {
            log.failure(method, failure);
            future.completeExceptionally(error(ResponseErrorCode.InternalError, method + ": " + failure));
        }
    }
}
