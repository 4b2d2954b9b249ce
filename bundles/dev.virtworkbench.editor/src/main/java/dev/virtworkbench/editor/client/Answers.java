package dev.virtworkbench.editor.client;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;

/** Waits for answers where the platform asks for something and takes it only at once. */
public final class Answers {

    /** How long, in milliseconds: after that a person would rather go on. */
    private static final long BUDGET = 2_000;

    private Answers() {}

    /** The answer; empty if there is none in time, if it is null, or if the document was edited meanwhile. Failures are logged. */
    public static <T> Optional<T> await(CompletableFuture<T> answer) {
        try {
            return Optional.ofNullable(answer.get(BUDGET, TimeUnit.MILLISECONDS));
        } catch (TimeoutException late) {
            answer.cancel(true);
        } catch (InterruptedException overtaken) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
        } catch (CancellationException given) {
            return Optional.empty();
        } catch (ExecutionException failure) {
            if (!outdated(failure.getCause())) {
                ILog.of(Answers.class).error("a question to the language server", failure.getCause());
            }
        }
        return Optional.empty();
    }

    private static boolean outdated(Throwable cause) {
        return cause instanceof ResponseErrorException refused
                && (refused.getResponseError().getCode() == ResponseErrorCode.ContentModified.getValue()
                || refused.getResponseError().getCode() == ResponseErrorCode.RequestCancelled.getValue());
    }
}
