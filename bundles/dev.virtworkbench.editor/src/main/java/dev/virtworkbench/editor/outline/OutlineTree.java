package dev.virtworkbench.editor.outline;

import java.util.List;
import org.eclipse.jface.viewers.ITreeContentProvider;

/** The outline's lines as a tree viewer asks for them; its input is a list of {@link OutlineNode}. */
final class OutlineTree implements ITreeContentProvider {

    @Override
    public Object[] getElements(Object input) {
        return ((List<?>) input).toArray();
    }

    @Override
    public Object[] getChildren(Object parent) {
        return ((OutlineNode) parent).children().toArray();
    }

    @Override
    public Object getParent(Object element) {
        return ((OutlineNode) element).parent().orElse(null);
    }

    @Override
    public boolean hasChildren(Object element) {
        return !((OutlineNode) element).children().isEmpty();
    }
}
