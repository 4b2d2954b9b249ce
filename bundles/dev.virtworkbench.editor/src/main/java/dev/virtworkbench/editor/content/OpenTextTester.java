package dev.virtworkbench.editor.content;

import org.eclipse.core.expressions.PropertyTester;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.ui.texteditor.ITextEditor;

/**
 * Asks {@link OpenText} for {@code plugin.xml}: {@code isLibvirt} and {@code mayBecomeLibvirt} of an {@link ITextEditor} or
 * {@link ITextViewer}, so that the editor's parts are left out where an XML file belongs to somebody else.
 */
public final class OpenTextTester extends PropertyTester {

    @Override
    public boolean test(Object receiver, String property, Object[] arguments, Object expected) {
        // An editor has its document before its viewer has; a viewer without an editor compares, and gets its document later.
        IDocument document = receiver instanceof ITextEditor editor
                ? editor.getDocumentProvider().getDocument(editor.getEditorInput()) : ((ITextViewer) receiver).getDocument();
        return switch (property) {
            case "isLibvirt" -> document != null && OpenText.isLibvirt(document);
            case "mayBecomeLibvirt" -> document == null || OpenText.mayBecomeLibvirt(document);
            default -> throw new IllegalArgumentException(property);
        };
    }
}
