package dev.virtworkbench.explorer.view;

import dev.virtworkbench.explorer.model.Node;
import dev.virtworkbench.explorer.model.Tree;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.TreeViewer;

/** Hands the nodes to the viewer; many children a portion at a time, so that the window answers in between. */
final class NodeContent implements ITreeContentProvider {

    /** Rows that are made, measured and styled in one go. */
    private static final int PORTION = 10;

    private final TreeViewer viewer;
    private final Tree tree;
    private final Runnable more;
    /** Those whose children are all handed out, or on their way. */
    private final Set<Node> handedOut = new HashSet<>();

    /** @param more is run when rows have been handed out that were not there before */
    NodeContent(TreeViewer viewer, Tree tree, Runnable more) {
        this.more = more;
        this.viewer = viewer;
        this.tree = tree;
    }

    @Override
    public Object[] getElements(Object input) {
        return tree.roots().toArray();
    }

    @Override
    public Object[] getChildren(Object parent) {
        Node node = (Node) parent;
        List<Node> children = tree.children(node);
        if (children.size() <= PORTION || !handedOut.add(node)) {
            return children.toArray();
        }
        handOut(node, PORTION);
        return children.subList(0, PORTION).toArray();
    }

    private void handOut(Node node, int done) {
        // behind whatever else waits for the UI thread
        viewer.getControl().getDisplay().asyncExec(() -> {
            if (viewer.getControl().isDisposed()) {
                return;
            }
            List<Node> children = tree.children(node);
            if (viewer.testFindItem(node) == null || children.size() <= done) {
                return;
            }
            int next = Math.min(done + PORTION, children.size());
            // does nothing about those that a refresh has brought meanwhile
            viewer.add(node, children.subList(done, next).toArray());
            more.run();
            if (next < children.size()) {
                handOut(node, next);
            }
        });
    }

    @Override
    public Object getParent(Object node) {
        return tree.parent((Node) node);
    }

    @Override
    public boolean hasChildren(Object node) {
        return tree.mayHaveChildren((Node) node);
    }
}
