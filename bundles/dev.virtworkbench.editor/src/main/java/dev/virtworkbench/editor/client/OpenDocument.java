package dev.virtworkbench.editor.client;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.services.LanguageServer;

/** A document that the server has open: each edit is told as it is made. */
public final class OpenDocument {

    /** What is typed into our editor is meant for libvirt; a file may be anybody's. */
    private static final String LANGUAGE = "libvirt-xml";
    static final String LANGUAGE_OF_FILES = "xml";

    private record Text(int version, String content) {}

    private final IDocument document;
    private final String uri;
    private final Server server;
    private final IDocumentListener edits = new Edited();
    private volatile Text now;
    /** What the server has of it; on the sending thread. */
    private int told;

    OpenDocument(IDocument document, String uri, Server server) {
        this.document = document;
        this.uri = uri;
        this.server = server;
        now = new Text(1, document.get());
        document.addDocumentListener(edits);
    }

    /** What is edited. */
    public IDocument document() {
        return document;
    }

    /** The URI that the server knows it by. */
    public String uri() {
        return uri;
    }

    /** How often it has been edited, and one. */
    public int version() {
        return now.version();
    }

    /** Names it in a request. */
    public TextDocumentIdentifier identifier() {
        return new TextDocumentIdentifier(uri);
    }

    /** Asks the server, which sees all edits made by now. @return the answer; who cancels it cancels the request */
    public <T> CompletableFuture<T> ask(Function<LanguageServer, CompletableFuture<T>> question) {
        return server.ask(question);
    }

    /** On the sending thread. Edits that wait to be sent are part of this text already. */
    void open(LanguageServer to) {
        Text text = now;
        told = text.version();
        to.getTextDocumentService().didOpen(
                new DidOpenTextDocumentParams(new TextDocumentItem(uri, LANGUAGE, text.version(), text.content())));
    }

    /** The same, unless the server has it already because it was started for this. On the sending thread. */
    void openIfNew(LanguageServer to) {
        if (told == 0) {
            open(to);
        }
    }

    void close() {
        document.removeDocumentListener(edits);
        server.tell(to -> to.getTextDocumentService().didClose(new DidCloseTextDocumentParams(identifier())));
    }

    private void change(LanguageServer to, int version, TextDocumentContentChangeEvent change) {
        if (version > told) {
            told = version;
            to.getTextDocumentService().didChange(
                    new DidChangeTextDocumentParams(new VersionedTextDocumentIdentifier(uri, version), List.of(change)));
        }
    }

    private final class Edited implements IDocumentListener {

        private Range replaced;

        @Override
        public void documentAboutToBeChanged(DocumentEvent event) {
            replaced = Positions.range(document, event.getOffset(), event.getLength());
        }

        @Override
        public void documentChanged(DocumentEvent event) {
            int version = now.version() + 1;
            now = new Text(version, document.get());
            String text = event.getText();
            TextDocumentContentChangeEvent change = new TextDocumentContentChangeEvent(replaced, text == null ? "" : text);
            server.tell(to -> change(to, version, change));
        }
    }
}
