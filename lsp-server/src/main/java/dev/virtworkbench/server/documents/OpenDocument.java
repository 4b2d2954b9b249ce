package dev.virtworkbench.server.documents;

import dev.virtworkbench.language.LibvirtLanguage;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;

/**
 * A document that the client has open: its newest text, the queue of the requests about it and its judging. Edits come on
 * one thread, the one that reads the client's messages; everything else may come on any.
 */
public final class OpenDocument {

    private final SerialQueue requests;
    private final LatestOnly judging;
    private volatile Snapshot current;
    private volatile boolean closed;

    /** @param judge is called on a thread of {@code judges} when the document's text or what it is judged by has changed */
    OpenDocument(Snapshot first, Executor answerers, Executor judges, BiConsumer<OpenDocument, BooleanSupplier> judge) {
        this.current = first;
        this.requests = new SerialQueue(answerers);
        this.judging = new LatestOnly(judges, overtaken -> judge.accept(this, overtaken));
    }

    /** The newest text. */
    public Snapshot current() {
        return current;
    }

    public boolean closed() {
        return closed;
    }

    /** Runs a task after those that were handed in before it, beside the judging. */
    public void enqueue(Runnable task) {
        requests.execute(task);
    }

    /** Asks for the newest text to be judged; what is being judged is outdated by this. */
    public void judge() {
        judging.request();
    }

    synchronized void edit(int version, List<TextDocumentContentChangeEvent> changes) {
        Snapshot before = current;
        String text = TextChanges.apply(before.text(), before.lines(), changes);
        current = before.withText(version, text);
        judge();
    }

    /** The same text, judged by other schemas. */
    synchronized void readAs(LibvirtLanguage language) {
        current = current.withLanguage(language);
        judge();
    }

    /** Nothing is told about it any more. */
    public void close() {
        closed = true;
        judging.stop();
    }
}
