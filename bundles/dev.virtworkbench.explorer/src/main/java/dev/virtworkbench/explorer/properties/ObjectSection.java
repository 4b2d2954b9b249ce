package dev.virtworkbench.explorer.properties;

import dev.virtworkbench.explorer.model.ContentsListener;
import dev.virtworkbench.explorer.model.HostObject;
import dev.virtworkbench.explorer.workbench.Selected;
import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.views.properties.tabbed.AbstractPropertySection;
import org.eclipse.ui.views.properties.tabbed.TabbedPropertySheetPage;

/** A page about the object that is selected, shown anew when something is told of its host. For the UI thread. */
abstract class ObjectSection extends AbstractPropertySection {

    private final AtomicBoolean due = new AtomicBoolean();
    private TabbedPropertySheetPage sheet;
    private Composite page;
    private ContentsListener listener;
    private volatile HostObject object;

    @Override
    public final void createControls(Composite parent, TabbedPropertySheetPage sheet) {
        super.createControls(parent, sheet);
        this.sheet = sheet;
        page = create(parent);
        Display display = parent.getDisplay();
        listener = below -> {
            boolean mine = object != null && below.isPresent() && below.get().host() == object.host();
            if (mine && due.compareAndSet(false, true)) {
                display.asyncExec(this::showAnew);
            }
        };
        VirtWorkbench.get().contents().addListener(listener);
    }

    /** Makes what stays the same for all objects, and returns the composite that is laid out when the object changes. */
    abstract Composite create(Composite parent);

    /** Shows that object, as it was read last. */
    abstract void show(HostObject latest);

    @Override
    public final void setInput(IWorkbenchPart part, ISelection selection) {
        super.setInput(part, selection);
        List<HostObject> selected = Selected.of(selection, HostObject.class);
        object = selected.isEmpty() ? null : selected.getFirst();
    }

    @Override
    public final void refresh() {
        if (object != null && !page.isDisposed()) {
            show(VirtWorkbench.get().contents().of(object.host()).latest(object));
        }
    }

    private void showAnew() {
        due.set(false);
        refresh();
    }

    /** The composite that {@link #create} returned. */
    final Composite page() {
        return page;
    }

    /** To be called when there is more or less to show than before. */
    final void layOut() {
        page.layout(true, true);
        sheet.resizeScrolledComposite();
    }

    @Override
    public void dispose() {
        VirtWorkbench.get().contents().removeListener(listener);
        super.dispose();
    }
}
