package dev.virtworkbench.explorer.actions;

import dev.virtworkbench.explorer.model.ContentsListener;
import dev.virtworkbench.explorer.model.Node;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.ui.PlatformUI;

/**
 * Has the workbench ask again which actions fit when an object has changed its state: by itself it asks only when something else
 * is selected.
 */
public final class EnablementNews implements ContentsListener {

    private final AtomicBoolean asked = new AtomicBoolean();

    @Override
    public void contentsChanged(Optional<Node> below) {
        if (asked.compareAndSet(false, true)) {
            PlatformUI.getWorkbench().getDisplay().asyncExec(() -> {
                asked.set(false);
                PlatformUI.getWorkbench().getService(IEventBroker.class)
                        .post(UIEvents.REQUEST_ENABLEMENT_UPDATE_TOPIC, UIEvents.ALL_ELEMENT_ID);
            });
        }
    }
}
