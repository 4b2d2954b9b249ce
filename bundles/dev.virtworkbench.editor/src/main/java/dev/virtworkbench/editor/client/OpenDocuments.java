package dev.virtworkbench.editor.client;

import dev.virtworkbench.editor.preferences.DocumentSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.text.IDocument;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;

/** The documents in the workbench's editors that the language server knows, each as long as a viewer shows it. Thread-safe. */
public final class OpenDocuments {

    private static final OpenDocuments WORKBENCHS = new OpenDocuments();

    private record Shown(OpenDocument open, FindingsListener listener, int viewers) {

        Shown with(int others) {
            return new Shown(open, listener, viewers + others);
        }
    }

    private final Map<IDocument, Shown> shown = new HashMap<>();
    private final Server server = new Server(new WorkbenchClient(this::published, this::outdated), this::started);
    private final UnopenedFiles unopened = new UnopenedFiles(server);

    private OpenDocuments() {
        DocumentSettings.whenChosen(name -> server.tell(to ->
                to.getWorkspaceService().didChangeConfiguration(new DidChangeConfigurationParams(Greeting.settings()))));
    }

    /** Those of the workbench. */
    public static OpenDocuments get() {
        return WORKBENCHS;
    }

    /** The files that no viewer shows. */
    public UnopenedFiles unopened() {
        return unopened;
    }

    /**
     * A viewer shows a document now. On the UI thread.
     *
     * @param listener makes, for the first viewer, what shows the findings
     * @return whether it is open: one that is in no file and no host's object is not
     */
    public synchronized boolean open(IDocument document, Function<OpenDocument, FindingsListener> listener) {
        Shown before = shown.get(document);
        if (before != null) {
            shown.put(document, before.with(1));
            return true;
        }
        Optional<String> uri = Addresses.of(document);
        uri.ifPresent(name -> {
            OpenDocument open = new OpenDocument(document, name, server);
            shown.put(document, new Shown(open, listener.apply(open), 1));
            server.tell(open::openIfNew);
        });
        return uri.isPresent();
    }

    /** A viewer shows it no more. On the UI thread. */
    public synchronized void close(IDocument document) {
        Shown before = shown.get(document);
        if (before != null && before.viewers() > 1) {
            shown.put(document, before.with(-1));
        } else if (before != null) {
            shown.remove(document);
            before.open().close();
            before.listener().closed();
        }
    }

    /** The document as the server knows it; empty if it does not. */
    public synchronized Optional<OpenDocument> of(IDocument document) {
        return Optional.ofNullable(shown.get(document)).map(Shown::open);
    }

    /** The document by the name that the server uses for it. */
    public synchronized Optional<OpenDocument> named(String uri) {
        return shown(uri).map(Shown::open);
    }

    /** Whether a viewer shows a file. */
    public boolean shows(IFile file) {
        return file.getLocationURI() != null && named(Addresses.of(file.getLocationURI())).isPresent();
    }

    private Optional<Shown> shown(String uri) {
        return shown.values().stream().filter(each -> each.open().uri().equals(uri)).findFirst();
    }

    private void started(LanguageServer to) {
        List<Shown> all;
        synchronized (this) {
            all = List.copyOf(shown.values());
        }
        all.forEach(each -> each.open().open(to));
    }

    private void outdated() {
        unopened.outdated();
    }

    private void published(PublishDiagnosticsParams params) {
        if (!PlatformUI.isWorkbenchRunning()) {
            return;
        }
        Display.getDefault().execute(() -> {
            Optional<Shown> at;
            synchronized (this) {
                at = shown(params.getUri());
            }
            // Findings of an earlier text are followed by those of the text as it is.
            at.filter(each -> params.getVersion() == null || params.getVersion() == each.open().version())
                    .ifPresent(each -> each.listener().found(params.getDiagnostics()));
        });
    }
}
