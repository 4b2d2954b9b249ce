package dev.virtworkbench.explorer.volumes;

import dev.virtworkbench.engine.domains.ImageUse;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.engine.storage.VolumeSummary;
import dev.virtworkbench.explorer.dialogs.Failure;
import dev.virtworkbench.explorer.dragging.ObjectDragging;
import dev.virtworkbench.explorer.labels.Words;
import dev.virtworkbench.explorer.live.LiveEditors;
import dev.virtworkbench.explorer.model.ContentsListener;
import dev.virtworkbench.explorer.model.HostContents;
import dev.virtworkbench.explorer.model.HostObject;
import dev.virtworkbench.explorer.model.HostObject.OfPool;
import dev.virtworkbench.explorer.model.Reading;
import dev.virtworkbench.explorer.view.ExplorerView;
import dev.virtworkbench.explorer.view.ObjectMenu;
import dev.virtworkbench.explorer.view.VolumeRelisting;
import dev.virtworkbench.explorer.workbench.HelpContext;
import dev.virtworkbench.explorer.workbench.ReadOnlyEditor;
import dev.virtworkbench.explorer.workbench.Selected;
import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import dev.virtworkbench.language.findings.Message;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.views.properties.IPropertySheetPage;
import org.eclipse.ui.views.properties.tabbed.ITabbedPropertySheetPageContributor;
import org.eclipse.ui.views.properties.tabbed.TabbedPropertySheetPage;

/** All volumes of a pool as a table: what the tree has no room for. */
public final class VolumesEditor extends ReadOnlyEditor implements ITabbedPropertySheetPageContributor {

    /** Its id in {@code plugin.xml}. */
    public static final String ID = "dev.virtworkbench.explorer.volumes";

    private OfPool pool;
    private HostContents contents;
    private VolumesTable table;
    private Label count;
    private ContentsListener listener;
    private VolumeRelisting relisting;
    /** The latest look at who uses them; null before the first. */
    private Job<ImageUse> use;

    @Override
    protected void begin(IEditorInput input) {
        pool = ((VolumesInput) input).pool();
        contents = VirtWorkbench.get().contents().of(pool.host());
    }

    @Override
    public void createPartControl(Composite parent) {
        HelpContext.VOLUMES.of(parent);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(6, 2).applyTo(parent);
        Text filter = new Text(parent, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        filter.setMessage(text("filter"));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(filter);
        count = new Label(parent, SWT.NONE);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).hint(180, SWT.DEFAULT).applyTo(count);
        table = new VolumesTable(parent, pool);
        // its size is given: to find out what it would like the toolkit measures every row that it has made
        GridDataFactory.fillDefaults().grab(true, true).span(2, 1).hint(100, 100).applyTo(table.viewer().getControl());
        filter.addModifyListener(event -> {
            table.filter(filter.getText());
            showCount();
        });
        getSite().setSelectionProvider(table.viewer());
        ObjectMenu.create(table.viewer(), getSite());
        ObjectDragging.out(table.viewer());
        table.viewer().addDoubleClickListener(
                event -> Selected.of(event.getSelection(), HostObject.class).forEach(LiveEditors::open));
        Display display = parent.getDisplay();
        listener = below -> {
            if (below.isEmpty() || below.get().equals(pool)) {
                display.asyncExec(this::show);
            }
        };
        VirtWorkbench.get().contents().addListener(listener);
        volumes().again();
        relisting = new VolumeRelisting(table.viewer().getControl(), () -> List.of(pool));
        show();
    }

    private Reading<VolumeSummary> volumes() {
        return contents.volumes(pool.summary());
    }

    private void show() {
        if (count.isDisposed()) {
            return;
        }
        Optional<List<VolumeSummary>> all = volumes().latest();
        table.show(all.orElse(List.of()));
        showCount();
        if (volumes().complete()) {
            readUse();
        }
    }

    private void showCount() {
        count.setText(volumes().failure().map(failure -> Words.of(failure.text())).orElseGet(() -> volumes().latest()
                .map(all -> text(volumes().complete() ? "count" : "details", table.shown(), all.size())).orElseGet(() -> text("reading"))));
        count.setToolTipText(count.getText());
    }

    /** Who uses them takes a look at all domains and pools: the table does not wait for it. */
    private void readUse() {
        Display display = count.getDisplay();
        if (use != null) {
            use.cancel();
        }
        use = pool.host().domains().imageUse();
        use.result().whenComplete((ImageUse known, Throwable failure) -> {
            if (failure != null) {
                Failure.log(failure);
            } else {
                display.asyncExec(() -> table.show(known));
            }
        });
    }

    private static String text(String key, Object... arguments) {
        return Words.of(Message.of(VolumesEditor.class, key, arguments));
    }

    /** The pages of the Properties view are those of the explorer. */
    @Override
    public String getContributorId() {
        return ExplorerView.ID;
    }

    @Override
    public <T> T getAdapter(Class<T> wanted) {
        return wanted == IPropertySheetPage.class ? wanted.cast(new TabbedPropertySheetPage(this)) : super.getAdapter(wanted);
    }

    @Override
    public void setFocus() {
        table.viewer().getControl().setFocus();
        relisting.focused();
    }

    @Override
    public void dispose() {
        if (listener != null) {
            VirtWorkbench.get().contents().removeListener(listener);
            // a tree that shows them as well reads on
            volumes().stop();
        }
        if (use != null) {
            use.cancel();
        }
        super.dispose();
    }
}
