package dev.virtworkbench.explorer.chains;

import dev.virtworkbench.engine.images.ImageForest.Member;
import dev.virtworkbench.engine.images.ImageForest.State;
import dev.virtworkbench.explorer.chains.ForestLayout.Box;
import dev.virtworkbench.explorer.labels.Icons;
import java.util.Optional;
import org.eclipse.jface.preference.JFacePreferences;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Path;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;

/** Draws images as boxes and what builds on what as lines, in the colours of the theme. What is not in sight is not drawn. */
final class ForestPainter {

    private static final int LINES = 3;
    /** A box's width in characters. */
    private static final int LETTERS = 32;
    private static final int PADDING = 8;
    private static final int GAP_X = 56;
    private static final int GAP_Y = 14;
    private static final int MARGIN = 16;
    private static final int ROUND = 8;
    private static final int ICON = 16;
    private static final int FAINT = 18;
    private static final int HALF = 120;
    private static final int OPAQUE = 255;

    private final Canvas canvas;
    private final Image on;
    private final Image off;
    private final Font bold;
    private final int line;
    private final Point box;

    ForestPainter(Canvas canvas) {
        this.canvas = canvas;
        LocalResourceManager images = new LocalResourceManager(JFaceResources.getResources(), canvas);
        on = images.create(Icons.descriptor("domain-on"));
        off = images.create(Icons.descriptor("domain-off"));
        bold = JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT);
        GC gc = new GC(canvas);
        try {
            gc.setFont(bold);
            line = Math.max(ICON, gc.getFontMetrics().getHeight()) + 2;
            box = new Point((int) (LETTERS * gc.getFontMetrics().getAverageCharacterWidth()), LINES * line + 2 * PADDING);
        } finally {
            gc.dispose();
        }
    }

    int margin() {
        return MARGIN;
    }

    /** From the beginning of one box to that of the next. */
    Point pitch() {
        return new Point(box.x + GAP_X, box.y + GAP_Y);
    }

    /** What all of it takes. */
    Point size(ForestLayout layout) {
        return new Point(2 * MARGIN + layout.columns() * pitch().x - GAP_X, 2 * MARGIN + (int) Math.ceil(layout.rows() * pitch().y) - GAP_Y);
    }

    /** Where a box is on the canvas. */
    Rectangle place(Box at, Point origin) {
        return new Rectangle(MARGIN + at.column() * pitch().x - origin.x, MARGIN + (int) Math.round(at.row() * pitch().y) - origin.y, box.x, box.y);
    }

    void paint(Event event, ForestLayout layout, MemberWords words, Optional<Member> selection, Point origin) {
        GC gc = event.gc;
        gc.setAntialias(SWT.ON);
        Rectangle seen = new Rectangle(event.x, event.y, event.width, event.height);
        for (Box[] link : layout.links()) {
            Rectangle from = place(link[0], origin);
            Rectangle to = place(link[1], origin);
            if (from.union(to).intersects(seen)) {
                link(gc, from, to, link[0].member().state() == State.MISSING);
            }
        }
        for (Box each : layout.boxes()) {
            Rectangle place = place(each, origin);
            if (place.intersects(seen)) {
                box(gc, place, each.member(), words, selection.filter(each.member()::equals).isPresent());
            }
        }
    }

    private void link(GC gc, Rectangle from, Rectangle to, boolean broken) {
        style(gc, broken);
        int right = from.x + from.width;
        int start = from.y + from.height / 2;
        int end = to.y + to.height / 2;
        int middle = (right + to.x) / 2;
        Path path = new Path(gc.getDevice());
        try {
            path.moveTo(right, start);
            path.cubicTo(middle, start, middle, end, to.x, end);
            gc.drawPath(path);
        } finally {
            path.dispose();
        }
        plain(gc);
    }

    private void box(GC gc, Rectangle place, Member member, MemberWords words, boolean selected) {
        boolean missing = member.state() == State.MISSING;
        Color text = selected ? canvas.getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION_TEXT) : canvas.getForeground();
        gc.setBackground(selected ? canvas.getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION) : canvas.getForeground());
        gc.setAlpha(selected ? OPAQUE : FAINT);
        gc.fillRoundRectangle(place.x, place.y, place.width, place.height, ROUND, ROUND);
        style(gc, missing);
        gc.drawRoundRectangle(place.x, place.y, place.width, place.height, ROUND, ROUND);
        plain(gc);
        if (selected && canvas.isFocusControl()) {
            gc.setForeground(text);
            gc.setLineStyle(SWT.LINE_DOT);
            gc.drawRoundRectangle(place.x + 2, place.y + 2, place.width - 4, place.height - 4, ROUND, ROUND);
            plain(gc);
        }
        int width = place.width - 2 * PADDING;
        gc.setForeground(missing && !selected ? error() : text);
        gc.setFont(bold);
        write(gc, words.name(member), place, 0, 0, width, true);
        gc.setFont(canvas.getFont());
        boolean wrong = missing || member.state() == State.UNREADABLE;
        gc.setForeground(wrong && !selected ? error() : text);
        write(gc, words.what(member), place, 1, 0, width, false);
        String more = words.more(member);
        boolean used = !member.users().isEmpty();
        if (used) {
            gc.drawImage(words.running(member) ? on : off, place.x + PADDING, place.y + PADDING + 2 * line);
        }
        write(gc, more, place, 2, used ? ICON + 4 : 0, used ? width - ICON - 4 : width, missing);
    }

    private static void write(GC gc, String words, Rectangle place, int number, int indent, int width, boolean fromTheStart) {
        int height = (place.height - 2 * PADDING) / LINES;
        gc.drawText(shortened(gc, words, width, fromTheStart), place.x + PADDING + indent, place.y + PADDING + number * height, SWT.DRAW_TRANSPARENT);
    }

    /** @param fromTheStart whether its end matters more than its beginning */
    private static String shortened(GC gc, String words, int width, boolean fromTheStart) {
        if (gc.textExtent(words).x <= width) {
            return words;
        }
        int low = 0;
        int high = words.length();
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (gc.textExtent(cut(words, middle, fromTheStart)).x <= width) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return cut(words, low, fromTheStart);
    }

    private static String cut(String words, int length, boolean fromTheStart) {
        return fromTheStart ? "…" + words.substring(words.length() - length) : words.substring(0, length) + "…";
    }

    private void style(GC gc, boolean broken) {
        gc.setForeground(broken ? error() : canvas.getForeground());
        gc.setAlpha(broken ? OPAQUE : HALF);
        gc.setLineStyle(broken ? SWT.LINE_DASH : SWT.LINE_SOLID);
        gc.setLineWidth(broken ? 2 : 1);
    }

    private static void plain(GC gc) {
        gc.setAlpha(OPAQUE);
        gc.setLineStyle(SWT.LINE_SOLID);
        gc.setLineWidth(1);
    }

    private static Color error() {
        return JFaceResources.getColorRegistry().get(JFacePreferences.ERROR_COLOR);
    }
}
