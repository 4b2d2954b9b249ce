package dev.virtworkbench.explorer.properties;

import dev.virtworkbench.explorer.labels.Bytes;
import dev.virtworkbench.explorer.labels.Words;
import dev.virtworkbench.explorer.model.HostObject;
import dev.virtworkbench.language.findings.Message;
import java.text.NumberFormat;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;

/** How much room a pool or a volume has, and how much of it is taken, as a bar and in numbers. */
public final class CapacitySection extends ObjectSection {

    private static final int HALF = 128;

    private Canvas bar;
    private Label words;
    private double taken;

    @Override
    Composite create(Composite parent) {
        Composite page = getWidgetFactory().createComposite(parent);
        GridLayoutFactory.fillDefaults().margins(8, 8).spacing(0, 8).applyTo(page);
        bar = new Canvas(page, SWT.DOUBLE_BUFFERED);
        bar.addListener(SWT.Paint, this::paint);
        GridDataFactory.fillDefaults().hint(320, 16).applyTo(bar);
        words = getWidgetFactory().createLabel(page, "");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(words);
        return page;
    }

    @Override
    void show(HostObject latest) {
        switch (latest) {
            case HostObject.OfPool pool when pool.summary().capacity() > 0 && !pool.summary().hasRoom() ->
                    show(0, 0, text("units", bytes(pool.summary().capacity())));
            case HostObject.OfPool pool when pool.summary().capacity() > 0 -> show(pool.summary().capacity(),
                    pool.summary().capacity() - Math.max(0, pool.summary().available()), text("pool", bytes(pool.summary().capacity()),
                            bytes(pool.summary().allocation()), bytes(Math.max(0, pool.summary().available()))));
            case HostObject.OfPool pool -> show(0, 0, text("inactive"));
            case HostObject.OfVolume volume when volume.summary().capacity() >= 0 -> show(volume.summary().capacity(),
                    volume.summary().allocation(), text("volume", bytes(volume.summary().capacity()), bytes(volume.summary().allocation())));
            case HostObject.OfVolume volume -> show(0, 0, volume.summary().problem());
            default -> show(0, 0, "");
        }
    }

    private void show(long capacity, long used, String told) {
        taken = capacity <= 0 ? 0 : Math.clamp((double) used / capacity, 0, 1);
        bar.setVisible(capacity > 0);
        words.setText(told);
        bar.redraw();
        layOut();
    }

    private void paint(Event event) {
        Rectangle area = bar.getClientArea();
        event.gc.setBackground(bar.getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION));
        event.gc.fillRectangle(0, 0, (int) Math.round(taken * area.width), area.height);
        // Half the text's colour is seen in light and in dark; the toolkit's shadows are nearly the background in dark.
        event.gc.setForeground(words.getForeground());
        event.gc.setAlpha(HALF);
        event.gc.drawRectangle(0, 0, area.width - 1, area.height - 1);
    }

    /** For people, and exactly. */
    private static String bytes(long number) {
        return text("bytes", Bytes.of(number), NumberFormat.getInstance().format(number));
    }

    private static String text(String key, Object... arguments) {
        return Words.of(Message.of(CapacitySection.class, "capacity." + key, arguments));
    }
}
