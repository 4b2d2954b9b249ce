package dev.virtworkbench.explorer.dialogs;

import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.explorer.workbench.Person;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.MultiStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;

/** Tells what failed, on which object, why in libvirt's own words, and what to do. */
public final class Failure {

    private static final String BUNDLE = "dev.virtworkbench.explorer";

    private Failure() { }

    /** Opens the dialog, from any thread; comes back at once. A cancellation needs no telling. */
    public static void show(Throwable failure) {
        show(List.of(failure));
    }

    /** As {@link #show(Throwable)}, for what failed of several things that were asked for at once: one dialog for all. */
    public static void show(Collection<Throwable> failures) {
        List<Throwable> told = failures.stream().filter(failure -> !(failure instanceof CancellationException)).toList();
        if (told.isEmpty()) {
            return;
        }
        told.stream().filter(failure -> !(failure instanceof VirtException))
                .forEach(defect -> Platform.getLog(Failure.class).log(status(defect)));
        IStatus status = told.size() == 1 ? status(told.getFirst()) : new MultiStatus(BUNDLE, 0,
                told.stream().map(Failure::status).toArray(IStatus[]::new), Texts.get("failure.several", told.size()), null);
        Display display = PlatformUI.getWorkbench().getDisplay();
        display.asyncExec(() -> ErrorDialog.openError(Person.shell(),
                Texts.get("failure.title"), null, status));
    }

    /** For what nobody waits for: into the log only. */
    public static void log(Throwable failure) {
        Throwable plain = plain(failure);
        if (!(plain instanceof CancellationException)) {
            Platform.getLog(Failure.class).log(status(plain));
        }
    }

    /** What a job failed with: a stage that hangs on another wraps it. */
    public static Throwable plain(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    /** The failure with its details, for dialogs of the workbench. */
    public static IStatus status(Throwable failure) {
        if (!(failure instanceof VirtException told)) {
            return Status.error(Texts.get("failure.defect", failure), failure);
        }
        String text = Texts.of(told.text()) + told.hint().map(hint -> "\n\n" + Texts.of(hint)).orElse("");
        MultiStatus status = new MultiStatus(BUNDLE, told.code(), text);
        status.add(Status.error(Texts.of(told.why())));
        status.add(Status.info(Texts.get("failure.code", told.code(), told.domain(), told.object())));
        Stream.of(told.getSuppressed()).map(Failure::status).forEach(status::add);
        return status;
    }
}
