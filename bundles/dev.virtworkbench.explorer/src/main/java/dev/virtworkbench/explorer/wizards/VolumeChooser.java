package dev.virtworkbench.explorer.wizards;

import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.storage.PoolSummary;
import dev.virtworkbench.engine.storage.VolumeSummary;
import dev.virtworkbench.explorer.dialogs.Failure;
import dev.virtworkbench.explorer.jobs.Waiting;
import dev.virtworkbench.explorer.labels.Bytes;
import dev.virtworkbench.explorer.model.HostObject.OfVolume;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jface.operation.IRunnableContext;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.dialogs.ElementListSelectionDialog;

/** Has somebody choose one of all volumes of a host. */
final class VolumeChooser {

    private VolumeChooser() { }

    /** Lists the volumes, with progress, and asks; on the UI thread. @return empty if nobody chose any or they could not be listed */
    static Optional<OfVolume> choose(Shell shell, IRunnableContext context, Host host) {
        List<OfVolume> volumes = new ArrayList<>();
        try {
            context.run(true, true, monitor -> list(host, volumes, monitor));
        } catch (InvocationTargetException e) {
            Failure.show(e.getCause());
            return Optional.empty();
        } catch (InterruptedException stopped) {
            // of the runnable, whose end this is; nobody interrupts the UI thread
            return Optional.empty();
        }
        ElementListSelectionDialog dialog = new ElementListSelectionDialog(shell, LabelProvider.createTextProvider(
                volume -> line((OfVolume) volume)));
        dialog.setHelpAvailable(false);
        dialog.setTitle(Texts.get("chooser.title"));
        dialog.setMessage(Texts.get("chooser.message", host.uri()));
        dialog.setEmptyListMessage(Texts.get("chooser.empty"));
        dialog.setMultipleSelection(false);
        dialog.setElements(volumes.toArray());
        return dialog.open() == Window.OK ? Optional.ofNullable((OfVolume) dialog.getFirstResult()) : Optional.empty();
    }

    private static void list(Host host, List<OfVolume> volumes, IProgressMonitor monitor) throws InterruptedException {
        List<PoolSummary> pools = Waiting.forResult(host.pools().list(), SubMonitor.convert(monitor)).stream()
                .filter(pool -> pool.state().active()).toList();
        for (PoolSummary pool : pools) {
            for (VolumeSummary volume : Waiting.forResult(host.pools().pool(pool).volumeSummaries(), SubMonitor.convert(monitor))) {
                volumes.add(new OfVolume(host, pool, volume));
            }
        }
    }

    private static String line(OfVolume volume) {
        return Texts.get("chooser.line", volume.summary().name(), volume.in().name(), volume.summary().format(),
                Bytes.of(Math.max(volume.summary().capacity(), 0)));
    }
}
