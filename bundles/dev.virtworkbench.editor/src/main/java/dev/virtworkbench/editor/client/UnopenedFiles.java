package dev.virtworkbench.editor.client;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.core.resources.IFile;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.FileChangeType;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.TextDocumentContentParams;
import org.eclipse.lsp4j.TextDocumentItem;

/** What the workbench says to the server about files that no viewer shows, and asks about them. Thread-safe. */
public final class UnopenedFiles {

    private final Server server;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    UnopenedFiles(Server server) {
        this.server = server;
    }

    /**
     * What is wrong in a file, in the places of its text.
     *
     * @param text what the file holds
     * @return empty if it is no document of libvirt's; who cancels it cancels the request
     */
    public CompletableFuture<Optional<List<Diagnostic>>> findings(IFile file, String text) {
        TextDocumentItem document = new TextDocumentItem(Addresses.of(file.getLocationURI()), OpenDocument.LANGUAGE_OF_FILES, 1, text);
        return server.ask(to -> to.findings(document).thenApply(Optional::ofNullable));
    }

    /** The text of a schema that is part of the program. @param uri of the scheme {@code virt-schema} */
    public CompletableFuture<String> packedSchema(String uri) {
        return server.ask(to -> to.schemaContent(new TextDocumentContentParams(uri)));
    }

    /** Files were made, written or deleted. */
    public void changed(FileChangeType how, List<IFile> files) {
        List<FileEvent> events = files.stream().filter(file -> file.getLocationURI() != null)
                .map(file -> new FileEvent(Addresses.of(file.getLocationURI()), how)).toList();
        if (!events.isEmpty()) {
            server.tellIfRunning(to -> to.getWorkspaceService().didChangeWatchedFiles(new DidChangeWatchedFilesParams(events)));
        }
    }

    /** Projects were opened, closed, made or deleted. */
    public void projectsChanged() {
        server.projectsChanged();
    }

    /** Has somebody told, on any thread, when what was found in one file may be otherwise because of another. */
    public void whenOutdated(Runnable listener) {
        listeners.add(listener);
    }

    void outdated() {
        listeners.forEach(Runnable::run);
    }
}
