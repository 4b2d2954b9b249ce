package dev.virtworkbench.explorer.view;

import dev.virtworkbench.engine.storage.PoolState;
import dev.virtworkbench.engine.storage.PoolSummary;
import dev.virtworkbench.explorer.labels.Icons;
import dev.virtworkbench.explorer.labels.Words;
import dev.virtworkbench.explorer.model.HostObject;
import dev.virtworkbench.explorer.model.Node;
import org.eclipse.jface.viewers.StyledCellLabelProvider;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.jface.viewers.ViewerCell;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.TreeItem;

/** Name, state by icon and word, and behind a pool a bar that shows how full it is. */
final class NodeLabels extends StyledCellLabelProvider {

    private static final int BAR_WIDTH = 46;
    private static final int BAR_HEIGHT = 6;
    private static final int GAP = 8;
    private static final int HALF = 128;
    private static final int OPAQUE = 255;
    /** From here on a pool is shown as nearly full. */
    private static final double NEARLY_FULL = 0.9;

    private final Icons icons = new Icons();

    @Override
    public void update(ViewerCell cell) {
        Node node = (Node) cell.getElement();
        StyledString label = node instanceof Node.Note
                ? new StyledString(Words.name(node), StyledString.QUALIFIER_STYLER) : new StyledString(Words.name(node));
        String state = Words.state(node);
        if (!state.isEmpty()) {
            label.append("  " + state, StyledString.QUALIFIER_STYLER);
        }
        cell.setText(label.getString());
        cell.setStyleRanges(label.getStyleRanges());
        cell.setImage(icons.of(node));
        super.update(cell);
    }

    @Override
    public String getToolTipText(Object element) {
        String details = Words.details((Node) element);
        return details.isEmpty() ? null : details;
    }

    /** JFace's own is a window: as it goes it gives the focus back to the workbench, which closes what a key has just opened, as Quick Access. */
    @Override
    public boolean useNativeToolTip(Object element) {
        return true;
    }

    @Override
    protected void measure(Event event, Object element) {
        super.measure(event, element);
        if (hasBar(element)) {
            event.width += GAP + BAR_WIDTH + GAP;
        }
    }

    @Override
    protected void paint(Event event, Object element) {
        super.paint(event, element);
        if (hasBar(element)) {
            boolean selected = (event.detail & SWT.SELECTED) != 0;
            bar(event.gc, (TreeItem) event.item, ((HostObject.OfPool) element).summary(), selected);
        }
    }

    private static boolean hasBar(Object element) {
        return element instanceof HostObject.OfPool pool && pool.summary().state() == PoolState.RUNNING
                && pool.summary().capacity() > 0 && pool.summary().hasRoom();
    }

    private static void bar(GC gc, TreeItem item, PoolSummary pool, boolean selected) {
        double full = Math.clamp(1.0 - (double) pool.available() / pool.capacity(), 0, 1);
        Rectangle text = item.getTextBounds(0);
        int x = text.x + gc.textExtent(item.getText()).x + GAP;
        int y = text.y + (text.height - BAR_HEIGHT) / 2;
        Color background = gc.getBackground();
        Color foreground = gc.getForeground();
        int taken = selected ? SWT.COLOR_LIST_SELECTION_TEXT : SWT.COLOR_LIST_SELECTION;
        gc.setBackground(item.getDisplay().getSystemColor(full >= NEARLY_FULL ? SWT.COLOR_RED : taken));
        gc.fillRectangle(x, y, (int) Math.round(full * BAR_WIDTH), BAR_HEIGHT);
        // Half the text's colour is seen in light and in dark; the toolkit's shadows are nearly the background in dark.
        gc.setForeground(selected ? item.getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION_TEXT) : item.getParent().getForeground());
        gc.setAlpha(HALF);
        gc.drawRectangle(x, y, BAR_WIDTH, BAR_HEIGHT);
        gc.setAlpha(OPAQUE);
        gc.setBackground(background);
        gc.setForeground(foreground);
    }

    @Override
    public void dispose() {
        icons.dispose();
        super.dispose();
    }
}
