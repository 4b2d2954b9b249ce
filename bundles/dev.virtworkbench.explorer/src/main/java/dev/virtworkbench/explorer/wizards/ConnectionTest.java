package dev.virtworkbench.explorer.wizards;

import dev.virtworkbench.engine.hosts.Engine;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.hosts.HostListener;
import dev.virtworkbench.engine.hosts.HostState;
import dev.virtworkbench.engine.hosts.HostStatus;
import dev.virtworkbench.explorer.dialogs.CredentialsDialog;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.core.runtime.IProgressMonitor;

/** Tries an address once, beside the hosts of the workbench. */
final class ConnectionTest {

    private static final int LOOK_MILLISECONDS = 100;

    private ConnectionTest() { }

    /**
     * Connects and disconnects again; not on the UI thread.
     *
     * @throws dev.virtworkbench.engine.errors.VirtException why it cannot be connected
     * @throws CancellationException if the monitor was cancelled
     */
    static void run(String uri, IProgressMonitor monitor) throws InterruptedException {
        monitor.beginTask(Texts.get("host.testing", uri), IProgressMonitor.UNKNOWN);
        try (Engine engine = new Engine(new CredentialsDialog())) {
            BlockingQueue<HostStatus> news = new LinkedBlockingQueue<>();
            Host host = engine.add(uri);
            host.addListener(new HostListener() {
                @Override
                public void statusChanged(Host changed) {
                    news.add(changed.status());
                }
            });
            host.connect();
            while (true) {
                HostStatus status = news.poll(LOOK_MILLISECONDS, TimeUnit.MILLISECONDS);
                if (monitor.isCanceled()) {
                    throw new CancellationException();
                }
                if (status != null && status.state() == HostState.CONNECTED) {
                    return;
                }
                if (status != null && status.failure().isPresent()) {
                    throw status.failure().get();
                }
            }
        }
    }
}
