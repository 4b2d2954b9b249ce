package dev.virtworkbench.ui.tests.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import dev.virtworkbench.ui.tests.driver.Ui;
import dev.virtworkbench.ui.tests.driver.Widgets;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.TreeItem;
import org.junit.jupiter.api.Test;

/** What is done to a host as a whole. */
class HostActionsTest extends ActionsOnSimulatedHost {

    @Test
    void itIsDisconnectedAndConnectedAgain() {
        select();
        Widgets.contextMenu(tree, "Disconnect");
        TreeItem row = Widgets.row(tree, host.host().uri());
        Ui.await("host that is not connected", () -> row.getText().equals(host.host().uri() + "  not connected, simulated"));
        Widgets.contextMenu(tree, "Connect");
        Ui.await("connected host", () -> row.getText().equals(host.host().uri() + "  connected, simulated"));
    }

    @Test
    void itsUriIsCopied() {
        select();
        Widgets.contextMenu(tree, "Copy URI");
        Ui.await("URI in the clipboard", () -> {
            Clipboard clipboard = new Clipboard(Ui.display());
            try {
                return host.host().uri().equals(clipboard.getContents(TextTransfer.getInstance()));
            } finally {
                clipboard.dispose();
            }
        });
    }

    @Test
    void itIsForgottenOnceThatIsConfirmed() {
        select();
        Widgets.contextMenu(tree, "Remove…");
        Shell question = Widgets.shell("Remove Host");
        Widgets.press(Widgets.button(question, "Cancel"));
        Ui.await("closed question", question::isDisposed);
        assertEquals(1, hosts(), "kept");
        Widgets.contextMenu(tree, "Remove…");
        Widgets.press(Widgets.button(Widgets.shell("Remove Host"), "OK"));
        Ui.await("forgotten host", () -> hosts() == 0);
    }

    /** How many of them have this one's URI. */
    private long hosts() {
        return VirtWorkbench.get().contents().hosts().stream().filter(each -> each.uri().equals(host.host().uri())).count();
    }
}
