package dev.virtworkbench.explorer;

import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.part.ViewPart;

/** The tree of hosts, their storage pools with volumes, domains and networks. */
public final class ExplorerView extends ViewPart {

    /** Its id in {@code plugin.xml}. */
    public static final String ID = "dev.virtworkbench.explorer";

    private TreeViewer tree;

    @Override
    public void createPartControl(Composite parent) {
        tree = new TreeViewer(parent, SWT.MULTI);
        getSite().setSelectionProvider(tree);
    }

    @Override
    public void setFocus() {
        tree.getControl().setFocus();
    }
}
