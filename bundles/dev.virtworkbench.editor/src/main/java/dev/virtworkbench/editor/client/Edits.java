package dev.virtworkbench.editor.client;

import java.util.List;
import java.util.Optional;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.lsp4j.TextDocumentEdit;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.text.edits.MultiTextEdit;
import org.eclipse.text.edits.ReplaceEdit;
import org.eclipse.text.undo.DocumentUndoManagerRegistry;
import org.eclipse.text.undo.IDocumentUndoManager;

/** Makes the server's edits in documents, all of one answer as one step of undo. On the UI thread. */
public final class Edits {

    private Edits() {}

    /** Makes the edits of one document. @return whether they were made: not if they are for another state of it */
    public static boolean apply(OpenDocument open, WorkspaceEdit edit) {
        Optional<MultiTextEdit> all = of(open, edit);
        all.ifPresent(edits -> asOneStep(open.document(), () -> edits.apply(open.document())));
        return all.isPresent();
    }

    /** @param edits of the document as it is now, which do not overlap */
    public static void apply(IDocument document, List<TextEdit> edits) {
        MultiTextEdit all = new MultiTextEdit();
        add(all, document, edits);
        asOneStep(document, () -> all.apply(document));
    }

    /** The edits of one document, not made yet; empty if they are for another state of it. */
    public static Optional<MultiTextEdit> of(OpenDocument open, WorkspaceEdit edit) {
        MultiTextEdit all = new MultiTextEdit();
        for (var change : edit.getDocumentChanges()) {
            TextDocumentEdit edits = change.getLeft();
            Integer version = edits.getTextDocument().getVersion();
            if (!edits.getTextDocument().getUri().equals(open.uri()) || version != null && version != open.version()) {
                return Optional.empty();
            }
            add(all, open.document(), edits.getEdits().stream().map(each -> each.getLeft()).toList());
        }
        return Optional.of(all);
    }

    private static void add(MultiTextEdit all, IDocument document, List<TextEdit> edits) {
        for (TextEdit edit : edits) {
            IRegion region = Positions.region(document, edit.getRange());
            all.addChild(new ReplaceEdit(region.getOffset(), region.getLength(), edit.getNewText()));
        }
    }

    /** Some change of a document. */
    public interface Change {

        void make() throws BadLocationException;
    }

    /** Makes a change that undo takes back at once. */
    public static void asOneStep(IDocument document, Change change) {
        IDocumentUndoManager undo = DocumentUndoManagerRegistry.getDocumentUndoManager(document);
        if (undo != null) {
            undo.beginCompoundChange();
        }
        try {
            change.make();
        } catch (BadLocationException failure) {
            throw new IllegalArgumentException("edits of another state of the document", failure);
        } finally {
            if (undo != null) {
                undo.endCompoundChange();
            }
        }
    }
}
