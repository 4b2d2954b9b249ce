package dev.virtworkbench.editor.outline;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;

/** Takes the keyboard to the view "Outline", where typed letters find a line. */
public final class ShowOutline extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        try {
            return HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage().showView(IPageLayout.ID_OUTLINE);
        } catch (PartInitException e) {
            throw new ExecutionException("the outline cannot be shown", e);
        }
    }
}
