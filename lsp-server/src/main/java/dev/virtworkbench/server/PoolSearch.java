package dev.virtworkbench.server;

import dev.virtworkbench.language.rules.WorkspaceFacts.Pool;
import dev.virtworkbench.server.session.Messages;
import dev.virtworkbench.server.session.Session;
import dev.virtworkbench.server.workspace.WorkspaceFiles;
import dev.virtworkbench.server.workspace.WorkspacePools;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.LanguageClient;

/** Searches the workspace's folders for pool documents, in the background, and follows what the client reports of files. */
final class PoolSearch {

    private static final String TOKEN = "virt-workbench-pools-";

    private final Session session;
    private final WorkspacePools pools;
    private final Executor threads;
    private final ServerLog log;
    private final AtomicInteger searches = new AtomicInteger();
    private volatile LanguageClient client;

    PoolSearch(Session session, WorkspacePools pools, Executor threads, ServerLog log) {
        this.session = session;
        this.pools = pools;
        this.threads = threads;
        this.log = log;
    }

    void connect(LanguageClient listener) {
        client = listener;
    }

    /** Searches; a search that still runs ends. */
    void start() {
        int mine = searches.incrementAndGet();
        if (!session.folders().isEmpty()) {
            threads.execute(() -> log.guard("search for pools", () -> search(mine)));
        }
    }

    void cancel() {
        searches.incrementAndGet();
    }

    /** The person has had enough. */
    void cancel(Either<String, Integer> token) {
        if (token != null && token.isLeft() && token.getLeft().equals(TOKEN + searches.get())) {
            cancel();
        }
    }

    /** A file was made, written or deleted. */
    void changed(String uri) {
        if (pools.searched()) {
            threads.execute(() -> log.guard("reading of a changed file",
                    () -> WorkspaceFiles.path(uri).ifPresent(file -> pools.file(file, WorkspaceFiles.pool(file)))));
        }
    }

    private void search(int mine) {
        try (Progress progress = Progress.begin(client, session, TOKEN + mine, Messages.of("progress.pools"))) {
            Map<Path, Pool> found = new HashMap<>();
            for (String folder : session.folders()) {
                WorkspaceFiles.path(folder).ifPresent(root -> found.putAll(
                        WorkspaceFiles.pools(root, () -> mine != searches.get())));
            }
            if (mine == searches.get()) {
                pools.files(found);
            }
        }
    }
}
