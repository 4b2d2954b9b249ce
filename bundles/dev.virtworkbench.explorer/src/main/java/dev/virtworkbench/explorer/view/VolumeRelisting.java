package dev.virtworkbench.explorer.view;

import dev.virtworkbench.explorer.model.Contents;
import java.time.Duration;
import org.eclipse.swt.widgets.Control;

/**
 * Has volumes listed again that other programs may have changed, since libvirt does not tell: when somebody comes back to the
 * view, and now and then while it is to be seen. For the UI thread.
 */
final class VolumeRelisting {

    private static final Duration SLOW = Duration.ofMinutes(1);
    /** Clicking to and fro lists nothing twice. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final Contents contents;
    private final Control view;
    private long listed = System.nanoTime();

    VolumeRelisting(Contents contents, Control view) {
        this.contents = contents;
        this.view = view;
        again();
    }

    private void again() {
        view.getDisplay().timerExec((int) SLOW.toMillis(), () -> {
            if (!view.isDisposed()) {
                if (view.isVisible()) {
                    list();
                }
                again();
            }
        });
    }

    /** The person has come to the view. */
    void focused() {
        if (System.nanoTime() - listed > FRESH.toNanos()) {
            list();
        }
    }

    private void list() {
        listed = System.nanoTime();
        contents.hosts().forEach(host -> contents.of(host).readVolumesAgain());
    }
}
