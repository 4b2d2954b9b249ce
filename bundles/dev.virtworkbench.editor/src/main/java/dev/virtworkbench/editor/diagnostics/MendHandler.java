package dev.virtworkbench.editor.diagnostics;

import dev.virtworkbench.editor.content.ActiveEditor;
import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.action.IStatusLineManager;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.ui.IEditorPart;

/** Mends all in a document that can be mended without a choice, as one step of undo. */
public final class MendHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        ActiveEditor active = ActiveEditor.of(event);
        if (active == null || !active.editor().isEditable()) {
            return null;
        }
        Optional<CodeAction> all = Fixes.all(active.document());
        if (all.isPresent()) {
            Fixes.apply(active.document(), all.get());
        } else {
            IStatusLineManager line = ((IEditorPart) active.editor()).getEditorSite().getActionBars().getStatusLineManager();
            line.setErrorMessage(Texts.NOTHING_TO_MEND);
        }
        return null;
    }
}
