package dev.virtworkbench.editor.rename;

import dev.virtworkbench.editor.content.ActiveEditor;
import dev.virtworkbench.editor.content.DocumentTrees;
import dev.virtworkbench.language.structure.ElementRename;
import dev.virtworkbench.language.syntax.Span;
import dev.virtworkbench.language.syntax.TextEdit;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.action.IStatusLineManager;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.link.LinkedModeModel;
import org.eclipse.jface.text.link.LinkedModeUI;
import org.eclipse.jface.text.link.LinkedPosition;
import org.eclipse.jface.text.link.LinkedPositionGroup;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.texteditor.link.EditorLinkedModeUI;

/** Selects the name of the element at the caret in both its tags: what is typed then goes into both, and Enter ends it. */
public final class RenameHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        ActiveEditor active = ActiveEditor.of(event);
        if (active == null || !active.editor().isEditable()) {
            return null;
        }
        XmlTree tree = DocumentTrees.of(active.document());
        int caret = active.selection().getOffset();
        ElementRename.Target target = ElementRename.prepare(tree, caret).orElse(null);
        if (target == null) {
            say(active.editor(), Texts.NOTHING_TO_RENAME);
            return null;
        }
        // Where the name as it is would be written is where the new one goes.
        List<Span> names = ElementRename.edits(tree, caret, target.placeholder()).stream().map(TextEdit::span).toList();
        try {
            link(active, target.span(), names.isEmpty() ? List.of(target.span()) : names);
        } catch (BadLocationException e) {
            throw new ExecutionException("names of another state of the document", e);
        }
        return null;
    }

    private static void link(ActiveEditor active, Span first, List<Span> names) throws BadLocationException {
        IDocument document = active.document();
        LinkedPositionGroup group = new LinkedPositionGroup();
        group.addPosition(new LinkedPosition(document, first.start(), first.length(), 0));
        for (Span name : names) {
            if (!name.equals(first)) {
                group.addPosition(new LinkedPosition(document, name.start(), name.length(), 1));
            }
        }
        LinkedModeModel model = new LinkedModeModel();
        model.addGroup(group);
        model.forceInstall();
        LinkedModeUI ui = new EditorLinkedModeUI(model, active.editor().getAdapter(ITextViewer.class));
        ui.setExitPosition(active.editor().getAdapter(ITextViewer.class), active.selection().getOffset(), 0, Integer.MAX_VALUE);
        ui.enter();
    }

    private static void say(ITextEditor editor, String message) {
        IStatusLineManager line = ((IEditorPart) editor).getEditorSite().getActionBars().getStatusLineManager();
        line.setErrorMessage(message);
    }
}
