package dev.virtworkbench.ui.tests.explorer;

import dev.virtworkbench.explorer.view.ExplorerView;
import dev.virtworkbench.ui.tests.driver.FreshWorkbench;
import dev.virtworkbench.ui.tests.driver.Ui;
import dev.virtworkbench.ui.tests.driver.Widgets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** A simulated host with something of everything, selected from the explorer, for tests of actions. */
@ExtendWith(FreshWorkbench.class)
abstract class ActionsOnSimulatedHost {

    private static final String NODE = """
            <node><cpu/>
              <pool type='dir'><name>images</name><target><path>/images</path></target>
                <volume><name>free.qcow2</name><capacity unit='GiB'>2</capacity><target><format type='qcow2'/></target></volume>
                <volume><name>spare.qcow2</name><capacity unit='GiB'>2</capacity><target><format type='qcow2'/></target></volume>
                <volume><name>used.qcow2</name><capacity unit='GiB'>2</capacity><target><format type='qcow2'/></target></volume>
              </pool>
              <pool type='disk'><name>partitions</name><source><device path='/dev/sdz'/></source><target><path>/dev</path></target></pool>
              <domain type='test'><name>guest</name><memory>65536</memory><os><type>hvm</type></os>
                <devices><disk type='file'><source file='/images/used.qcow2'/><target dev='vda'/></disk></devices>
              </domain>
              <network><name>lan</name><bridge name='virbr7'/><ip address='192.168.77.1'/></network>
            </node>
            """;

    SimulatedHost host;
    Tree tree;

    @BeforeEach
    final void addHost() {
        ErrorDialog.AUTOMATED_MODE = false;
        host = SimulatedHost.of(NODE).connected();
        ExplorerView view = FreshWorkbench.view(ExplorerView.ID, ExplorerView.class);
        tree = Ui.get(() -> (Tree) view.getSite().getSelectionProvider().getClass().getMethod("getControl")
                .invoke(view.getSite().getSelectionProvider()));
    }

    @AfterEach
    final void removeHost() {
        ErrorDialog.AUTOMATED_MODE = true;
        host.close();
    }

    /** Selects the row of that path below the host. */
    final TreeItem select(String... path) {
        TreeItem row = Widgets.select(tree, Stream.concat(Stream.of(host.host().uri()), Arrays.stream(path)).toArray(String[]::new));
        Ui.settle();
        return row;
    }

    /** Selects that volume of the pool of images. */
    final TreeItem volume(String name) {
        return select("Storage pools", "images", name);
    }

    /** Whether the context menu has that label, and enabled. */
    final void awaitEnabled(String label) {
        Ui.await("enabled " + label, () -> Widgets.enabledIn(tree).contains(label));
    }

    /** Whether that command is enabled for what is selected. */
    static boolean enabled(String command) {
        ICommandService commands = FreshWorkbench.window().getService(ICommandService.class);
        commands.getCommand(command).setEnabled(FreshWorkbench.window().getService(IHandlerService.class).createContextSnapshot(true));
        return commands.getCommand(command).isEnabled();
    }
}
