package dev.virtworkbench.explorer.inside;

import dev.virtworkbench.engine.inside.Entry;
import dev.virtworkbench.engine.inside.GuestPath;
import dev.virtworkbench.explorer.inside.Row.Note;
import dev.virtworkbench.explorer.inside.Row.OfDevice;
import dev.virtworkbench.explorer.inside.Row.OfEntry;
import dev.virtworkbench.explorer.labels.Icons;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jface.layout.TreeColumnLayout;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.TreeViewerColumn;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.jface.viewers.ViewerFilter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;

/** Partitions and file systems, and below them folders and files, read when they are unfolded. For the UI thread. */
final class InsideTree {

    private static final int BAR = 10;
    private static final int MARGIN = 4;
    private static final int HALF = 128;

    private final Composite frame;
    private final TreeViewer viewer;
    private final LocalResourceManager resources;
    private final Folders folders;
    private String words = "";

    InsideTree(Composite parent, Folders folders) {
        this.folders = folders;
        frame = new Composite(parent, SWT.NONE);
        TreeColumnLayout layout = new TreeColumnLayout();
        frame.setLayout(layout);
        viewer = new TreeViewer(frame, SWT.FULL_SELECTION | SWT.MULTI | SWT.H_SCROLL | SWT.V_SCROLL);
        viewer.setUseHashlookup(true);
        Tree tree = viewer.getTree();
        tree.setHeaderVisible(true);
        resources = new LocalResourceManager(JFaceResources.getResources(), tree);
        for (Column column : Column.values()) {
            TreeViewerColumn made = new TreeViewerColumn(viewer, column.number() ? SWT.RIGHT : SWT.LEFT);
            made.getColumn().setText(column.title());
            made.setLabelProvider(new Labels(column));
            layout.setColumnData(made.getColumn(), new ColumnWeightData(column == Column.NAME ? 2 * column.width() : column.width(), column.width()));
        }
        tree.addListener(SWT.PaintItem, this::paint);
        viewer.setContentProvider(new Contents());
        viewer.addFilter(new ByName());
        viewer.setInput(List.of());
    }

    Composite control() {
        return frame;
    }

    TreeViewer viewer() {
        return viewer;
    }

    List<Row> selected() {
        return viewer.getStructuredSelection().stream().map(Row.class::cast).toList();
    }

    void show(List<Row> rows) {
        viewer.setInput(rows);
    }

    /** Unfolds it. */
    void expand(Row row) {
        viewer.setExpandedState(row, true);
    }

    /** That folder has been read. */
    void show(GuestPath folder) {
        if (!viewer.getControl().isDisposed()) {
            viewer.getControl().setRedraw(false);
            Object[] expanded = viewer.getExpandedElements();
            viewer.refresh();
            viewer.setExpandedElements(expanded);
            viewer.getControl().setRedraw(true);
        }
    }

    /** Shows only what has these words in its name, with the folders above. */
    void filter(String wanted) {
        words = wanted.strip().toLowerCase(Locale.ROOT);
        viewer.refresh();
    }

    /** A bar, as full as the file system is. */
    private void paint(Event event) {
        Optional<Double> share = event.index == Column.USED.ordinal() && event.item.getData() instanceof Row row ? Column.share(row) : Optional.empty();
        share.ifPresent(full -> {
            GC gc = event.gc;
            Rectangle cell = ((TreeItem) event.item).getBounds(event.index);
            int width = viewer.getTree().getColumn(event.index).getWidth() - 2 * MARGIN;
            int top = cell.y + (cell.height - BAR) / 2;
            gc.setAlpha(HALF);
            gc.setForeground(viewer.getTree().getForeground());
            gc.drawRectangle(cell.x + MARGIN, top, width - 1, BAR - 1);
            gc.setBackground(event.display.getSystemColor(SWT.COLOR_LIST_SELECTION));
            gc.setAlpha(255);
            gc.fillRectangle(cell.x + MARGIN, top, (int) Math.ceil(full * width), BAR);
        });
    }

    /** Whether the words are in its name, or in that of something below that has been read. */
    private boolean found(Row row) {
        boolean itself = words.isEmpty() || row instanceof OfDevice
                || row instanceof OfEntry(Entry entry) && entry.path().shownName().toLowerCase(Locale.ROOT).contains(words);
        return itself || row.folder().map(folders::known).stream().flatMap(List::stream).anyMatch(this::found);
    }

    private final class ByName extends ViewerFilter {

        @Override
        public boolean select(Viewer shown, Object parent, Object row) {
            return found((Row) row);
        }
    }

    private final class Labels extends ColumnLabelProvider {

        private final Column column;

        Labels(Column column) {
            this.column = column;
        }

        @Override
        public String getText(Object row) {
            return column.text((Row) row);
        }

        @Override
        public Image getImage(Object row) {
            return column == Column.NAME && !(row instanceof Note) ? resources.create(Icons.descriptor(icon((Row) row))) : null;
        }

        private static String icon(Row row) {
            return switch (row) {
                case OfDevice device -> device.locked() ? "secret" : "disk";
                case OfEntry(Entry entry) -> switch (entry.type()) {
                    case FOLDER -> "group";
                    case LINK -> "link";
                    default -> "file";
                };
                case Note note -> "";
            };
        }

        @Override
        public String getToolTipText(Object row) {
            return column == Column.NAME && row instanceof OfDevice device ? device.fileSystem().flatMap(each -> each.problem()).orElse(null) : null;
        }
    }

    private final class Contents implements ITreeContentProvider {

        @Override
        public Object[] getElements(Object input) {
            return ((List<?>) input).toArray();
        }

        @Override
        public Object[] getChildren(Object row) {
            return ((Row) row).folder().map(folders::in).orElse(List.of()).toArray();
        }

        @Override
        public Object getParent(Object row) {
            return null;
        }

        @Override
        public boolean hasChildren(Object row) {
            return ((Row) row).folder().isPresent();
        }
    }
}
