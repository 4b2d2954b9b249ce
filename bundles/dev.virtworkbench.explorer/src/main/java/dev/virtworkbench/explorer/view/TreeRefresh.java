package dev.virtworkbench.explorer.view;

import dev.virtworkbench.explorer.model.ContentsListener;
import dev.virtworkbench.explorer.model.HostObject;
import dev.virtworkbench.explorer.model.Node;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Widget;
import org.eclipse.ui.PlatformUI;

/** Shows news in the tree, and only where there is some. Many changes at once are shown together. */
final class TreeRefresh implements ContentsListener {

    /** A person does not see a tenth of a second. */
    private static final int PAUSE_MS = 80;

    private final TreeViewer tree;
    private final int openLevels;
    private final Display display;

    // guarded by this
    private Set<Node> changed = new HashSet<>();
    private boolean hostsChanged;
    private boolean due;

    /** @param openLevels how many levels of a host are opened when it has just been connected */
    TreeRefresh(TreeViewer tree, int openLevels) {
        this.tree = tree;
        this.openLevels = openLevels;
        display = tree.getControl().getDisplay();
    }

    @Override
    public void contentsChanged(Optional<Node> below) {
        synchronized (this) {
            below.ifPresentOrElse(changed::add, () -> hostsChanged = true);
            if (due) {
                return;
            }
            due = true;
        }
        if (!display.isDisposed()) {
            display.asyncExec(() -> display.timerExec(PAUSE_MS, this::show));
        }
    }

    private void show() {
        Set<Node> news;
        boolean all;
        synchronized (this) {
            news = changed;
            all = hostsChanged;
            changed = new HashSet<>();
            hostsChanged = false;
            due = false;
        }
        if (tree.getControl().isDisposed()) {
            return;
        }
        if (all) {
            tree.refresh();
            tree.expandToLevel(openLevels - 1);
        } else {
            news.forEach(this::show);
        }
        // what is enabled hangs on the state, and the selected objects are the same as before
        PlatformUI.getWorkbench().getService(IEventBroker.class)
                .post(UIEvents.REQUEST_ENABLEMENT_UPDATE_TOPIC, UIEvents.ALL_ELEMENT_ID);
    }

    private void show(Node node) {
        Widget item = tree.testFindItem(node);
        if (item == null) {
            return;
        }
        // the item's own element is newer than the one that was told of: its label must not fall back
        Object shown = item.getData();
        boolean mayBeNew = shown instanceof HostObject.OfHost && !hasGroups(shown);
        tree.refresh(shown);
        if (mayBeNew && hasGroups(shown)) {
            tree.expandToLevel(shown, openLevels - 1);
        }
    }

    private boolean hasGroups(Object host) {
        return tree.testFindItem(new Node.Group(((HostObject) host).host(), Node.Kind.POOLS)) != null;
    }
}
