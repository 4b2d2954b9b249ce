package dev.virtworkbench.explorer.live;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.handlers.HandlerUtil;

/** Shows in the active editor what the host has now; what was typed goes only if its owner says so. */
public final class ReloadHandler extends LiveEditorHandler {

    @Override
    void read(ExecutionEvent event, LiveDocument document, String fromHost) throws CoreException {
        if (!document.dirty() || discarded(event, document)) {
            document.take(fromHost);
        }
    }

    private static boolean discarded(ExecutionEvent event, LiveDocument document) {
        String[] answers = {Texts.get("reload.discard"), IDialogConstants.CANCEL_LABEL};
        return new MessageDialog(HandlerUtil.getActiveShell(event), Texts.get("reload"), null,
                Texts.get("reload.question", document.object().fileName()), MessageDialog.WARNING, answers, 1).open() == 0;
    }
}
