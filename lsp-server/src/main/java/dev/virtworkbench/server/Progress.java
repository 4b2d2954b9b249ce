package dev.virtworkbench.server;

import dev.virtworkbench.language.findings.Message;
import dev.virtworkbench.server.session.Session;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.WorkDoneProgressBegin;
import org.eclipse.lsp4j.WorkDoneProgressCreateParams;
import org.eclipse.lsp4j.WorkDoneProgressEnd;
import org.eclipse.lsp4j.WorkDoneProgressNotification;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.LanguageClient;

/** Work that the client shows while it lasts, if it lasts long enough to wonder about. Closing it ends the show. */
final class Progress implements AutoCloseable {

    /** Work done sooner is not worth a flicker, in milliseconds. */
    private static final long UNNOTICED = 400;

    private final LanguageClient client;
    private final Either<String, Integer> token;
    private boolean shown;
    private boolean over;

    private Progress(LanguageClient client, String token) {
        this.client = client;
        this.token = Either.forLeft(token);
    }

    /** @param token names the work, should the client ask to cancel it */
    static Progress begin(LanguageClient client, Session session, String token, Message title) {
        Progress progress = new Progress(client, token);
        if (session.client().progress()) {
            CompletableFuture.delayedExecutor(UNNOTICED, TimeUnit.MILLISECONDS)
                    .execute(() -> progress.show(title.in(session.locale())));
        }
        return progress;
    }

    private synchronized void show(String title) {
        if (over) {
            return;
        }
        client.createProgress(new WorkDoneProgressCreateParams(token)).thenRun(() -> {
            WorkDoneProgressBegin begin = new WorkDoneProgressBegin();
            begin.setTitle(title);
            begin.setCancellable(true);
            tell(begin);
        });
    }

    private synchronized void tell(WorkDoneProgressBegin begin) {
        if (!over) {
            shown = true;
            notify(begin);
        }
    }

    @Override
    public synchronized void close() {
        over = true;
        if (shown) {
            notify(new WorkDoneProgressEnd());
        }
    }

    private void notify(WorkDoneProgressNotification notification) {
        client.notifyProgress(new ProgressParams(token, Either.forLeft(notification)));
    }
}
