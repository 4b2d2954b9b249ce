package dev.virtworkbench.explorer.volumes;

import dev.virtworkbench.engine.domains.ImageUse;
import dev.virtworkbench.engine.storage.VolumeSummary;
import dev.virtworkbench.explorer.labels.Icons;
import dev.virtworkbench.explorer.model.HostObject.OfPool;
import dev.virtworkbench.explorer.model.HostObject.OfVolume;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ILazyContentProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;

/** Volumes in rows that are made when they come to be seen, sorted by a column, filtered by words. For the UI thread. */
final class VolumesTable {

    private static final int PORTION = 200;

    private final OfPool pool;
    private final TableViewer viewer;
    private final Icons icons = new Icons();
    private final RowDetails details;
    private List<VolumeSummary> all = List.of();
    private List<Named> ordered = List.of();
    private List<VolumeSummary> rows = List.of();
    /** What was selected before the rows that are being made or dropped now. */
    private IStructuredSelection selected = StructuredSelection.EMPTY;
    private ImageUse use;
    private Column sortedBy = Column.NAME;
    private boolean descending;
    private String words = "";

    /** A volume and what the filter looks for words in: not made anew for thousands at each key. */
    private record Named(VolumeSummary volume, String lowerCase) {
        static Named of(VolumeSummary volume) {
            return new Named(volume, volume.name().toLowerCase(Locale.ROOT));
        }
    }

    VolumesTable(Composite parent, OfPool pool) {
        this.pool = pool;
        viewer = new TableViewer(parent, SWT.VIRTUAL | SWT.MULTI | SWT.FULL_SELECTION | SWT.H_SCROLL | SWT.V_SCROLL) {
            // by where they stand: the platform's way makes all rows that are selected, which for thousands takes seconds

            @Override
            protected List<?> getSelectionFromWidget() {
                return Arrays.stream(getTable().getSelectionIndices()).filter(index -> index < rows.size())
                        .mapToObj(index -> volume(details.known(rows.get(index)))).toList();
            }

            @Override
            protected void setSelectionToWidget(List selected, boolean reveal) {
                getTable().setSelection(indices(selected == null ? List.of() : selected));
                if (reveal) {
                    getTable().showSelection();
                }
            }
        };
        details = new RowDetails(pool.pool(), parent.getDisplay(), this::showDetails);
        viewer.setContentProvider((ILazyContentProvider) index -> {
            if (index < rows.size()) {
                viewer.replace(volume(details.seen(rows.get(index))), index);
            }
        });
        Table table = viewer.getTable();
        table.setHeaderVisible(true);
        for (Column column : Column.values()) {
            add(column);
        }
        table.setSortColumn(table.getColumn(0));
        table.setSortDirection(SWT.UP);
        table.addDisposeListener(event -> {
            details.forget();
            icons.dispose();
        });
        viewer.setInput(this);
    }

    private int[] indices(List<?> volumes) {
        return indices(volumes.stream().map(each -> ((OfVolume) each).name()).collect(Collectors.toSet()));
    }

    private int[] indices(Set<String> names) {
        return IntStream.range(0, rows.size()).filter(index -> names.contains(rows.get(index).name())).toArray();
    }

    private OfVolume volume(VolumeSummary row) {
        return new OfVolume(pool.host(), pool.summary(), row);
    }

    private void add(Column column) {
        TableViewerColumn made = new TableViewerColumn(viewer, column.number() ? SWT.RIGHT : SWT.LEFT);
        made.getColumn().setText(column.title());
        made.getColumn().setWidth(column.width());
        made.getColumn().setMoveable(true);
        made.setLabelProvider(new ColumnLabelProvider() {
            @Override
            public String getText(Object volume) {
                return column.text(((OfVolume) volume).summary(), use);
            }

            @Override
            public Image getImage(Object volume) {
                return column == Column.NAME ? icons.of((OfVolume) volume) : null;
            }
        });
        made.getColumn().addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> sortBy(column)));
    }

    TableViewer viewer() {
        return viewer;
    }

    /** How many are shown. */
    int shown() {
        return rows.size();
    }

    /** @param volumes sorted by name */
    void show(List<VolumeSummary> volumes) {
        if (volumes.stream().allMatch(VolumeSummary::described)) {
            details.forget();
        }
        all = volumes;
        arrange();
    }

    private void showDetails(Set<String> names) {
        if (!viewer.getTable().isDisposed()) {
            viewer.getTable().clear(indices(names));
        }
    }

    void show(ImageUse known) {
        if (!viewer.getTable().isDisposed()) {
            use = known;
            arrange();
        }
    }

    void filter(String typed) {
        words = typed.strip().toLowerCase(Locale.ROOT);
        narrow();
    }

    private void sortBy(Column column) {
        descending = sortedBy == column && !descending;
        sortedBy = column;
        viewer.getTable().setSortColumn(viewer.getTable().getColumn(column.ordinal()));
        viewer.getTable().setSortDirection(descending ? SWT.DOWN : SWT.UP);
        arrange();
    }

    private void arrange() {
        Comparator<VolumeSummary> order = sortedBy.order(use);
        ordered = all.stream().sorted(descending ? order.reversed() : order).map(Named::of).toList();
        narrow();
    }

    private void narrow() {
        if (selected.isEmpty()) {
            selected = viewer.getStructuredSelection();
        }
        rows = ordered.stream().filter(each -> each.lowerCase().contains(words)).map(Named::volume).toList();
        viewer.getTable().clearAll();
        resize();
    }

    /** To as many rows as there are volumes, in portions: the toolkit makes and drops rows one by one. */
    private void resize() {
        if (viewer.getTable().isDisposed()) {
            return;
        }
        int now = viewer.getTable().getItemCount();
        int next = Math.clamp(rows.size(), Math.max(0, now - PORTION), now + PORTION);
        viewer.setItemCount(next);
        if (next != rows.size()) {
            viewer.getTable().getDisplay().asyncExec(this::resize);
        } else if (!selected.isEmpty()) {
            // a row that is not there yet cannot be selected
            IStructuredSelection again = selected;
            selected = StructuredSelection.EMPTY;
            viewer.setSelection(again);
        }
    }
}
