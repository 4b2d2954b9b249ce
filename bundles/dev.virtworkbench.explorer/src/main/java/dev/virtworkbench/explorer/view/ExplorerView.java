package dev.virtworkbench.explorer.view;

import dev.virtworkbench.explorer.actions.EnablementNews;
import dev.virtworkbench.explorer.dragging.ObjectDragging;
import dev.virtworkbench.explorer.labels.Words;
import dev.virtworkbench.explorer.model.Contents;
import dev.virtworkbench.explorer.model.HostObject.OfPool;
import dev.virtworkbench.explorer.model.HostObject;
import dev.virtworkbench.explorer.model.Node;
import dev.virtworkbench.explorer.model.Tree;
import dev.virtworkbench.explorer.volumes.OpenVolumes;
import dev.virtworkbench.explorer.workbench.HelpContext;
import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import dev.virtworkbench.language.findings.Message;
import java.util.Arrays;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.DoubleClickEvent;
import org.eclipse.jface.viewers.ITreeViewerListener;
import org.eclipse.jface.viewers.TreeExpansionEvent;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.ViewPart;
import org.eclipse.ui.views.properties.IPropertySheetPage;
import org.eclipse.ui.views.properties.tabbed.ITabbedPropertySheetPageContributor;
import org.eclipse.ui.views.properties.tabbed.TabbedPropertySheetPage;

/** The tree of hosts, their storage pools with volumes, domains with disks, and networks. */
public final class ExplorerView extends ViewPart implements ITabbedPropertySheetPageContributor {

    /** Its id in {@code plugin.xml}. */
    public static final String ID = "dev.virtworkbench.explorer";

    /** Opens what is selected as XML. */
    private static final String OPEN = "dev.virtworkbench.explorer.open";

    private static final String SORTED_BY = "sortedBy";

    /** Hosts with their groups are open when the view is. */
    private static final int OPEN_LEVELS = 3;

    private final Contents contents = VirtWorkbench.get().contents();
    private final Tree nodes = new Tree(contents);
    private Tree.Order sortedBy = Tree.Order.NAME;
    private TreeViewer tree;
    private VolumeRelisting relisting;

    @Override
    public void createPartControl(Composite parent) {
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(parent);
        Text filter = new Text(parent, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        filter.setMessage(text("filter"));
        filter.setToolTipText(text("filter.tip"));
        filter.addModifyListener(event -> filter(filter.getText()));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(filter);
        new NoHosts(parent, contents);
        tree = new TreeViewer(parent, SWT.MULTI | SWT.H_SCROLL | SWT.V_SCROLL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(tree.getControl());
        tree.setUseHashlookup(true);
        Revealing revealing = new Revealing(tree, nodes, contents);
        tree.setContentProvider(new NodeContent(tree, nodes, revealing::look));
        tree.setLabelProvider(new NodeLabels());
        ColumnViewerToolTipSupport.enableFor(tree);
        tree.setAutoExpandLevel(OPEN_LEVELS);
        tree.setInput(contents);
        tree.addDoubleClickListener(this::open);
        ObjectDragging.out(tree);
        ObjectDragging.in(tree);
        getSite().setSelectionProvider(tree);
        ObjectMenu.create(tree, getSite());
        createSorting();
        HelpContext.EXPLORER.of(parent);
        TreeRefresh refresh = new TreeRefresh(tree, OPEN_LEVELS, revealing);
        contents.addListener(refresh);
        relisting = new VolumeRelisting(tree.getControl(), () -> Arrays.stream(tree.getVisibleExpandedElements())
                .filter(OfPool.class::isInstance).map(OfPool.class::cast).toList());
        relistUnfolded();
        EnablementNews enablement = new EnablementNews();
        contents.addListener(enablement);
        parent.addDisposeListener(event -> {
            contents.removeListener(refresh);
            contents.removeListener(enablement);
        });
    }

    /** What was folded was not listed again meanwhile. */
    private void relistUnfolded() {
        tree.addTreeListener(new ITreeViewerListener() {
            @Override
            public void treeExpanded(TreeExpansionEvent event) {
                if (event.getElement() instanceof OfPool pool) {
                    VolumeRelisting.list(pool);
                }
            }

            @Override
            public void treeCollapsed(TreeExpansionEvent event) { }
        });
    }

    /** In the view's own menu: what is chosen is kept with the workspace's layout. */
    private void createSorting() {
        MenuManager sorting = new MenuManager(text("sort"));
        for (Tree.Order order : Tree.Order.values()) {
            Action action = new Action(text("sort." + order), IAction.AS_RADIO_BUTTON) {
                @Override
                public void run() {
                    if (isChecked()) {
                        sort(order);
                    }
                }
            };
            action.setChecked(order == sortedBy);
            sorting.add(action);
        }
        getViewSite().getActionBars().getMenuManager().add(sorting);
    }

    private void sort(Tree.Order order) {
        sortedBy = order;
        nodes.sort(order);
        tree.refresh();
    }

    @Override
    public void init(IViewSite site, IMemento memento) throws PartInitException {
        super.init(site, memento);
        if (memento != null && Tree.Order.STATE.name().equals(memento.getString(SORTED_BY))) {
            sortedBy = Tree.Order.STATE;
            nodes.sort(sortedBy);
        }
    }

    @Override
    public void saveState(IMemento memento) {
        memento.putString(SORTED_BY, sortedBy.name());
    }

    private void filter(String words) {
        nodes.filter(words);
        tree.refresh();
        tree.expandToLevel(OPEN_LEVELS);
        for (Object shown : tree.getVisibleExpandedElements()) {
            nodes.children((Node) shown).stream().filter(HostObject.class::isInstance).map(HostObject.class::cast)
                    .filter(nodes::hasWantedChild).forEach(object -> tree.setExpandedState(object, true));
        }
    }

    /** Opens what has a document; anything else is expanded or collapsed. */
    private void open(DoubleClickEvent event) {
        Object node = tree.getStructuredSelection().getFirstElement();
        if (node instanceof Node.Note(HostObject.OfPool pool, Message text)) {
            OpenVolumes.open(getSite().getPage(), pool);
        } else if (node instanceof HostObject.OfPool || node instanceof HostObject.OfVolume || node instanceof HostObject.OfDomain
                || node instanceof HostObject.OfNetwork) {
            try {
                getSite().getService(IHandlerService.class).executeCommand(OPEN, null);
            } catch (CommandException e) {
                Platform.getLog(ExplorerView.class).error("a document could not be opened", e);
            }
        } else {
            tree.setExpandedState(node, !tree.getExpandedState(node));
        }
    }

    @Override
    public String getContributorId() {
        return ID;
    }

    @Override
    public <T> T getAdapter(Class<T> wanted) {
        return wanted == IPropertySheetPage.class ? wanted.cast(new TabbedPropertySheetPage(this)) : super.getAdapter(wanted);
    }

    @Override
    public void setFocus() {
        tree.getControl().setFocus();
        relisting.focused();
    }

    private static String text(String key) {
        return Words.of(Message.of(ExplorerView.class, key));
    }
}
