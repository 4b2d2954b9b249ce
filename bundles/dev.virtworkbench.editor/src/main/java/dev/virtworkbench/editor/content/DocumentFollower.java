package dev.virtworkbench.editor.content;

import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextInputListener;
import org.eclipse.jface.text.reconciler.IReconciler;
import org.eclipse.jface.text.reconciler.IReconcilingStrategy;

/**
 * Does something with the document that a viewer shows, and goes over to the next one with it. The generic editor makes its parts of this
 * kind as reconcilers, one a viewer; there is nothing else of a reconciler in them. On the UI thread.
 */
public interface DocumentFollower extends IReconciler, ITextInputListener {

    /** Turns to that document and away from the one before. @param document null for none */
    void follow(IDocument document);

    /** Null: it reconciles nothing. */
    @Override
    default IReconcilingStrategy getReconcilingStrategy(String contentType) {
        return null;
    }

    @Override
    default void inputDocumentAboutToBeChanged(IDocument oldInput, IDocument newInput) {
        follow(null);
    }

    @Override
    default void inputDocumentChanged(IDocument oldInput, IDocument newInput) {
        follow(newInput);
    }
}
