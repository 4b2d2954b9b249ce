package dev.virtworkbench.server.documents;

import dev.virtworkbench.language.LibvirtLanguage;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentItem;

/** The documents that the client has open, by the URI exactly as the client writes it. */
public final class OpenDocuments {

    private final Map<String, OpenDocument> byUri = new ConcurrentHashMap<>();
    private final Executor answerers;
    private final Executor judges;
    private final BiConsumer<OpenDocument, BooleanSupplier> judge;
    private volatile Supplier<LibvirtLanguage> language;

    /**
     * @param language what the documents are read as, until {@link #readAs}; asked when the first is opened
     * @param answerers runs requests
     * @param judges runs {@code judge}; not the same threads, so that a request never waits for a judgement
     * @param judge judges a document's newest text, and is told how to find out that there is a newer one
     */
    public OpenDocuments(Supplier<LibvirtLanguage> language, Executor answerers, Executor judges,
            BiConsumer<OpenDocument, BooleanSupplier> judge) {
        this.language = language;
        this.answerers = answerers;
        this.judges = judges;
        this.judge = judge;
    }

    public OpenDocument open(TextDocumentItem item) {
        OpenDocument document = new OpenDocument(unopened(item), answerers, judges, judge);
        OpenDocument before = byUri.put(item.getUri(), document);
        if (before != null) {
            before.close();
        }
        document.judge();
        return document;
    }

    /** A document as open ones are read, which is not kept. */
    public Snapshot unopened(TextDocumentItem item) {
        String id = item.getLanguageId() == null ? "" : item.getLanguageId();
        return new Snapshot(item.getUri(), id, item.getVersion(), item.getText(), language.get());
    }

    /** @return empty if no such document is open */
    public Optional<OpenDocument> edit(String uri, int version, List<TextDocumentContentChangeEvent> changes) {
        Optional<OpenDocument> document = find(uri);
        document.ifPresent(open -> open.edit(version, changes));
        return document;
    }

    /** @return the document that was open */
    public Optional<OpenDocument> close(String uri) {
        Optional<OpenDocument> document = Optional.ofNullable(byUri.remove(uri));
        document.ifPresent(OpenDocument::close);
        return document;
    }

    public Optional<OpenDocument> find(String uri) {
        return uri == null ? Optional.empty() : Optional.ofNullable(byUri.get(uri));
    }

    public Collection<OpenDocument> all() {
        return List.copyOf(byUri.values());
    }

    /** Reads all documents, and those to come, by other schemas. */
    public void readAs(LibvirtLanguage other) {
        language = () -> other;
        all().forEach(document -> document.readAs(other));
    }

    /** Judges all documents again: something but their texts has changed. */
    public void judgeAll() {
        all().forEach(OpenDocument::judge);
    }
}
