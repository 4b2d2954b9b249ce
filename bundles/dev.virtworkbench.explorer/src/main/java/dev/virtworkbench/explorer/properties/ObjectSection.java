package dev.virtworkbench.explorer.properties;

import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.hosts.HostListener;
import dev.virtworkbench.engine.libvirt.ObjectEvent;
import dev.virtworkbench.explorer.model.ContentsListener;
import dev.virtworkbench.explorer.model.HostObject;
import dev.virtworkbench.explorer.workbench.Selected;
import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.views.properties.tabbed.AbstractPropertySection;
import org.eclipse.ui.views.properties.tabbed.TabbedPropertySheetPage;

/**
 * A page about the object that is selected, shown anew when the object has changed: when what was read of it has, or libvirt told of
 * it. A page that is not to be seen asks nothing. For the UI thread.
 */
abstract class ObjectSection extends AbstractPropertySection {

    private TabbedPropertySheetPage sheet;
    private Composite page;
    private Display display;
    private ContentsListener listener;
    private final HostListener events = new HostListener() {
        @Override
        public void objectChanged(Host host, ObjectEvent event) {
            HostObject about = object;
            if (about != null && about.host() == host && uuid(about).equals(Optional.of(event.uuid()))) {
                soon(ObjectSection.this::refresh);
            }
        }
    };
    private volatile HostObject object;
    private volatile boolean seen;
    private Object summary;

    @Override
    public final void createControls(Composite parent, TabbedPropertySheetPage sheet) {
        super.createControls(parent, sheet);
        this.sheet = sheet;
        page = create(parent);
        display = parent.getDisplay();
        listener = below -> {
            HostObject about = object;
            if (about != null && below.isPresent() && below.get().host() == about.host()) {
                soon(this::refreshIfChanged);
            }
        };
        VirtWorkbench.get().contents().addListener(listener);
    }

    /** Runs it on the UI thread if the page is to be seen. From any thread. */
    final void soon(Runnable look) {
        if (seen) {
            display.asyncExec(look);
        }
    }

    /** Makes what stays the same for all objects, and returns the composite that is laid out when the object changes. */
    abstract Composite create(Composite parent);

    /** Shows that object, as it was read last. */
    abstract void show(HostObject latest);

    @Override
    public final void setInput(IWorkbenchPart part, ISelection selection) {
        super.setInput(part, selection);
        List<HostObject> selected = Selected.of(selection, HostObject.class);
        follow(selected.isEmpty() ? null : selected.getFirst());
    }

    private void follow(HostObject next) {
        if (object != null) {
            object.host().removeListener(events);
        }
        object = next;
        if (next != null && seen) {
            next.host().addListener(events);
        }
    }

    @Override
    public final void aboutToBeShown() {
        seen = true;
        follow(object);
    }

    @Override
    public final void aboutToBeHidden() {
        seen = false;
        follow(object);
    }

    /** As libvirt's events name it: what belongs to another object is told of with that one. */
    private static Optional<UUID> uuid(HostObject object) {
        return switch (object) {
            case HostObject.OfPool pool -> Optional.of(pool.summary().uuid());
            case HostObject.OfVolume volume -> Optional.of(volume.in().uuid());
            case HostObject.OfDomain domain -> Optional.of(domain.summary().uuid());
            case HostObject.OfDisk disk -> Optional.of(disk.in().uuid());
            case HostObject.OfNetwork network -> Optional.of(network.summary().uuid());
            case HostObject.OfSecret secret -> Optional.of(secret.summary().uuid());
            case HostObject.OfHost host -> Optional.empty();
        };
    }

    private HostObject latest() {
        return VirtWorkbench.get().contents().of(object.host()).latest(object);
    }

    @Override
    public final void refresh() {
        if (object != null && !page.isDisposed()) {
            HostObject latest = latest();
            summary = latest.summary();
            show(latest);
        }
    }

    private void refreshIfChanged() {
        if (object != null && !page.isDisposed() && !latest().summary().equals(summary)) {
            refresh();
        }
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
        follow(null);
        super.dispose();
    }
}
