package dev.virtworkbench.explorer.snapshots;

import dev.virtworkbench.engine.snapshots.Snapshot;
import dev.virtworkbench.engine.snapshots.SnapshotTree;
import dev.virtworkbench.explorer.labels.Icons;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.layout.TreeColumnLayout;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.TreeViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;

/** Snapshots in columns, each below the one that it was made on top of. For the UI thread. */
final class SnapshotsTree {

    private final Composite frame;
    private final TreeViewer viewer;
    private final LocalResourceManager resources;
    private List<Snapshot> shown = List.of();

    SnapshotsTree(Composite parent) {
        frame = new Composite(parent, SWT.NONE);
        TreeColumnLayout layout = new TreeColumnLayout();
        frame.setLayout(layout);
        viewer = new TreeViewer(frame, SWT.FULL_SELECTION | SWT.SINGLE | SWT.H_SCROLL | SWT.V_SCROLL);
        viewer.getTree().setHeaderVisible(true);
        resources = new LocalResourceManager(JFaceResources.getResources(), viewer.getTree());
        for (Column column : Column.values()) {
            TreeViewerColumn made = new TreeViewerColumn(viewer, SWT.LEFT);
            made.getColumn().setText(column.title());
            made.setLabelProvider(new Labels(column));
            layout.setColumnData(made.getColumn(), new ColumnWeightData(column.width(), column.width()));
        }
        viewer.setContentProvider(new OnTop());
        viewer.setAutoExpandLevel(TreeViewer.ALL_LEVELS);
        viewer.setInput(List.of());
    }

    Composite control() {
        return frame;
    }

    TreeViewer viewer() {
        return viewer;
    }

    /** The one that is selected, with those on top of it. */
    Optional<SnapshotTree> selected() {
        return Optional.ofNullable((SnapshotTree) viewer.getStructuredSelection().getFirstElement());
    }

    /** Shows these, with the one of that name selected, or else the one that was, or else the current one. */
    void show(List<Snapshot> all, Optional<String> wanted) {
        if (all.equals(shown) && wanted.isEmpty()) {
            return;
        }
        Optional<String> name = wanted.or(() -> selected().map(tree -> tree.snapshot().name()));
        shown = all;
        List<SnapshotTree> trees = SnapshotTree.of(all);
        viewer.setInput(trees);
        all.stream().filter(each -> name.filter(each.name()::equals).isPresent()).findFirst()
                .or(() -> all.stream().filter(Snapshot::current).findFirst()).flatMap(each -> find(trees, each))
                .ifPresent(tree -> viewer.setSelection(new StructuredSelection(tree), true));
    }

    private static Optional<SnapshotTree> find(List<SnapshotTree> trees, Snapshot wanted) {
        return trees.stream().flatMap(tree -> (tree.snapshot().equals(wanted) ? Optional.of(tree) : find(tree.children(), wanted)).stream()).findFirst();
    }

    /** A column's words; the snapshot that the domain is based on stands out. */
    private final class Labels extends ColumnLabelProvider {

        private final Column column;

        Labels(Column column) {
            this.column = column;
        }

        @Override
        public String getText(Object tree) {
            return column.text(snapshot(tree));
        }

        @Override
        public Image getImage(Object tree) {
            return column == Column.NAME ? resources.create(Icons.descriptor(snapshot(tree).current() ? "snapshot-current" : "snapshot")) : null;
        }

        @Override
        public Font getFont(Object tree) {
            return column == Column.NAME && snapshot(tree).current() ? JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT) : null;
        }

        private Snapshot snapshot(Object tree) {
            return ((SnapshotTree) tree).snapshot();
        }
    }

    /** Snapshots and those that were made on top of them. */
    private static final class OnTop implements ITreeContentProvider {

        @Override
        public Object[] getElements(Object input) {
            return ((List<?>) input).toArray();
        }

        @Override
        public Object[] getChildren(Object tree) {
            return ((SnapshotTree) tree).children().toArray();
        }

        @Override
        public Object getParent(Object tree) {
            return null;
        }

        @Override
        public boolean hasChildren(Object tree) {
            return !((SnapshotTree) tree).children().isEmpty();
        }
    }
}
