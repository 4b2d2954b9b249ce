package dev.virtworkbench.explorer.view;

import dev.virtworkbench.explorer.model.Contents;
import dev.virtworkbench.explorer.model.HostObject;
import dev.virtworkbench.explorer.model.Newcomer;
import dev.virtworkbench.explorer.model.Tree;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.events.TreeListener;

/** Selects what somebody has made as soon as the tree has it, unless they turn to something else before. For the UI thread. */
final class Revealing {

    private final TreeViewer viewer;
    private final Tree nodes;
    private final Contents contents;
    /** Null while there is nothing to wait for. */
    private Newcomer awaited;
    /** What stands beyond the rows of the tree, or is filtered out, must not unfold what a person folds. */
    private boolean unfolded;

    Revealing(TreeViewer viewer, Tree nodes, Contents contents) {
        this.viewer = viewer;
        this.nodes = nodes;
        this.contents = contents;
        // of the widget: that one tells what people do, not what programs do
        viewer.getTree().addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> awaited = null));
        viewer.getTree().addTreeListener(TreeListener.treeExpandedAdapter(event -> awaited = null));
        viewer.getTree().addTreeListener(TreeListener.treeCollapsedAdapter(event -> awaited = null));
    }

    void reveal(Newcomer newcomer) {
        awaited = newcomer;
        unfolded = false;
        look();
    }

    /** The tree has more than before. */
    void look() {
        if (awaited != null) {
            awaited.in(contents.of(awaited.host())).ifPresent(this::select);
        }
    }

    private void select(HostObject object) {
        // not further, as selecting would: rows that are still to come are handed out one after another
        if (!unfolded && viewer.testFindItem(object) == null) {
            unfolded = true;
            viewer.expandToLevel(nodes.parent(object), 1);
        }
        if (viewer.testFindItem(object) != null) {
            awaited = null;
            viewer.setSelection(new StructuredSelection(object), true);
        }
    }
}
