package dev.virtworkbench.explorer.history;

import dev.virtworkbench.engine.apply.ApplyMode;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.history.HistoryEntry;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.engine.storage.PoolSummary;
import dev.virtworkbench.explorer.actions.ObjectActions;
import dev.virtworkbench.explorer.dialogs.Failure;
import dev.virtworkbench.explorer.jobs.Waiting;
import dev.virtworkbench.explorer.model.HostObject.OfDomain;
import dev.virtworkbench.explorer.model.HostObject.OfNetwork;
import dev.virtworkbench.explorer.model.HostObject.OfPool;
import dev.virtworkbench.explorer.model.HostObject.OfSecret;
import dev.virtworkbench.explorer.model.HostObject.OfVolume;
import dev.virtworkbench.explorer.model.HostObject;
import dev.virtworkbench.language.schema.DocumentKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.widgets.Shell;

/**
 * The way back from making an object: undefining it, deleting the volume, or stopping what was started without a definition, by the
 * explorer's own action with its questions and refusals. On the UI thread.
 */
record Unmaking(Shell shell, Host host, HistoryEntry entry) {

    private static final Map<DocumentKind, String> ACTIONS = Map.of(DocumentKind.STORAGE_POOL, "pool.undefine",
            DocumentKind.STORAGE_VOLUME, "volume.delete", DocumentKind.DOMAIN, "domain.undefine", DocumentKind.NETWORK, "network.undefine",
            DocumentKind.SECRET, "secret.undefine");
    private static final Map<DocumentKind, String> STOPPING = Map.of(DocumentKind.STORAGE_POOL, "pool.stop",
            DocumentKind.DOMAIN, "domain.destroy", DocumentKind.NETWORK, "network.stop");

    /** Whether there is an action for it. */
    static boolean possible(HistoryEntry entry) {
        return started(entry) || entry.before().isEmpty() && ACTIONS.containsKey(entry.kind());
    }

    private static boolean started(HistoryEntry entry) {
        return entry.mode() == ApplyMode.CREATE;
    }

    /** Asks and begins it; whatever comes in the way, and whatever fails, is told. */
    void run() {
        try {
            Optional<Runnable> work = object().flatMap(object -> ObjectActions.find(action(), new StructuredSelection(object)));
            work.ifPresentOrElse(Runnable::run, () -> MessageDialog.openInformation(shell, Texts.get("history"),
                    Texts.get(started(entry) ? "not-stopped" : "not-unmade", PastEntry.words(entry))));
        } catch (VirtException e) {
            Failure.show(e);
        }
    }

    private String action() {
        return (started(entry) ? STOPPING : ACTIONS).get(entry.kind());
    }

    private Optional<HostObject> object() {
        return switch (entry.kind()) {
            case STORAGE_POOL -> pool().map(pool -> new OfPool(host, pool));
            case STORAGE_VOLUME -> pool().filter(pool -> pool.state().active()).flatMap(pool ->
                    first(host.pools().pool(pool).volumeSummaries(), volume -> volume.name().equals(entry.name()))
                            .map(volume -> new OfVolume(host, pool, volume)));
            case DOMAIN -> first(host.domains().list(), domain -> domain.uuid().equals(entry.uuid()))
                    .map(domain -> new OfDomain(host, domain));
            case NETWORK -> first(host.networks().list(), network -> network.uuid().equals(entry.uuid()))
                    .map(network -> new OfNetwork(host, network));
            case SECRET -> first(host.secrets().list(), secret -> secret.uuid().equals(entry.uuid()))
                    .map(secret -> new OfSecret(host, secret));
            default -> Optional.empty();
        };
    }

    private Optional<PoolSummary> pool() {
        return first(host.pools().list(), pool -> pool.uuid().equals(entry.uuid()));
    }

    private static <T> Optional<T> first(Job<List<T>> list, Predicate<T> fits) {
        return Waiting.forResult(list).flatMap(all -> all.stream().filter(fits).findFirst());
    }
}
