package dev.virtworkbench.explorer.applying;

import java.util.List;
import java.util.function.Function;
import org.eclipse.jface.layout.TreeColumnLayout;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.TreeViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;

/** Differences in columns: where, before, after, and when in effect. */
final class RowTree {

    private static final int NARROWEST = 80;

    private RowTree() { }

    /** @param headings the four columns' headings; the last column is left out if there are three */
    static Composite create(Composite parent, List<Row> rows, List<String> headings) {
        Composite frame = new Composite(parent, SWT.NONE);
        TreeColumnLayout layout = new TreeColumnLayout();
        frame.setLayout(layout);
        TreeViewer tree = new TreeViewer(frame, SWT.BORDER | SWT.FULL_SELECTION | SWT.MULTI);
        tree.getTree().setHeaderVisible(true);
        List<Function<Row, String>> cells = List.of(Row::where, Row::before, Row::after, Row::when);
        List<Integer> weights = List.of(36, 22, 22, 20);
        for (int i = 0; i < headings.size(); i++) {
            TreeViewerColumn column = new TreeViewerColumn(tree, SWT.LEFT);
            column.getColumn().setText(headings.get(i));
            Function<Row, String> cell = cells.get(i);
            column.setLabelProvider(ColumnLabelProvider.createTextProvider(row -> cell.apply((Row) row)));
            layout.setColumnData(column.getColumn(), new ColumnWeightData(weights.get(i), NARROWEST));
        }
        ColumnViewerToolTipSupport.enableFor(tree);
        tree.setContentProvider(new Below());
        tree.setAutoExpandLevel(2);
        tree.setInput(rows);
        return frame;
    }

    /** Rows and those below them. */
    private static final class Below implements ITreeContentProvider {

        @Override
        public Object[] getElements(Object input) {
            return ((List<?>) input).toArray();
        }

        @Override
        public Object[] getChildren(Object row) {
            return ((Row) row).below().toArray();
        }

        @Override
        public Object getParent(Object row) {
            return null;
        }

        @Override
        public boolean hasChildren(Object row) {
            return !((Row) row).below().isEmpty();
        }
    }
}
