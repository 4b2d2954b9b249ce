package dev.virtworkbench.explorer.properties;

import dev.virtworkbench.engine.apply.ApplyMode;
import dev.virtworkbench.engine.history.HistoryEntry;
import dev.virtworkbench.explorer.dialogs.Failure;
import dev.virtworkbench.explorer.history.PastEntry;
import dev.virtworkbench.explorer.labels.Times;
import dev.virtworkbench.explorer.labels.Words;
import dev.virtworkbench.explorer.model.HostObject;
import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import dev.virtworkbench.language.findings.Message;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.RowLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/** When an object's XML was applied from this workspace, and what came of it. */
public final class HistorySection extends ObjectSection {

    private Table table;
    private Button compare;
    private Button putBack;
    private HostObject shown;
    private Job reading;
    /** libvirt tells of a change before the entry about it is written. */
    private final Consumer<HistoryEntry> kept = entry -> soon(() -> {
        if (shown != null && entry.uuid().equals(uuid(shown))) {
            refresh();
        }
    });
    private List<HistoryEntry> entries = List.of();

    @Override
    Composite create(Composite parent) {
        Composite page = getWidgetFactory().createComposite(parent);
        GridLayoutFactory.fillDefaults().applyTo(page);
        table = new Table(page, SWT.FULL_SELECTION | SWT.H_SCROLL | SWT.V_SCROLL);
        table.setHeaderVisible(true);
        column("when", 200);
        column("what", 400);
        GridDataFactory.fillDefaults().grab(true, true).hint(400, 100).applyTo(table);
        Composite buttons = getWidgetFactory().createComposite(page);
        RowLayoutFactory.fillDefaults().applyTo(buttons);
        compare = button(buttons, "compare", PastEntry::compare);
        putBack = button(buttons, "put-back", entry -> PastEntry.putBack(table.getShell(), entry));
        table.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> enable()));
        table.addSelectionListener(SelectionListener.widgetDefaultSelectedAdapter(event -> selected().ifPresent(PastEntry::compare)));
        enable();
        VirtWorkbench.get().history().addListener(kept);
        return page;
    }

    private Button button(Composite parent, String words, Consumer<HistoryEntry> action) {
        Button button = getWidgetFactory().createButton(parent, text(words), SWT.PUSH);
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> selected().ifPresent(action)));
        return button;
    }

    private Optional<HistoryEntry> selected() {
        return table.getSelectionIndex() < 0 ? Optional.empty() : Optional.of(entries.get(table.getSelectionIndex()));
    }

    private void enable() {
        compare.setEnabled(selected().isPresent());
        putBack.setEnabled(selected().filter(PastEntry::canBePutBack).isPresent());
    }

    private void column(String title, int width) {
        TableColumn column = new TableColumn(table, SWT.NONE);
        column.setText(text(title));
        column.setWidth(width);
    }

    @Override
    public boolean shouldUseExtraSpace() {
        return true;
    }

    @Override
    void show(HostObject latest) {
        if (!latest.equals(shown)) {
            fill(List.of());
        }
        shown = latest;
        Display display = table.getDisplay();
        if (reading != null) {
            reading.cancel();
        }
        reading = Job.createSystem(text("reading"), monitor -> {
            try {
                List<HistoryEntry> found = VirtWorkbench.get().history().entries(latest.host().uri(), uuid(latest), latest.name());
                display.asyncExec(() -> {
                    if (!table.isDisposed() && !monitor.isCanceled() && !found.equals(entries)) {
                        fill(found);
                    }
                });
            } catch (IOException e) {
                Failure.log(e);
            }
        });
        reading.schedule();
    }

    @Override
    public void dispose() {
        VirtWorkbench.get().history().removeListener(kept);
        super.dispose();
    }

    /** As in {@link HistoryEntry}: a volume's is its pool's. */
    private static UUID uuid(HostObject object) {
        return switch (object) {
            case HostObject.OfPool pool -> pool.summary().uuid();
            case HostObject.OfVolume volume -> volume.in().uuid();
            case HostObject.OfDomain domain -> domain.summary().uuid();
            case HostObject.OfNetwork network -> network.summary().uuid();
            case HostObject.OfDisk disk -> disk.in().uuid();
            case HostObject.OfSecret secret -> secret.summary().uuid();
            case HostObject.OfHost host -> new UUID(0, 0);
        };
    }

    private void fill(List<HistoryEntry> found) {
        entries = found;
        table.removeAll();
        for (HistoryEntry entry : found) {
            TableItem row = new TableItem(table, SWT.NONE);
            row.setText(new String[] {Times.toTheSecond(entry.when()),
                    text(entry.mode() == ApplyMode.CREATE ? "created" : entry.before().isPresent() ? "changed" : "made")});
        }
        enable();
    }

    private static String text(String key) {
        return Words.of(Message.of(HistorySection.class, "history." + key));
    }
}
