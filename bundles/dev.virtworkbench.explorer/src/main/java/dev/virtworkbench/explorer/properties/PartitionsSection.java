package dev.virtworkbench.explorer.properties;

import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.storage.PartitionTable;
import dev.virtworkbench.engine.storage.PartitionTable.Area;
import dev.virtworkbench.explorer.dialogs.Failure;
import dev.virtworkbench.explorer.labels.Bytes;
import dev.virtworkbench.explorer.labels.Words;
import dev.virtworkbench.explorer.model.HostObject;
import dev.virtworkbench.explorer.model.HostObject.OfPool;
import dev.virtworkbench.language.findings.Message;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/** What is where on the disk of a pool, drawn and in numbers. */
public final class PartitionsSection extends ObjectSection {

    private static final int BAR_HEIGHT = 44;

    private Label title;
    private PartitionBar bar;
    private Table table;
    private OfPool shown;

    @Override
    Composite create(Composite parent) {
        Composite page = getWidgetFactory().createComposite(parent);
        GridLayoutFactory.fillDefaults().margins(8, 8).spacing(0, 8).applyTo(page);
        title = getWidgetFactory().createLabel(page, "", SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(title);
        bar = new PartitionBar(page, PartitionsSection::words);
        getWidgetFactory().adapt(bar.canvas());
        GridDataFactory.fillDefaults().grab(true, false).hint(400, BAR_HEIGHT).applyTo(bar.canvas());
        table = new Table(page, SWT.FULL_SELECTION | SWT.H_SCROLL | SWT.V_SCROLL);
        table.setHeaderVisible(true);
        column("partition", SWT.LEFT, 160);
        column("type", SWT.LEFT, 120);
        column("start", SWT.RIGHT, 110);
        column("size", SWT.RIGHT, 110);
        GridDataFactory.fillDefaults().grab(true, true).hint(400, 80).applyTo(table);
        return page;
    }

    private void column(String heading, int alignment, int width) {
        TableColumn column = new TableColumn(table, alignment);
        column.setText(text(heading));
        column.setWidth(width);
    }

    @Override
    public boolean shouldUseExtraSpace() {
        return true;
    }

    @Override
    void show(HostObject latest) {
        OfPool pool = (OfPool) latest;
        if (!pool.equals(shown)) {
            show(new PartitionTable("", "", List.of()), "");
        }
        shown = pool;
        if (!pool.summary().state().active()) {
            show(new PartitionTable("", "", List.of()), text("inactive"));
            return;
        }
        Display display = table.getDisplay();
        pool.pool().partitions().result().whenComplete((found, failure) -> display.asyncExec(() -> show(pool, found, failure)));
    }

    private void show(OfPool of, PartitionTable found, Throwable failure) {
        if (table.isDisposed() || !of.equals(shown)) {
            return;
        }
        Throwable why = Failure.plain(failure);
        switch (why) {
            case null -> show(found, text("title", found.device(), found.label()));
            case VirtException told -> show(new PartitionTable("", "", List.of()), Words.of(told.text()));
            default -> {
                Failure.log(why);
                show(new PartitionTable("", "", List.of()), text("unread"));
            }
        }
    }

    private void show(PartitionTable now, String words) {
        title.setText(words);
        bar.show(now);
        bar.canvas().setVisible(!now.areas().isEmpty());
        table.setVisible(!now.areas().isEmpty());
        table.removeAll();
        for (Area area : now.areas()) {
            new TableItem(table, SWT.NONE).setText(new String[] {area.volume().orElseGet(() -> text("free")),
                    now.extended(area) ? text("extended") : area.type(),
                    Bytes.of(area.start()), Bytes.of(area.size())});
        }
        layOut();
    }

    private static String words(Area area) {
        return text("area", area.volume().orElseGet(() -> text("free")), Bytes.of(area.size()));
    }

    private static String text(String key, Object... arguments) {
        return Words.of(Message.of(PartitionsSection.class, "partitions." + key, arguments));
    }
}
