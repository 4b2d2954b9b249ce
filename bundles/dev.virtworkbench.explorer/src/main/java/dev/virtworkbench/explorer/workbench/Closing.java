package dev.virtworkbench.explorer.workbench;

import dev.virtworkbench.engine.hosts.Engine;
import dev.virtworkbench.engine.jobs.Cancellation;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.engine.jobs.JobState;
import dev.virtworkbench.explorer.dialogs.Failure;
import dev.virtworkbench.explorer.labels.Words;
import dev.virtworkbench.language.findings.Message;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchListener;

/** The end of a workbench: asks before it stops what is still changing something, and takes leave of the hosts. */
final class Closing implements IWorkbenchListener {

    private static final int CANCEL = 0;
    private static final int CLOSE = 1;
    /** More are counted, not named. */
    private static final int NAMED = 12;
    /** For removing what a stopped job has made in part; the windows are gone by then. */
    private static final int CLEARING_SECONDS = 5;

    private final Engine engine;

    Closing(Engine engine) {
        this.engine = engine;
    }

    @Override
    public boolean preShutdown(IWorkbench workbench, boolean forced) {
        List<Job<?>> unfinished = unfinished();
        return forced || unfinished.isEmpty() || confirmed(workbench, unfinished);
    }

    private static boolean confirmed(IWorkbench workbench, List<Job<?>> unfinished) {
        String names = unfinished.stream().limit(NAMED).map(job -> "• " + Words.of(job.name())).collect(Collectors.joining("\n"));
        String more = unfinished.size() <= NAMED ? "" : "\n" + text("more", unfinished.size() - NAMED);
        boolean halfDone = unfinished.stream().anyMatch(job -> job.cancellation() == Cancellation.STOPS_WAITING
                || job.cancellation() == Cancellation.TAKES_BACK || job.state() == JobState.CHANGING);
        return new MessageDialog(workbench.getModalDialogShellProvider().getShell(), text("title"), null,
                text("unfinished") + "\n\n" + names + more + "\n\n" + text("stopped") + (halfDone ? " " + text("goes-on") : ""),
                MessageDialog.WARNING, new String[] {IDialogConstants.CANCEL_LABEL, text("close")}, CANCEL).open() == CLOSE;
    }

    private List<Job<?>> unfinished() {
        return engine.jobs().unfinished().stream().filter(job -> job.operation().changes()).toList();
    }

    @Override
    public void postShutdown(IWorkbench workbench) {
        List<Job<?>> unfinished = unfinished();
        unfinished.forEach(Job::cancel);
        try {
            CompletableFuture.allOf(unfinished.stream().map(job -> job.result().handle((result, failure) -> null).toCompletableFuture())
                    .toArray(CompletableFuture<?>[]::new)).get(CLEARING_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            Failure.log(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        engine.close();
    }

    private static String text(String key, Object... arguments) {
        return Words.of(Message.of(Closing.class, "closing." + key, arguments));
    }
}
