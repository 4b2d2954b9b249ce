package dev.virtworkbench.ui.tests.explorer;

import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.hosts.HostState;
import dev.virtworkbench.engine.real.PrivateLibvirtd;
import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import dev.virtworkbench.ui.tests.driver.FreshWorkbench;
import dev.virtworkbench.ui.tests.driver.Ui;
import java.io.IOException;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** A real libvirtd of a test's own, as a host of the explorer. */
@ExtendWith(FreshWorkbench.class)
abstract class OnRealHost {

    PrivateLibvirtd daemon;
    Host host;

    @BeforeEach
    final void addHost() throws IOException {
        // where tests run, the platform opens no error dialog by itself
        ErrorDialog.AUTOMATED_MODE = false;
        daemon = PrivateLibvirtd.start();
        host = VirtWorkbench.get().contents().add(daemon.uri());
        Ui.await("connected daemon", () -> host.status().state() == HostState.CONNECTED);
    }

    @AfterEach
    final void removeHost() throws IOException {
        ErrorDialog.AUTOMATED_MODE = true;
        if (daemon != null) {
            VirtWorkbench.get().contents().remove(host);
            daemon.close();
        }
    }
}
