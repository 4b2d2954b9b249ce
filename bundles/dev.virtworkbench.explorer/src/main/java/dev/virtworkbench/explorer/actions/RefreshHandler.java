package dev.virtworkbench.explorer.actions;

import dev.virtworkbench.engine.actions.PoolAction;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.explorer.jobs.Asked;
import dev.virtworkbench.explorer.model.Contents;
import dev.virtworkbench.explorer.model.HostObject.OfPool;
import dev.virtworkbench.explorer.model.Node;
import dev.virtworkbench.explorer.workbench.Selected;
import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.handlers.HandlerUtil;

/**
 * Shows hosts as they are now: those of what is selected, all if nothing is. Of active pools that are selected libvirt itself looks
 * again which volumes there are.
 */
public final class RefreshHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        ISelection selection = HandlerUtil.getCurrentSelection(event);
        Contents contents = VirtWorkbench.get().contents();
        Collection<Host> selected = hosts(selection);
        List<OfPool> pools = Selected.of(selection, OfPool.class).stream()
                .filter(pool -> PoolAction.REFRESH.enabled(List.of(pool.summary()))).toList();
        Asked.all(pools.stream().map(pool -> pool.pool().refresh()).toList(),
                () -> (selected.isEmpty() ? contents.hosts() : selected).forEach(host -> contents.of(host).readAgain()));
        return null;
    }

    private static Collection<Host> hosts(ISelection selection) {
        return selection instanceof IStructuredSelection several
                ? ((Stream<?>) several.stream()).map(each -> Adapters.adapt(each, Node.class)).filter(Objects::nonNull)
                        .map(Node::host).distinct().toList()
                : List.of();
    }
}
