package dev.virtworkbench.explorer.chains;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;

/** What is selected among drawn images, for menus and views of the workbench. */
final class ShownSelection implements ISelectionProvider {

    private final List<ISelectionChangedListener> listeners = new CopyOnWriteArrayList<>();
    private IStructuredSelection now = StructuredSelection.EMPTY;

    void select(IStructuredSelection next) {
        if (!next.equals(now)) {
            now = next;
            listeners.forEach(each -> each.selectionChanged(new SelectionChangedEvent(this, now)));
        }
    }

    @Override
    public void addSelectionChangedListener(ISelectionChangedListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeSelectionChangedListener(ISelectionChangedListener listener) {
        listeners.remove(listener);
    }

    @Override
    public ISelection getSelection() {
        return now;
    }

    /** Who shows images says what is selected: nobody else can. */
    @Override
    public void setSelection(ISelection selection) {
        // the images are selected where they are drawn
    }
}
