package dev.virtworkbench.explorer.properties;

import dev.virtworkbench.engine.storage.PartitionTable;
import dev.virtworkbench.engine.storage.PartitionTable.Area;
import java.util.List;
import java.util.function.Function;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/** A disk drawn from its beginning to its end: partitions filled, what is free not, logical partitions within their extended one. */
final class PartitionBar {

    /** What is small is seen all the same. */
    private static final int LEAST = 3;
    private static final int INSET = 5;
    private static final int OPAQUE = 255;
    /** The words on it are read in light and in dark. */
    private static final int FILL = 110;
    private static final int LINE = 128;

    private final Canvas canvas;
    private final Function<Area, String> words;
    private PartitionTable table = new PartitionTable("", "", List.of());
    private long end;

    /** @param words what is written on an area that is wide enough, and told of each */
    PartitionBar(Composite parent, Function<Area, String> words) {
        this.words = words;
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED);
        canvas.addListener(SWT.Paint, event -> paint(event.gc));
        canvas.addListener(SWT.MouseMove, event -> canvas.setToolTipText(at(event.x)));
    }

    Canvas canvas() {
        return canvas;
    }

    void show(PartitionTable now) {
        table = now;
        end = table.areas().stream().mapToLong(Area::end).max().orElse(0);
        canvas.redraw();
    }

    private void paint(GC gc) {
        for (Area area : table.areas()) {
            Rectangle place = place(area);
            if (area.volume().isPresent()) {
                gc.setAlpha(table.extended(area) ? FILL / 2 : FILL);
                gc.setBackground(canvas.getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION));
                gc.fillRectangle(place);
            }
            gc.setForeground(canvas.getForeground());
            gc.setAlpha(LINE);
            gc.drawRectangle(place.x, place.y, place.width - 1, place.height - 1);
            gc.setAlpha(OPAQUE);
            String text = words.apply(area);
            Point size = gc.textExtent(text);
            if (size.x + 2 * INSET <= place.width && !table.extended(area)) {
                gc.drawText(text, place.x + (place.width - size.x) / 2, place.y + (place.height - size.y) / 2, true);
            }
        }
    }

    private Rectangle place(Area area) {
        Rectangle all = canvas.getClientArea();
        int left = (int) (area.start() * (double) all.width / end);
        int right = (int) (area.end() * (double) all.width / end);
        int inset = table.inside(area) ? INSET : 0;
        return new Rectangle(left, inset, Math.max(right - left, LEAST), all.height - 2 * inset);
    }

    private String at(int x) {
        return table.areas().stream().filter(area -> {
            Rectangle place = place(area);
            return place.x <= x && x < place.x + place.width;
        }).reduce((outer, inner) -> inner).map(words).orElse(null);
    }
}
