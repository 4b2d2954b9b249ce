package dev.virtworkbench.explorer.view;

import dev.virtworkbench.engine.hosts.HostState;
import dev.virtworkbench.explorer.model.HostObject.OfPool;
import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import java.time.Duration;
import java.util.Collection;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.swt.widgets.Control;

/**
 * Has volumes listed again that other programs may have changed, since libvirt does not tell: when somebody comes to where they are
 * shown, and now and then while they are to be seen. What is folded or covered costs nobody a call. For the UI thread.
 */
public final class VolumeRelisting {

    private static final Duration SLOW = Duration.ofMinutes(1);
    /** Clicking to and fro lists nothing twice. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final Control view;
    private final Supplier<? extends Collection<OfPool>> shown;
    private final Consumer<Runnable> later;
    private long listed = System.nanoTime();

    /**
     * @param view ends with it
     * @param shown the pools whose volumes are in it now
     */
    public VolumeRelisting(Control view, Supplier<? extends Collection<OfPool>> shown) {
        this(view, shown, tick -> view.getDisplay().timerExec((int) SLOW.toMillis(), tick));
    }

    /**
     * As above, by another clock.
     *
     * @param later runs what it gets after a while, on the UI thread
     */
    public VolumeRelisting(Control view, Supplier<? extends Collection<OfPool>> shown, Consumer<Runnable> later) {
        this.view = view;
        this.shown = shown;
        this.later = later;
        again();
    }

    private void again() {
        later.accept(() -> {
            if (!view.isDisposed()) {
                if (view.isVisible()) {
                    list();
                }
                again();
            }
        });
    }

    /** The person has come to the view. */
    public void focused() {
        if (System.nanoTime() - listed > FRESH.toNanos()) {
            list();
        }
    }

    private void list() {
        listed = System.nanoTime();
        shown.get().forEach(VolumeRelisting::list);
    }

    /** What is being read for the first time is not read twice; while a host is away, what was read of it stays. */
    static void list(OfPool pool) {
        if (pool.host().status().state() != HostState.CONNECTED) {
            return;
        }
        VirtWorkbench.get().contents().of(pool.host()).volumes(pool.summary()).againIfRead();
    }
}
