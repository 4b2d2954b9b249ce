package dev.virtworkbench.ui.tests.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.storage.PoolSummary;
import dev.virtworkbench.engine.storage.Volume;
import dev.virtworkbench.explorer.model.HostObject;
import dev.virtworkbench.explorer.view.ExplorerView;
import dev.virtworkbench.explorer.workbench.Selected;
import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import dev.virtworkbench.ui.tests.driver.FreshWorkbench;
import dev.virtworkbench.ui.tests.driver.Pauses;
import dev.virtworkbench.ui.tests.driver.Screenshots;
import dev.virtworkbench.ui.tests.driver.Ui;
import dev.virtworkbench.ui.tests.driver.Widgets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The tree of hosts shows what they have and how it is, and follows what happens to it. */
@ExtendWith(FreshWorkbench.class)
class ExplorerTest {

    private static final String HOST = "test:///default";
    private static final Duration MOST = Duration.ofMillis(100);

    private static Tree tree() {
        ExplorerView view = FreshWorkbench.view(ExplorerView.ID, ExplorerView.class);
        return Ui.get(() -> (Tree) view.getSite().getSelectionProvider().getClass().getMethod("getControl")
                .invoke(view.getSite().getSelectionProvider()));
    }

    private static Host host(String uri) {
        return VirtWorkbench.get().engine().host(uri).orElseThrow();
    }

    @Test
    @Tag(Screenshots.TAG)
    void aHostShowsItsPoolsDomainsAndNetworks() {
        Tree tree = tree();
        TreeItem pool = Widgets.row(tree, HOST, "Storage pools", "default-pool");
        Widgets.row(tree, HOST, "Domains", "test");
        Widgets.row(tree, HOST, "Networks", "default");
        Widgets.select(tree, pool);
        assertEquals("default-pool  dir, active, 100 GiB of 100 GiB free", Ui.get(pool::getText));
        TreeItem host = Widgets.row(tree, HOST);
        assertEquals(HOST + "  connected, simulated", Ui.get(host::getText));
        Screenshots.take("explorer");
    }

    @Test
    void whereAPoolIsStandsInATipOfTheSystemsOwn() {
        Tree tree = tree();
        TreeItem row = Widgets.row(tree, HOST, "Storage pools", "default-pool");
        Ui.run(() -> {
            Rectangle place = row.getBounds();
            Event hover = new Event();
            hover.x = place.x + place.width / 2;
            hover.y = place.y + place.height / 2;
            tree.notifyListeners(SWT.MouseHover, hover);
        });
        assertEquals("/default-pool", Ui.get(tree::getToolTipText));
    }

    @Test
    void aPoolThatIsStoppedElsewhereIsShownSoAndStaysSelected() {
        Tree tree = tree();
        TreeItem row = Widgets.row(tree, HOST, "Storage pools", "default-pool");
        Widgets.select(tree, row);
        PoolSummary pool = selectedPool().summary();
        host(HOST).pools().pool(pool).stop().await();
        try {
            Ui.await("inactive pool", () -> row.getText().equals("default-pool  dir, inactive"));
            assertEquals("INACTIVE", selectedPool().summary().state().name(), "what is selected knows of it");
        } finally {
            host(HOST).pools().pool(pool).start().await();
        }
        Ui.await("active pool", () -> row.getText().endsWith("free"));
    }

    @Test
    void aFoldedPoolIsListedAgainWhenItIsUnfolded() {
        Tree tree = tree();
        TreeItem pool = Widgets.row(tree, HOST, "Storage pools", "default-pool");
        Widgets.row(tree, HOST, "Storage pools", "default-pool", "No volumes");
        Ui.run(() -> pool.setExpanded(false));
        Volume made = host(HOST).pools().lookup("default-pool").await()
                .createVolume("<volume><name>from-elsewhere</name><capacity>1</capacity></volume>").await();
        try {
            Widgets.row(tree, HOST, "Storage pools", "default-pool", "from-elsewhere");
        } finally {
            made.delete().await();
        }
        Ui.run(() -> pool.setExpanded(false));
        Widgets.row(tree, HOST, "Storage pools", "default-pool", "No volumes");
    }

    private static HostObject.OfPool selectedPool() {
        ExplorerView view = FreshWorkbench.view(ExplorerView.ID, ExplorerView.class);
        return Ui.get(() -> Selected.of(view.getSite().getSelectionProvider().getSelection(), HostObject.OfPool.class)).getFirst();
    }

    @Test
    void sortedByStateTheActiveOnesComeFirst() {
        try (SimulatedHost some = SimulatedHost.with(3, 1)) {
            Tree tree = tree();
            Widgets.row(tree, some.host().uri(), "Storage pools", SimulatedHost.FULL_POOL);
            TreeItem pools = Widgets.row(tree, some.host().uri(), "Storage pools");
            List<String> byName = Ui.get(() -> names(pools));
            assertEquals(byName.stream().sorted().toList(), byName);
            some.host().pools().lookup(byName.getFirst()).await().stop().await();
            sort("Active ones first");
            List<String> byState = new ArrayList<>(byName);
            Collections.rotate(byState, -1);
            Ui.await("the inactive one last", () -> names(pools).equals(byState));
            sort("By name");
            Ui.await("all by name", () -> names(pools).equals(byName));
        }
    }

