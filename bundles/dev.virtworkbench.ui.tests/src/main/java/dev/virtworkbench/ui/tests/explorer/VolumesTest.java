package dev.virtworkbench.ui.tests.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.engine.jobs.JobListener;
import dev.virtworkbench.engine.jobs.JobState;
import dev.virtworkbench.explorer.model.HostObject.OfVolume;
import dev.virtworkbench.explorer.view.ExplorerView;
import dev.virtworkbench.explorer.workbench.Selected;
import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import dev.virtworkbench.ui.tests.driver.FreshWorkbench;
import dev.virtworkbench.ui.tests.driver.Keyboard;
import dev.virtworkbench.ui.tests.driver.Pauses;
import dev.virtworkbench.ui.tests.driver.Screenshots;
import dev.virtworkbench.ui.tests.driver.Ui;
import dev.virtworkbench.ui.tests.driver.Widgets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.contexts.IContextService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A pool's volumes open as a table that has room for all of them. */
@ExtendWith(FreshWorkbench.class)
class VolumesTest {

    @Test
    @Tag(Screenshots.TAG)
    void tenThousandVolumesAreAllThereSortedAndFiltered() {
        ExplorerView view = FreshWorkbench.view(ExplorerView.ID, ExplorerView.class);
        Tree tree = Ui.get(() -> (Tree) ((TreeViewer) view.getSite().getSelectionProvider()).getControl());
        Composite window = Ui.get(() -> FreshWorkbench.window().getShell());
        // the first editor of all has the platform load its classes, whatever is in it
        Widgets.select(tree, "test:///default", "Storage pools", "default-pool");
        Widgets.contextMenu(tree, "Open Volumes as Table");
        Widgets.find(window, Table.class, "an empty table of volumes", each -> each.getItemCount() == 0 && each.getColumnCount() == 6);
        Pauses pauses = new Pauses();
        try (SimulatedHost many = SimulatedHost.with(0, 10_000); pauses) {
            FreshWorkbench.view(ExplorerView.ID, ExplorerView.class);
            Widgets.select(tree, many.host().uri(), "Storage pools", SimulatedHost.FULL_POOL);
            Widgets.contextMenu(tree, "Open Volumes as Table");
            Table table = Widgets.find(window, Table.class, "table of volumes", each -> each.getItemCount() == 10_000);
            Ui.await("first row", () -> table.getItem(0).getText().equals("disk-00000.qcow2"));
            TableColumn name = Ui.get(() -> table.getColumn(0));
            Ui.run(() -> name.notifyListeners(SWT.Selection, new Event()));
            Ui.await("last row first", () -> table.getItem(0).getText().equals("disk-09999.qcow2"));
            Text filter = Widgets.find(Ui.get(table::getParent), Text.class, "filter", field -> true);
            Ui.run(() -> filter.setText("0042"));
            Ui.await("filtered rows", () -> table.getItemCount() == 11);
            System.out.println("10,000 volumes in the table: longest pause of the UI thread " + pauses.longest().toMillis()
                    + " ms (bar 100)\n" + (pauses.longest().toMillis() > 100 ? pauses.doing() : ""));
            Ui.run(() -> filter.setText("00"));
            Screenshots.take("volumes");
            Ui.run(() -> filter.setText(""));
            Ui.await("all rows", () -> table.getItemCount() == 10_000);
            Ui.settle();
            try (Pauses selecting = new Pauses()) {
                Ui.run(() -> {
                    table.setFocus();
                    table.selectAll();
                    table.notifyListeners(SWT.Selection, new Event());
                });
                Ui.settle();
                assertEquals(10_000, Ui.get(() -> FreshWorkbench.window().getSelectionService().getSelection() instanceof IStructuredSelection all
                        ? all.size() : 0));
                assertTrue(selecting.longest().compareTo(Duration.ofSeconds(2)) < 0, selecting::doing);
                System.out.println("10,000 volumes selected: longest pause of the UI thread " + selecting.longest().toMillis() + " ms");
            }
        }
    }

