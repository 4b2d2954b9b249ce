package dev.virtworkbench.explorer.wizards;

import dev.virtworkbench.engine.jobs.Job;
import java.util.function.Consumer;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;

/** What a host tells a page that is open already. */
final class Later {

    private Later() { }

    /**
     * Shows what a job gives once it has it, on the UI thread, if the control is still there. One that fails shows nothing: the
     * page does without, and what is done with the host later tells why.
     */
    static <T> void show(Job<T> job, Control control, Consumer<T> show) {
        Display display = control.getDisplay();
        job.result().thenAccept(result -> display.asyncExec(() -> {
            if (!control.isDisposed()) {
                show.accept(result);
            }
        }));
    }
}
