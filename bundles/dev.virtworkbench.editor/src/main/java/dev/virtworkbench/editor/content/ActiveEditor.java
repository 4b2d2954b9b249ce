package dev.virtworkbench.editor.content;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.texteditor.ITextEditor;

/**
 * The text editor that a command is meant for. On the UI thread.
 *
 * @param editor the active one
 * @param document what it edits
 * @param selection what is selected in it
 */
public record ActiveEditor(ITextEditor editor, IDocument document, ITextSelection selection) {

    /** @return null if no text editor is active: the command's key reached it from elsewhere */
    public static ActiveEditor of(ExecutionEvent event) {
        IEditorPart active = HandlerUtil.getActiveEditor(event);
        ITextEditor editor = active == null ? null : active.getAdapter(ITextEditor.class);
        return editor != null && editor.getSelectionProvider().getSelection() instanceof ITextSelection selection
                ? new ActiveEditor(editor, editor.getDocumentProvider().getDocument(editor.getEditorInput()), selection) : null;
    }
}
