package dev.virtworkbench.explorer.live;

import dev.virtworkbench.explorer.model.HostObject;
import dev.virtworkbench.explorer.workbench.Selected;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;

/** Opens the documents of what is selected. */
public final class OpenHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        Selected.of(HandlerUtil.getCurrentSelection(event), HostObject.class).forEach(LiveEditors::open);
        return null;
    }
}
