package dev.virtworkbench.explorer.view;

import java.util.List;
import org.eclipse.jface.action.GroupMarker;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.viewers.StructuredViewer;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.IWorkbenchPartSite;
import org.eclipse.ui.contexts.IContextService;
import org.eclipse.ui.swt.IFocusService;

/** The context menu of hosts and their objects: {@code plugin.xml} puts the same actions in it, and the same keys, wherever they are shown. */
public final class ObjectMenu {

    /** The groups that actions are put in, in their order: see it, make one, change its state, work with it, take it away. */
    private static final List<String> GROUPS = List.of("open", "new", "state", "edit", "destroy");

    /** What {@code plugin.xml} calls a control with objects: Delete means something else in a text field beside it. */
    private static final String CONTROL = "dev.virtworkbench.explorer.objects";

    /** What {@code plugin.xml} binds the keys of their actions to. */
    private static final String KEYS = "dev.virtworkbench.explorer.keys";

    private ObjectMenu() { }

    /** Gives the viewer that menu, and its part those keys. */
    public static void create(StructuredViewer viewer, IWorkbenchPartSite site) {
        MenuManager menu = new MenuManager();
        menu.setRemoveAllWhenShown(true);
        menu.addMenuListener(shown -> {
            shown.add(new GroupMarker(GROUPS.getFirst()));
            GROUPS.stream().skip(1).forEach(group -> shown.add(new Separator(group)));
            shown.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
        });
        viewer.getControl().setMenu(menu.createContextMenu(viewer.getControl()));
        site.registerContextMenu(ExplorerView.ID, menu, viewer);
        site.getService(IFocusService.class).addFocusTracker(viewer.getControl(), CONTROL);
        // when the part is open: for other keys the platform writes every entry of the menu bar anew
        viewer.getControl().getDisplay().asyncExec(() -> {
            if (!viewer.getControl().isDisposed()) {
                site.getService(IContextService.class).activateContext(KEYS);
            }
        });
    }
}