    private static void sort(String by) {
        ExplorerView view = FreshWorkbench.view(ExplorerView.ID, ExplorerView.class);
        Ui.run(() -> {
            IAction wanted = Arrays.stream(view.getViewSite().getActionBars().getMenuManager().getItems())
                    .filter(IMenuManager.class::isInstance).flatMap(menu -> Arrays.stream(((IMenuManager) menu).getItems()))
                    .map(item -> ((ActionContributionItem) item).getAction()).filter(action -> action.getText().equals(by))
                    .findFirst().orElseThrow();
            wanted.setChecked(true);
            wanted.run();
        });
    }

    @Test
    void theFilterLeavesWhatHasTheWordsInItsName() {
        try (SimulatedHost many = SimulatedHost.with(20, 30)) {
            Tree tree = tree();
            Widgets.row(tree, many.host().uri(), "Storage pools", SimulatedHost.FULL_POOL, "disk-00007.qcow2");
            Text filter = Widgets.find(Ui.get(tree::getParent), Text.class, "filter", field -> true);
            Ui.run(() -> filter.setText("07"));
            assertEquals(List.of(SimulatedHost.FULL_POOL, "pool-007"), names(tree, many.host().uri(), "Storage pools"));
            assertEquals(List.of("disk-00007.qcow2"), names(tree, many.host().uri(), "Storage pools", SimulatedHost.FULL_POOL));
            Ui.run(() -> filter.setText(""));
            assertEquals(21, names(tree, many.host().uri(), "Storage pools").size());
        }
    }

    @Test
    @Tag(Screenshots.TAG)
    void withoutHostsThereIsAWayToOne() {
        Tree tree = tree();
        Widgets.row(tree, HOST);
        Ui.run(() -> VirtWorkbench.get().contents().remove(host(HOST)));
        try {
            Link link = Widgets.find(Ui.get(tree::getParent), Link.class, "the way to a host", each -> true);
            Screenshots.take("explorer-empty");
            Ui.start(() -> link.notifyListeners(SWT.Selection, new Event()));
            Widgets.press(Widgets.button(Widgets.shell("New Host"), "Cancel"));
        } finally {
            Ui.run(() -> VirtWorkbench.get().contents().add(HOST));
        }
        Widgets.row(tree, HOST, "Storage pools", "default-pool");
        Ui.await("no more need of it", () -> Arrays.stream(tree.getParent().getChildren())
                .noneMatch(each -> each instanceof Link && each.isVisible()));
    }

    @Test
    @Tag(Screenshots.TAG)
    void aHostThatCannotBeReachedSaysWhyAndWhatToDo() {
        Tree tree = tree();
        Host nowhere = VirtWorkbench.get().contents().add("qemu+unix:///system?socket=/nowhere/libvirt-sock");
        try {
            TreeItem host = Widgets.row(tree, nowhere.uri());
            Widgets.row(tree, nowhere.uri(), "Failed to connect socket");
            TreeItem hint = Ui.find("hint", () -> host.getItemCount() < 2 ? Optional.empty() : Optional.of(host.getItem(1)));
            assertTrue(Ui.get(hint::getText).contains("systemctl start libvirtd"), () -> Ui.get(hint::getText));
            Screenshots.take("explorer-unreachable");
        } finally {
            Ui.run(() -> VirtWorkbench.get().contents().remove(nowhere));
        }
    }

    private static List<String> names(Tree tree, String... path) {
        TreeItem row = Widgets.row(tree, path);
        return Ui.get(() -> names(row));
    }

    private static List<String> names(TreeItem row) {
        return Arrays.stream(row.getItems()).map(item -> item.getText().split("  ")[0]).toList();
    }

    @Test
    @Tag(Screenshots.TAG)
    void twoHundredPoolsAndTenThousandVolumesOpenWithoutAPause() {
        Tree tree = tree();
        Pauses pauses = new Pauses();
        try (SimulatedHost many = SimulatedHost.with(200, 10_000); pauses) {
            Widgets.row(tree, many.host().uri(), "Storage pools", "pool-199");
            Widgets.row(tree, many.host().uri(), "Storage pools", SimulatedHost.FULL_POOL, "disk-00299.qcow2");
            Ui.settle();
            System.out.println("200 pools and 10,000 volumes in the tree: longest pause of the UI thread "
                    + pauses.longest().toMillis() + " ms (bar " + MOST.toMillis() + ")" + (pauses.longest().compareTo(MOST) > 0 ? "; meanwhile\n" + pauses.doing() : ""));
            Screenshots.take("explorer-many");
        }
    }
}
