package dev.virtworkbench.explorer.volumes;

import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.engine.storage.Pool;
import dev.virtworkbench.engine.storage.VolumeSummary;
import dev.virtworkbench.explorer.dialogs.Failure;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.swt.widgets.Display;

/**
 * The details of volumes that are looked at while those of all are still being read, which for thousands takes long. One job at a
 * time asks for all that have come to be seen since the last. For the UI thread.
 */
final class RowDetails {

    private final Pool pool;
    private final Display display;
    private final Consumer<Set<String>> news;
    private final Map<String, VolumeSummary> read = new HashMap<>();
    private final Set<String> wanted = new HashSet<>();
    private final Set<String> asked = new HashSet<>();
    /** Whether a job runs or is about to begin. */
    private boolean busy;
    private Job<List<VolumeSummary>> job;

    /** @param news told the names of volumes whose details have come, on the UI thread */
    RowDetails(Pool pool, Display display, Consumer<Set<String>> news) {
        this.pool = pool;
        this.display = display;
        this.news = news;
    }

    /** What is known of a volume that comes to be seen; what is not is asked for. */
    VolumeSummary seen(VolumeSummary listed) {
        if (!listed.described() && asked.add(listed.name())) {
            wanted.add(listed.name());
            if (!busy) {
                busy = true;
                // the rows of a screenful come one by one
                display.asyncExec(this::ask);
            }
        }
        return known(listed);
    }

    /** What is known of a volume, whether somebody looks at it or not. */
    VolumeSummary known(VolumeSummary listed) {
        return listed.described() ? listed : read.getOrDefault(listed.name(), listed);
    }

    /** Drops what was read for a list that holds no longer, and what is on its way. */
    void forget() {
        if (job != null) {
            job.cancel();
        }
        read.clear();
        wanted.clear();
        asked.clear();
    }

    private void ask() {
        busy = !wanted.isEmpty();
        if (!busy) {
            return;
        }
        job = pool.volumeSummaries(List.copyOf(wanted));
        wanted.clear();
        job.result().whenComplete((found, failure) -> {
            if (failure != null) {
                // where this fails, so does reading all, which tells
                Failure.log(failure);
            }
            if (!display.isDisposed()) {
                display.asyncExec(() -> came(failure == null ? found : List.of()));
            }
        });
    }

    private void came(List<VolumeSummary> found) {
        Set<String> names = new HashSet<>();
        for (VolumeSummary volume : found) {
            // what was forgotten meanwhile is not brought back
            if (asked.contains(volume.name())) {
                read.put(volume.name(), volume);
                names.add(volume.name());
            }
        }
        news.accept(names);
        ask();
    }
}
