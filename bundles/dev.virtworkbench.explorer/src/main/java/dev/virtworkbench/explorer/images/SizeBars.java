package dev.virtworkbench.explorer.images;

import dev.virtworkbench.engine.images.ImageInfo;
import dev.virtworkbench.engine.images.ImageSizes;
import dev.virtworkbench.explorer.labels.Bytes;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** The sizes of an image, one bar each on one scale: what its guest sees, what it has given room to, what it takes on the host's disk. */
final class SizeBars {

    private static final int HEIGHT = 12;
    private static final int HALF = 128;

    private final Bar virtual;
    private final Bar allocated;
    private final Bar onDisk;

    SizeBars(Composite parent) {
        Composite rows = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).margins(8, 8).spacing(10, 6).applyTo(rows);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(rows);
        virtual = new Bar(rows, Texts.get("info.virtual"));
        allocated = new Bar(rows, Texts.get("info.allocated"));
        onDisk = new Bar(rows, Texts.get("info.onDisk"));
    }

    void show(ImageInfo info, Optional<ImageSizes> sizes) {
        long scale = Math.max(1, Math.max(info.virtualSize(), info.onDisk()));
        virtual.show(info.virtualSize(), scale);
        sizes.ifPresentOrElse(all -> allocated.show(all.allocated(), scale), allocated::clear);
        onDisk.show(info.onDisk(), scale);
    }

    void clear() {
        virtual.clear();
        allocated.clear();
        onDisk.clear();
    }

    private static final class Bar {

        private static final String UNKNOWN = "–";

        private final Canvas canvas;
        private final Label number;
        private double share;

        Bar(Composite rows, String name) {
            new Label(rows, SWT.NONE).setText(name);
            canvas = new Canvas(rows, SWT.DOUBLE_BUFFERED);
            canvas.addListener(SWT.Paint, event -> paint(event.gc));
            GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(SWT.DEFAULT, HEIGHT).applyTo(canvas);
            number = new Label(rows, SWT.RIGHT);
            number.setText(UNKNOWN);
            GridDataFactory.fillDefaults().hint(number.computeSize(SWT.DEFAULT, SWT.DEFAULT).x * 7, SWT.DEFAULT).applyTo(number);
        }

        void show(long bytes, long scale) {
            share = Math.clamp((double) bytes / scale, 0, 1);
            number.setText(Bytes.of(bytes));
            number.requestLayout();
            canvas.redraw();
        }

        void clear() {
            share = 0;
            number.setText(UNKNOWN);
            canvas.redraw();
        }

        private void paint(GC gc) {
            Rectangle area = canvas.getClientArea();
            gc.setBackground(canvas.getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION));
            gc.fillRectangle(0, 0, (int) Math.ceil(share * area.width), area.height);
            gc.setForeground(number.getForeground());
            gc.setAlpha(HALF);
            gc.drawRectangle(0, 0, area.width - 1, area.height - 1);
        }
    }
}
