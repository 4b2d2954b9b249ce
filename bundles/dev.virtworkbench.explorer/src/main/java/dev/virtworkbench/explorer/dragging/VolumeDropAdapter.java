package dev.virtworkbench.explorer.dragging;

import org.eclipse.core.runtime.IAdapterFactory;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.texteditor.ITextEditorDropTargetListener;

/** Gives the generic editor what takes volumes. */
public final class VolumeDropAdapter implements IAdapterFactory {

    @Override
    public <T> T getAdapter(Object editor, Class<T> adapter) {
        return adapter == ITextEditorDropTargetListener.class ? adapter.cast(new VolumeDrop((ITextEditor) editor)) : null;
    }

    @Override
    public Class<?>[] getAdapterList() {
        return new Class<?>[] {ITextEditorDropTargetListener.class};
    }
}
