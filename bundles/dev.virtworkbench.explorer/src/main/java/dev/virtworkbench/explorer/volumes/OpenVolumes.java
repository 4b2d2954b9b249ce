package dev.virtworkbench.explorer.volumes;

import dev.virtworkbench.explorer.dialogs.Failure;
import dev.virtworkbench.explorer.model.HostObject.OfPool;
import dev.virtworkbench.explorer.workbench.Selected;
import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.ISources;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;

/** Opens the volumes of the selected pools as tables. */
public final class OpenVolumes extends AbstractHandler {

    /** Its command's id in {@code plugin.xml}. */
    public static final String COMMAND = "dev.virtworkbench.explorer.volumes";

    @Override
    public void setEnabled(Object context) {
        setBaseEnabled(!pools(HandlerUtil.getVariable(context, ISources.ACTIVE_CURRENT_SELECTION_NAME)).isEmpty());
    }

    private static List<OfPool> pools(Object selection) {
        List<OfPool> pools = Selected.of(selection, OfPool.class);
        return pools.stream().allMatch(pool -> pool.summary().state().active()) ? pools : List.of();
    }

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        for (OfPool pool : pools(HandlerUtil.getCurrentSelectionChecked(event))) {
            open(HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage(), pool);
        }
        return null;
    }

    /** Opens that pool's table, or brings it to the front. On the UI thread. */
    public static void open(IWorkbenchPage page, OfPool pool) {
        try {
            page.openEditor(new VolumesInput(pool), VolumesEditor.ID);
        } catch (PartInitException e) {
            Failure.show(e);
        }
    }
}
