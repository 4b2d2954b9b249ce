package dev.virtworkbench.explorer.disks;

import dev.virtworkbench.engine.domains.ImageUse;
import dev.virtworkbench.engine.drafts.DiskAdvice;
import dev.virtworkbench.engine.drafts.DiskSettings;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.explorer.model.HostObject.OfVolume;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;

/**
 * What is found out about the image that a dialog is about, while somebody fills it in: who uses it, and what its first bytes say. What
 * cannot be found out is not known, and nothing is said about it. For the UI thread.
 */
final class Knowing {

    /** Somebody who types a path does not want each beginning of it looked at. */
    private static final int PAUSE_MS = 400;

    private final Host host;
    private final Control dialog;
    private final Display display;
    private final Runnable learned;
    private final Runnable look = this::look;
    private Optional<ImageUse> use = Optional.empty();
    private Optional<String> format = Optional.empty();
    private String path = "";
    private String looked = "";

    /** @param learned told whenever more is known */
    Knowing(Host host, Control dialog, Runnable learned) {
        this.host = host;
        this.dialog = dialog;
        display = dialog.getDisplay();
        this.learned = learned;
        ask(host.domains().imageUse(), found -> use = Optional.of(found));
    }

    /** What is known of that image by now. @param volume if it is one @param typed its path; empty if there is none */
    DiskAdvice.Known of(Optional<OfVolume> volume, String typed) {
        if (volume.isPresent()) {
            path = "";
            return new DiskAdvice.Known(volume.get().summary().path(), Optional.of(DiskSettings.imageFormat(volume.get().summary().format())), use);
        }
        if (!typed.equals(path)) {
            path = typed;
            format = Optional.empty();
            display.timerExec(PAUSE_MS, look);
        }
        return new DiskAdvice.Known(path, format, use);
    }

    private void look() {
        if (dialog.isDisposed() || !path.startsWith("/") || path.equals(looked) || !host.images().possible()) {
            return;
        }
        looked = path;
        String asked = path;
        ask(host.images().info(asked, Optional.empty()), chain -> {
            if (asked.equals(path)) {
                format = Optional.of(chain.top().format());
            }
            looked = "";
        });
    }

    private <T> void ask(Job<T> job, Consumer<T> found) {
        job.result().thenAccept(result -> display.asyncExec(() -> {
            if (!dialog.isDisposed()) {
                found.accept(result);
                learned.run();
            }
        }));
    }
}
