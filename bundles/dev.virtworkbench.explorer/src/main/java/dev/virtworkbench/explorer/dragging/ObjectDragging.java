package dev.virtworkbench.explorer.dragging;

import org.eclipse.jface.util.LocalSelectionTransfer;
import org.eclipse.jface.viewers.StructuredViewer;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DragSourceAdapter;
import org.eclipse.swt.dnd.DragSourceEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.ui.part.ResourceTransfer;

/** What can be dragged out of and into a view of hosts. */
public final class ObjectDragging {

    private ObjectDragging() { }

    /** Lets objects be dragged out. */
    public static void out(StructuredViewer viewer) {
        LocalSelectionTransfer objects = LocalSelectionTransfer.getTransfer();
        viewer.addDragSupport(DND.DROP_COPY, new Transfer[] {objects}, new DragSourceAdapter() {
            @Override
            public void dragStart(DragSourceEvent event) {
                event.doit = !viewer.getSelection().isEmpty();
                objects.setSelection(viewer.getSelection());
            }

            @Override
            public void dragFinished(DragSourceEvent event) {
                objects.setSelection(null);
            }
        });
    }

    /** Lets files be dropped onto hosts and what is below them. */
    public static void in(StructuredViewer viewer) {
        viewer.addDropSupport(DND.DROP_COPY | DND.DROP_MOVE | DND.DROP_DEFAULT, new Transfer[] {
            LocalSelectionTransfer.getTransfer(), ResourceTransfer.getInstance(), FileTransfer.getInstance()}, new FileDrop(viewer));
    }
}
