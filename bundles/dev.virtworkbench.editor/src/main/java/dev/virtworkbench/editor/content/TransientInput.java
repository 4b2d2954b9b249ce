package dev.virtworkbench.editor.content;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IPersistableElement;

/** What an editor shows and no file has. It does not outlive the workbench: at the next start what it shows may not be there. */
public interface TransientInput extends IEditorInput {

    @Override
    default boolean exists() {
        return true;
    }

    /** Null: it has the editor's picture. */
    @Override
    default ImageDescriptor getImageDescriptor() {
        return null;
    }

    /** Null: nothing of it is kept. */
    @Override
    default IPersistableElement getPersistable() {
        return null;
    }

    /** Null: it stands for nothing else. */
    @Override
    default <T> T getAdapter(Class<T> wanted) {
        return null;
    }
}
