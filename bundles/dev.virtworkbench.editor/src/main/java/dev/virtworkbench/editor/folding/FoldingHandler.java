package dev.virtworkbench.editor.folding;

import dev.virtworkbench.editor.content.ActiveEditor;
import java.util.Map;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.jface.text.source.projection.ProjectionViewer;

/** The platform's folding commands in the generic editor, which has their keys and nothing behind them. */
public final class FoldingHandler extends AbstractHandler {

    private static final Map<String, Integer> OPERATIONS = Map.of(
            "org.eclipse.ui.edit.text.folding.expand", ProjectionViewer.EXPAND,
            "org.eclipse.ui.edit.text.folding.collapse", ProjectionViewer.COLLAPSE,
            "org.eclipse.ui.edit.text.folding.expand_all", ProjectionViewer.EXPAND_ALL,
            "org.eclipse.ui.edit.text.folding.collapse_all", ProjectionViewer.COLLAPSE_ALL);

    @Override
    public Object execute(ExecutionEvent event) {
        ActiveEditor active = ActiveEditor.of(event);
        ITextOperationTarget target = active == null ? null : active.editor().getAdapter(ITextOperationTarget.class);
        int operation = OPERATIONS.get(event.getCommand().getId());
        if (target != null && target.canDoOperation(operation)) {
            target.doOperation(operation);
        }
        return null;
    }
}
