package dev.virtworkbench.explorer.dialogs;

import dev.virtworkbench.engine.errors.VirtException;
import java.util.concurrent.CancellationException;
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
        if (failure instanceof CancellationException) {
            return;
        }
        IStatus status = status(failure);
        if (!(failure instanceof VirtException)) {
            Platform.getLog(Failure.class).log(status);
        }
        Display display = PlatformUI.getWorkbench().getDisplay();
        display.asyncExec(() -> ErrorDialog.openError(PlatformUI.getWorkbench().getModalDialogShellProvider().getShell(),
                Texts.get("failure.title"), null, status));
    }

    /** For what nobody waits for: into the log only. */
    public static void log(Throwable failure) {
        if (!(failure instanceof CancellationException)) {
            Platform.getLog(Failure.class).log(status(failure));
        }
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
        return status;
    }
}
