package dev.virtworkbench.explorer.disks;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.handlers.HandlerUtil;

/** Makes the selected image file of the workspace a disk of a domain. */
public final class AttachFileHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        if (HandlerUtil.getCurrentSelection(event) instanceof IStructuredSelection structured && structured.size() == 1) {
            IFile file = Adapters.adapt(structured.getFirstElement(), IFile.class);
            if (file != null && file.getLocation() != null) {
                new DomainDisks(HandlerUtil.getActiveShell(event)).attach(file.getLocation().toString());
            }
        }
        return null;
    }
}
