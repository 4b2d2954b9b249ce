package dev.virtworkbench.explorer.wizards;

import dev.virtworkbench.engine.drafts.PoolDraft;
import dev.virtworkbench.engine.drafts.PoolField;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.storage.PoolSource;
import dev.virtworkbench.explorer.jobs.Waiting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jface.operation.IRunnableContext;
import org.eclipse.swt.widgets.Shell;

/** Has somebody choose one of the sources that a host finds for a pool: shares of a server, volume groups, targets of a portal. */
final class SourceChooser {

    private SourceChooser() { }

    /**
     * Has the host look, with progress, and asks; on the UI thread.
     *
     * @param draft of a type of which sources are found; what it states already says where to look
     * @return what the chosen source says of the pool; empty if nobody chose any or the host could not look
     */
    static Optional<Map<PoolField, String>> choose(Shell shell, IRunnableContext context, Host host, PoolDraft draft) {
        String type = draft.type().word();
        return new Chooser<PoolSource>(Texts.get("sources.title"), Texts.get("sources.message", type), Texts.get("sources.empty"),
                source -> line(draft, source))
                .choose(shell, context, monitor -> Waiting.forResult(host.pools().find(type, draft.specification()), monitor))
                .map(source -> PoolDraft.found(draft.type(), source));
    }

    /** What is asked for first, then what it is made of. */
    private static String line(PoolDraft draft, PoolSource source) {
        String name = PoolDraft.found(draft.type(), source).get(draft.type().foundBy().orElseThrow());
        List<String> more = new ArrayList<>(source.devices());
        more.add(source.directory());
        more.add(source.format());
        more.removeIf(each -> each.isEmpty() || each.equals(name));
        return more.isEmpty() ? name : Texts.get("sources.line", name, String.join(", ", more));
    }
}
