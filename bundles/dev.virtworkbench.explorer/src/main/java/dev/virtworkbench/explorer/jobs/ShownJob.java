package dev.virtworkbench.explorer.jobs;

import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.jobs.Cancellation;
import dev.virtworkbench.engine.jobs.Pace;
import dev.virtworkbench.explorer.dialogs.Failure;
import dev.virtworkbench.explorer.labels.Bytes;
import dev.virtworkbench.explorer.labels.Words;
import dev.virtworkbench.language.findings.Message;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.IJobChangeListener;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.progress.IProgressConstants;

/** A job of the engine as the platform knows jobs: it ends when that one does, and cancelling it cancels that one. */
public final class ShownJob extends Job {

    private static final int STEPS = 1000;

    private final dev.virtworkbench.engine.jobs.Job<?> engines;
    private IProgressMonitor monitor;
    private Pace pace;
    private int told;

    ShownJob(dev.virtworkbench.engine.jobs.Job<?> engines) {
        super(Words.of(engines.name()));
        this.engines = engines;
        // whoever started it shows the failure; a second dialog would be the platform's
        setProperty(IProgressConstants.NO_IMMEDIATE_ERROR_PROMPT_PROPERTY, true);
        addJobChangeListener(IJobChangeListener.onDone(ended -> {
            // cancelled before the platform had a thread for it
            if (ended.getResult().matches(IStatus.CANCEL)) {
                engines.cancel();
            }
        }));
    }

    @Override
    protected IStatus run(IProgressMonitor progress) {
        synchronized (this) {
            monitor = progress;
            pace = new Pace(System.nanoTime());
            progress.beginTask(getName(), engines.cancellation() == Cancellation.STOPS_WORK ? STEPS : IProgressMonitor.UNKNOWN);
            progress.subTask(Words.of(Message.of(ShownJob.class, "cancel." + engines.cancellation())));
        }
        moved();
        try {
            engines.await();
            return Status.OK_STATUS;
        } catch (CancellationException cancelled) {
            return new Status(IStatus.CANCEL, ShownJob.class, Words.of(engines.outcome()));
        } catch (VirtException failure) {
            return Failure.status(failure);
        } finally {
            progress.done();
        }
    }

    /** The engine's job has come on. */
    synchronized void moved() {
        if (monitor == null) {
            return;
        }
        int done = (int) (engines.fraction().orElse(0) * STEPS);
        boolean further = done > told;
        if (further) {
            monitor.worked(done - told);
            told = done;
        }
        switch (engines.state()) {
            case CANCELLING -> monitor.subTask(Words.of(engines.outcome()));
            // in few words: the view leaves out the middle of what it has no room for
            case CHANGING -> monitor.subTask(rate().map(rate -> text("progress.changing", rate)).orElseGet(() -> Words.of(engines.outcome())));
            default -> {
                if (further) {
                    rate().ifPresent(monitor::subTask);
                }
            }
        }
    }

    /** How far it is, how fast and how long still; empty where nobody knows yet. */
    private Optional<String> rate() {
        long now = System.nanoTime();
        double fraction = engines.fraction().orElse(0);
        return pace.left(fraction, now).map(left -> {
            int percent = (int) (fraction * 100);
            OptionalLong bytes = engines.bytes().isPresent() ? engines.bytes() : Amounts.of(engines);
            return bytes.isEmpty() ? text("progress", percent, text(left))
                    : text("progress.rate", percent, Bytes.of(pace.rate(Math.round(bytes.getAsLong() * fraction), now)), text(left));
        });
    }

    private static String text(Duration left) {
        long seconds = left.toSeconds();
        return seconds < 60 ? text("left.seconds", seconds) : seconds < 3600 ? text("left.minutes", seconds / 60, seconds % 60)
                : text("left.hours", seconds / 3600, seconds / 60 % 60);
    }

    private static String text(String key, Object... arguments) {
        return Words.of(Message.of(ShownJob.class, key, arguments));
    }

    @Override
    protected void canceling() {
        engines.cancel();
    }

    @Override
    public boolean belongsTo(Object family) {
        return family == ShownJob.class || family == engines;
    }
}
