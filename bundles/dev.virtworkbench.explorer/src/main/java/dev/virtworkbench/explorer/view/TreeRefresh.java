package dev.virtworkbench.explorer.view;

import dev.virtworkbench.explorer.model.ContentsListener;
import dev.virtworkbench.explorer.model.HostObject;
import dev.virtworkbench.explorer.model.Newcomer;
import dev.virtworkbench.explorer.model.Node;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Widget;

/** Shows news in the tree, and only where there is some. Many changes at once are shown together. */
final class TreeRefresh implements ContentsListener {

    /** A person does not see a tenth of a second. */
    private static final int PAUSE_MS = 80;

    private final TreeViewer tree;
    private final int openLevels;
    private final Display display;
    private final Revealing revealing;

    // guarded by this
    private Set<Node> changed = new HashSet<>();
    private boolean hostsChanged;
    private boolean due;

    /** @param openLevels how many levels of a host are opened when it has just been connected */
    TreeRefresh(TreeViewer tree, int openLevels, Revealing revealing) {
        this.revealing = revealing;
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
            long first = System.nanoTime();
            display.asyncExec(() -> showSoon(first));
        }
    }

    /** @param first when the first of the news came: while the UI thread was busy the pause passed already */
    private void showSoon(long first) {
        long pause = PAUSE_MS - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - first);
        if (pause > 0) {
            display.timerExec((int) pause, this::show);
        } else {
            show();
        }
    }

    @Override
    public void made(Newcomer newcomer) {
        revealing.reveal(newcomer);
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
            showHosts();
        } else {
            news.forEach(this::show);
        }
        revealing.look();
    }

    /** Opens new ones, and leaves the others as somebody has put them. */
    private void showHosts() {
        Set<Object> before = hosts();
        tree.refresh();
        hosts().stream().filter(host -> !before.contains(host)).forEach(host -> tree.expandToLevel(host, openLevels - 1));
    }

    private Set<Object> hosts() {
        return Arrays.stream(tree.getTree().getItems()).map(Widget::getData).collect(Collectors.toSet());
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
        return Arrays.stream(Node.Kind.values()).anyMatch(kind -> tree.testFindItem(new Node.Group(((HostObject) host).host(), kind)) != null);
    }
}
