package dev.virtworkbench.editor.outline;

import dev.virtworkbench.editor.content.OpenText;
import org.eclipse.core.runtime.IAdapterFactory;
import org.eclipse.jface.text.IDocument;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;

/** Gives the view "Outline" a page for each generic editor whose text is libvirt's or may become so. */
public final class OutlineAdapter implements IAdapterFactory {

    @Override
    public <T> T getAdapter(Object adaptable, Class<T> type) {
        ITextEditor editor = (ITextEditor) adaptable;
        IDocument document = editor.getDocumentProvider() == null ? null
                : editor.getDocumentProvider().getDocument(editor.getEditorInput());
        return document != null && type == IContentOutlinePage.class && OpenText.mayBecomeLibvirt(document)
                ? type.cast(new OutlinePage(editor)) : null;
    }

    @Override
    public Class<?>[] getAdapterList() {
        return new Class<?>[] {IContentOutlinePage.class};
    }
}
