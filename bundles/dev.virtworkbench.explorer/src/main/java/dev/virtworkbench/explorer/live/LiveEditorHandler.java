package dev.virtworkbench.explorer.live;

import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.explorer.dialogs.Failure;
import dev.virtworkbench.explorer.jobs.Waiting;
import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.ui.handlers.HandlerUtil;

/** Something for which the document in the active editor is read from its host again. */
abstract class LiveEditorHandler extends AbstractHandler {

    @Override
    public final Object execute(ExecutionEvent event) {
        if (HandlerUtil.getActiveEditorInput(event) instanceof LiveInput input) {
            Optional<LiveDocument> document = LiveDocument.at(input.getURI());
            Optional<Host> host = VirtWorkbench.get().engine().host(input.object().host());
            try {
                if (document.isPresent() && host.isPresent()) {
                    Optional<String> xml = Waiting.forResult(input.object().read(host.get(), true));
                    if (xml.isPresent()) {
                        read(event, document.get(), xml.get());
                    }
                }
            } catch (VirtException | CoreException e) {
                Failure.show(e);
            }
        }
        return null;
    }

    /** @param fromHost what the host has now */
    abstract void read(ExecutionEvent event, LiveDocument document, String fromHost) throws CoreException;
}
