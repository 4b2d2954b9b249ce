package dev.virtworkbench.explorer.files;

import dev.virtworkbench.engine.actions.PoolAction;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.storage.PoolSummary;
import dev.virtworkbench.explorer.jobs.Waiting;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.dialogs.ElementListSelectionDialog;

/** Asks which pool volumes are meant for: their documents do not say. */
public record PoolChoice(Shell shell, Host host) {

    /** @param volumes the files, to tell the person; @return empty if they cancelled or there is no pool to choose */
    public Optional<UUID> ask(List<String> volumes) {
        Optional<List<PoolSummary>> all = Waiting.forResult(host.pools().list());
        if (all.isEmpty()) {
            return Optional.empty();
        }
        List<PoolSummary> open = all.get().stream().filter(pool -> PoolAction.CREATE_VOLUME.enabled(List.of(pool))).toList();
        if (open.isEmpty()) {
            MessageDialog.openInformation(shell, Texts.get("pool"), Texts.get("pool.none", host.uri()));
            return Optional.empty();
        }
        ElementListSelectionDialog dialog = new ElementListSelectionDialog(shell,
                LabelProvider.createTextProvider(pool -> ((PoolSummary) pool).name()));
        dialog.setHelpAvailable(false);
        dialog.setTitle(Texts.get("pool"));
        dialog.setMessage(Texts.get("pool.question", String.join(", ", volumes)));
        dialog.setElements(open.toArray());
        dialog.setInitialSelections(open.getFirst());
        return dialog.open() == Window.OK ? Optional.of(((PoolSummary) dialog.getFirstResult()).uuid()) : Optional.empty();
    }
}
