package dev.virtworkbench.explorer.images;

import dev.virtworkbench.engine.images.ImageMap;
import dev.virtworkbench.engine.images.ImageMap.Extent;
import dev.virtworkbench.engine.images.ImageMap.Kind;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** An image from its beginning to its end as a strip, coloured by what is where, with a legend below. */
final class MapStrip {

    private static final int HEIGHT = 36;
    private static final int SWATCH = 14;
    private static final int HALF = 128;
    /** How strong each is drawn; nothing is drawn for what was never written. */
    private static final Map<Kind, Integer> STRENGTH = new EnumMap<>(Map.of(Kind.DATA, 255, Kind.PACKED, 255, Kind.BELOW, 110, Kind.ZERO, 60,
            Kind.HOLE, 0));
    /** What is seen where several fall on one point: data before what is none. */
    private static final Kind[] ORDER = {Kind.ZERO, Kind.BELOW, Kind.PACKED, Kind.DATA};

    private final Canvas strip;
    private final ImageMap map;
    private final long size;
    private OptionalInt marked = OptionalInt.empty();

    /** @param chosen is told the number of the extent that is pointed at */
    MapStrip(Composite parent, ImageMap map, IntConsumer chosen) {
        this.map = map;
        size = Math.max(1, map.extents().isEmpty() ? 1 : map.extents().getLast().start() + map.extents().getLast().length());
        strip = new Canvas(parent, SWT.DOUBLE_BUFFERED);
        GridDataFactory.fillDefaults().grab(true, false).hint(SWT.DEFAULT, HEIGHT).applyTo(strip);
        strip.addListener(SWT.Paint, event -> paint(event.gc));
        strip.addListener(SWT.MouseDown, event -> at(event.x).ifPresent(chosen));
        legend(parent);
    }

    private void legend(Composite parent) {
        Composite row = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2 * Kind.values().length).applyTo(row);
        for (Kind kind : Kind.values()) {
            Canvas swatch = new Canvas(row, SWT.NONE);
            swatch.addListener(SWT.Paint, event -> {
                fill(event.gc, kind, 0, SWATCH, SWATCH);
                frame(event.gc, new Rectangle(0, 0, SWATCH, SWATCH));
            });
            GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).hint(SWATCH, SWATCH).applyTo(swatch);
            Label words = new Label(row, SWT.NONE);
            words.setText(Texts.get("map." + kind));
            GridDataFactory.fillDefaults().hint(words.computeSize(SWT.DEFAULT, SWT.DEFAULT).x + SWATCH, SWT.DEFAULT).applyTo(words);
        }
    }

    /** Marks an extent. */
    void mark(int number) {
        marked = OptionalInt.of(number);
        strip.redraw();
    }

    private OptionalInt at(int x) {
        long offset = Math.min(size - 1, Math.round((double) x / Math.max(1, strip.getClientArea().width) * size));
        int low = 0;
        int high = map.extents().size() - 1;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (map.extents().get(middle).start() <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return high < 0 ? OptionalInt.empty() : OptionalInt.of(low);
    }

    private void paint(GC gc) {
        Rectangle area = strip.getClientArea();
        for (Kind kind : ORDER) {
            int drawn = -1;
            for (Extent extent : map.extents()) {
                int from = x(extent.start(), area);
                int to = Math.max(from + 1, x(extent.start() + extent.length(), area));
                // many fall on one point
                if (extent.kind() == kind && to > drawn) {
                    fill(gc, kind, Math.max(from, drawn), to - Math.max(from, drawn), area.height);
                    drawn = to;
                }
            }
        }
        frame(gc, area);
        marked.ifPresent(number -> {
            Extent extent = map.extents().get(number);
            int from = x(extent.start(), area);
            gc.setForeground(strip.getForeground());
            gc.setLineWidth(2);
            gc.drawRectangle(Math.max(1, from), 1, Math.max(2, x(extent.start() + extent.length(), area) - from - 2), area.height - 2);
        });
    }

    private int x(long offset, Rectangle area) {
        return (int) Math.round((double) offset / size * area.width);
    }

    private void fill(GC gc, Kind kind, int x, int width, int height) {
        gc.setBackground(colour(kind));
        gc.setAlpha(STRENGTH.get(kind));
        gc.fillRectangle(x, 0, width, height);
        gc.setAlpha(255);
    }

    private Color colour(Kind kind) {
        return switch (kind) {
            case DATA, BELOW -> strip.getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION);
            case PACKED -> strip.getDisplay().getSystemColor(SWT.COLOR_DARK_YELLOW);
            case ZERO, HOLE -> strip.getForeground();
        };
    }

    /** Half the text's colour is seen in light and in dark. */
    private void frame(GC gc, Rectangle area) {
        gc.setForeground(strip.getForeground());
        gc.setAlpha(HALF);
        gc.drawRectangle(0, 0, area.width - 1, area.height - 1);
        gc.setAlpha(255);
    }
}
