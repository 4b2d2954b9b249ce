package dev.virtworkbench.editor.outline;

import org.eclipse.jface.viewers.ITreeContentProvider;

/** The outline's lines as a tree viewer asks for them; its input is their root. */
final class OutlineTree implements ITreeContentProvider {

    @Override
    public Object[] getElements(Object input) {
        return getChildren(input);
    }

    @Override
    public Object[] getChildren(Object parent) {
        return ((OutlineNode) parent).children().toArray();
    }

    @Override
    public Object getParent(Object element) {
        return ((OutlineNode) element).parent();
    }

    @Override
    public boolean hasChildren(Object element) {
        return !((OutlineNode) element).children().isEmpty();
    }
}
