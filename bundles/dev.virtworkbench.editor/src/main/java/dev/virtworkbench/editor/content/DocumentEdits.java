package dev.virtworkbench.editor.content;

import dev.virtworkbench.language.syntax.TextEdit;
import java.util.List;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRewriteTarget;
import org.eclipse.text.edits.MultiTextEdit;
import org.eclipse.text.edits.ReplaceEdit;
import org.eclipse.ui.texteditor.ITextEditor;

/** Applies edits to what stands in an editor, as one step of undo. On the UI thread. */
public final class DocumentEdits {

    private DocumentEdits() {}

    /** @param edits of the document as it is now, which do not overlap */
    public static void apply(ITextEditor editor, List<TextEdit> edits) {
        if (edits.isEmpty() || !editor.isEditable()) {
            return;
        }
        IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
        MultiTextEdit all = new MultiTextEdit();
        edits.forEach(edit -> all.addChild(new ReplaceEdit(edit.span().start(), edit.span().length(), edit.newText())));
        IRewriteTarget target = editor.getAdapter(IRewriteTarget.class);
        target.beginCompoundChange();
        try {
            all.apply(document, org.eclipse.text.edits.TextEdit.NONE);
        } catch (BadLocationException e) {
            throw new IllegalArgumentException("edits of another state of the document", e);
        } finally {
            target.endCompoundChange();
        }
    }
}
