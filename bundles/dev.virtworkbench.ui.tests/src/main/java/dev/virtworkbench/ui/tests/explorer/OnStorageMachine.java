package dev.virtworkbench.ui.tests.explorer;

import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.hosts.HostState;
import dev.virtworkbench.engine.real.StorageMachine;
import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import dev.virtworkbench.ui.tests.driver.FreshWorkbench;
import dev.virtworkbench.ui.tests.driver.Ui;
import java.io.IOException;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.swt.widgets.Tree;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** The machine for storage as a host of the explorer, reached over ssh, without what another test has made there. */
@ExtendWith(FreshWorkbench.class)
abstract class OnStorageMachine {

    StorageMachine machine;
    Host host;
    Tree tree;

    @BeforeEach
    final void start() throws IOException {
        machine = StorageMachine.get();
        ErrorDialog.AUTOMATED_MODE = false;
        host = VirtWorkbench.get().contents().add(machine.uri());
        Ui.await("connected machine", () -> host.status().state() == HostState.CONNECTED);
        tree = LiveEditor.tree();
    }

    @AfterEach
    final void stop() throws IOException {
        ErrorDialog.AUTOMATED_MODE = true;
        if (host != null) {
            machine.clear(host);
            Ui.run(() -> VirtWorkbench.get().contents().remove(host));
        }
    }
}
