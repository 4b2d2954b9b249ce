package dev.virtworkbench.explorer.dragging;

import org.eclipse.core.runtime.IAdapterFactory;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.texteditor.ITextEditorDropTargetListener;

/**
 * Gives the generic editor what takes volumes. Not as the listener that it asks for: what lets text be dragged takes that one's
 * place at once. So the question is only the sign that an editor is being made, and the listener joins those of the text when it is.
 */
public final class VolumeDropAdapter implements IAdapterFactory {

    @Override
    public <T> T getAdapter(Object editor, Class<T> adapter) {
        Display.getCurrent().asyncExec(() -> VolumeDrop.join((ITextEditor) editor));
        return null;
    }

    @Override
    public Class<?>[] getAdapterList() {
        return new Class<?>[] {ITextEditorDropTargetListener.class};
    }
}
