package dev.virtworkbench.explorer.wizards;

import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.storage.PoolSummary;
import dev.virtworkbench.engine.storage.VolumeSummary;
import dev.virtworkbench.explorer.jobs.Waiting;
import dev.virtworkbench.explorer.labels.Bytes;
import dev.virtworkbench.explorer.model.HostObject.OfVolume;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jface.operation.IRunnableContext;
import org.eclipse.swt.widgets.Shell;

/** Has somebody choose one of all volumes of a host. */
final class VolumeChooser {

    private VolumeChooser() { }

    /** Lists the volumes, with progress, and asks; on the UI thread. @return empty if nobody chose any or they could not be listed */
    static Optional<OfVolume> choose(Shell shell, IRunnableContext context, Host host) {
        return new Chooser<>(Texts.get("chooser.title"), Texts.get("chooser.message", host.uri()), Texts.get("chooser.empty"), VolumeChooser::line)
                .choose(shell, context, monitor -> list(host, monitor));
    }

    private static List<OfVolume> list(Host host, IProgressMonitor monitor) throws InterruptedException {
        List<OfVolume> volumes = new ArrayList<>();
        List<PoolSummary> pools = Waiting.forResult(host.pools().list(), SubMonitor.convert(monitor)).stream()
                .filter(pool -> pool.state().active()).toList();
        for (PoolSummary pool : pools) {
            for (VolumeSummary volume : Waiting.forResult(host.pools().pool(pool).volumeSummaries(), SubMonitor.convert(monitor))) {
                volumes.add(new OfVolume(host, pool, volume));
            }
        }
        return volumes;
    }

    private static String line(OfVolume volume) {
        return Texts.get("chooser.line", volume.summary().name(), volume.in().name(), volume.summary().format(),
                Bytes.of(Math.max(volume.summary().capacity(), 0)));
    }
}