    @Test
    void whatIsSeenHasItsDetailsWhileTheRestIsStillRead() {
        CountDownLatch release = new CountDownLatch(1);
        List<Job<?>> lists = new CopyOnWriteArrayList<>();
        // the names are asked for first, then all details, then those that are seen
        JobListener hold = job -> {
            if (job.operation() == Operation.VOLUME_LIST && job.name().arguments().contains(SimulatedHost.FULL_POOL)) {
                if (!lists.contains(job)) {
                    lists.add(job);
                }
                if (job.state() == JobState.RUNNING && lists.indexOf(job) == 1) {
                    wait(release);
                }
            }
        };
        VirtWorkbench.get().engine().jobs().addListener(hold);
        try (SimulatedHost many = SimulatedHost.with(0, 1000)) {
            Tree tree = LiveEditor.tree();
            Widgets.select(tree, many.host().uri(), "Storage pools", SimulatedHost.FULL_POOL);
            Widgets.contextMenu(tree, "Open Volumes as Table");
            Composite window = Ui.get(() -> FreshWorkbench.window().getShell());
            Table table = Widgets.find(window, Table.class, "table of volumes", each -> each.getItemCount() == 1000);
            Ui.await("details of the first row", () -> table.getItem(0).getText(2).equals("1 GiB"));
            Ui.run(() -> {
                table.selectAll();
                table.notifyListeners(SWT.Selection, new Event());
            });
            assertEquals(1000, Ui.get(() -> Selected.of(FreshWorkbench.window().getSelectionService().getSelection(), OfVolume.class).size()));
            Label count = Widgets.find(Ui.get(table::getParent), Label.class, "count", each -> each.getText().contains("details"));
            release.countDown();
            Ui.await("all details", () -> count.getText().equals("1000 of 1000 volumes"));
            Ui.run(() -> {
                table.setSelection(table.getItemCount() - 1);
                table.notifyListeners(SWT.Selection, new Event());
            });
            Text filter = Widgets.find(Ui.get(table::getParent), Text.class, "filter", field -> true);
            Ui.run(() -> filter.setText("0999"));
            Ui.await("filtered rows", () -> table.getItemCount() == 1);
            Ui.run(() -> filter.setText(""));
            Ui.await("all rows, the last still selected", () -> table.getItemCount() == 1000 && table.getSelectionIndex() == 999);
            Ui.await("details of the last row", () -> table.getItem(999).getText(2).equals("1 GiB"));
        } finally {
            release.countDown();
            VirtWorkbench.get().engine().jobs().removeListener(hold);
        }
    }

    @Test
    void theKeysOfTheExplorerHoldInIt() {
        try (SimulatedHost some = SimulatedHost.with(0, 3)) {
            Tree tree = LiveEditor.tree();
            Widgets.select(tree, some.host().uri(), "Storage pools", SimulatedHost.FULL_POOL);
            Collection<?> keys = Ui.get(VolumesTest::keyContexts);
            Widgets.contextMenu(tree, "Open Volumes as Table");
            Table table = Widgets.find(Ui.get(() -> FreshWorkbench.window().getShell()), Table.class, "table of volumes", each -> each.getItemCount() == 3);
            Ui.await("table in use, with the same keys",
                    () -> FreshWorkbench.page().getActivePart() instanceof IEditorPart && Set.copyOf(keys).equals(Set.copyOf(keyContexts())));
            Ui.run(() -> {
                table.getShell().forceActive();
                table.setFocus();
                table.setSelection(1);
                table.notifyListeners(SWT.Selection, new Event());
            });
            Ui.await("table with the focus", table::isFocusControl);
            Keyboard.press("F3");
            LiveEditor.await("disk-00001.qcow2.xml");
        }
    }

    private static Collection<?> keyContexts() {
        return FreshWorkbench.window().getService(IContextService.class).getActiveContextIds();
    }

    private static void wait(CountDownLatch release) {
        try {
            release.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
