package dev.virtworkbench.server;

import dev.virtworkbench.language.LibvirtLanguage;
import dev.virtworkbench.language.schema.DocumentKind;
import dev.virtworkbench.language.schema.Schema;
import dev.virtworkbench.language.schema.SchemaException;
import dev.virtworkbench.language.schema.SchemaFailure;
import dev.virtworkbench.language.schema.SchemaLocation.Origin;
import dev.virtworkbench.language.schema.SchemaLocations;
import dev.virtworkbench.language.schema.Schemas;
import dev.virtworkbench.server.session.CacheFolder;
import dev.virtworkbench.server.session.Messages;
import dev.virtworkbench.server.session.Session;
import dev.virtworkbench.server.workspace.WorkspaceFiles;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.services.LanguageClient;

/**
 * The schemas that documents are judged by: those of the usual places, or those of a folder that a person names. Domains are
 * what most people open, so their schema is read before anybody asks for it.
 */
public final class Languages {

    private static final Executor READER = work -> {
        Thread thread = new Thread(work, "virt-workbench-schemas");
        thread.setDaemon(true);
        thread.start();
    };

    private final FutureTask<LibvirtLanguage> standard = new FutureTask<>(
            () -> new LibvirtLanguage(new Schemas(SchemaLocations.search(Optional.empty()), CacheFolder.grammars(), READER)));
    private volatile LanguageClient client;

    /** Begins to look for schemas in the usual places and to read them; returns at once. */
    public Languages() {
        READER.execute(() -> {
            standard.run();
            standard().schemas().load(DocumentKind.DOMAIN);
        });
    }

    void connect(LanguageClient listener) {
        client = listener;
    }

    /** The language by the schemas of the usual places; waits until these have been looked for, not until they are read. */
    LibvirtLanguage standard() {
        try {
            return standard.get();
        } catch (ExecutionException | InterruptedException failure) {
            throw new IllegalStateException("the search for schemas failed", failure);
        }
    }

    /**
     * The language by the schemas of a folder, and by those of the usual places where that has none; the person is told then.
     *
     * @param folder as it was written: a path, {@code ~/…}, a path relative to the workspace's first folder, or a file URI
     */
    LibvirtLanguage of(Optional<String> folder, Session session) {
        if (folder.isEmpty()) {
            return standard();
        }
        Optional<Path> path = path(folder.get(), session);
        if (path.isEmpty()) {
            tell(MessageType.Error, Messages.of("schemas.path", folder.get()).in(session.locale()));
            return standard();
        }
        LibvirtLanguage chosen = new LibvirtLanguage(new Schemas(SchemaLocations.search(path), CacheFolder.grammars(), READER));
        Progress progress = Progress.begin(client, session, "virt-workbench-schemas-" + System.nanoTime(),
                Messages.of("progress.schemas"));
        CompletableFuture<Schema> loading = chosen.schemas().load(DocumentKind.DOMAIN);
        loading.whenComplete((schema, failure) -> {
            progress.close();
            (failure == null ? schema.passedOver().stream() : failures(failure).stream())
                    .filter(reason -> reason.location().origin() == Origin.SETTING)
                    .forEach(reason -> tell(MessageType.Error,
                            Messages.of("schemas.passedOver", path.get(), reason.reason().getMessage()).in(session.locale())));
        });
        return chosen;
    }

    private static List<SchemaFailure> failures(Throwable failure) {
        Throwable cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
        return cause instanceof SchemaException none ? none.failures() : List.of();
    }

    private static Optional<Path> path(String written, Session session) {
        if (written.startsWith("file:")) {
            return WorkspaceFiles.path(written);
        }
        try {
            Path path = written.equals("~") || written.startsWith("~/")
                    ? Path.of(System.getProperty("user.home"), written.substring(1)) : Path.of(written);
            Optional<Path> base = session.folders().stream().findFirst().flatMap(WorkspaceFiles::path);
            return Optional.of(base.map(folder -> folder.resolve(path)).orElse(path));
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }

    private void tell(MessageType type, String message) {
        client.showMessage(new MessageParams(type, message));
    }
}
