package dev.virtworkbench.explorer.files;

import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.hosts.HostState;
import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.dialogs.ElementListSelectionDialog;

/** Asks which host something is meant for, if there is more than one; proposes the one that was chosen last. */
public final class HostChoice {

    private static final IEclipsePreferences REMEMBERED = InstanceScope.INSTANCE.getNode("dev.virtworkbench.explorer");
    private static final String LAST = "files.host";

    private HostChoice() { }

    /** On the UI thread. @return empty if the person cancelled or no host is connected, which they were told */
    public static Optional<Host> ask(Shell shell) {
        List<Host> hosts = VirtWorkbench.get().engine().hosts().stream()
                .filter(host -> host.status().state() == HostState.CONNECTED).toList();
        if (hosts.isEmpty()) {
            MessageDialog.openInformation(shell, Texts.get("host"), Texts.get("host.none"));
        }
        return hosts.size() < 2 ? hosts.stream().findFirst() : choose(shell, hosts);
    }

    private static Optional<Host> choose(Shell shell, List<Host> hosts) {
        ElementListSelectionDialog dialog =
                new ElementListSelectionDialog(shell, LabelProvider.createTextProvider(host -> ((Host) host).uri()));
        dialog.setHelpAvailable(false);
        dialog.setTitle(Texts.get("host"));
        dialog.setMessage(Texts.get("host.question"));
        dialog.setElements(hosts.toArray());
        String last = REMEMBERED.get(LAST, "");
        dialog.setInitialSelections(hosts.stream().filter(host -> host.uri().equals(last)).findFirst().orElse(hosts.getFirst()));
        if (dialog.open() != Window.OK) {
            return Optional.empty();
        }
        Host chosen = (Host) dialog.getFirstResult();
        REMEMBERED.put(LAST, chosen.uri());
        return Optional.of(chosen);
    }
}
