package dev.virtworkbench.explorer.chains;

import dev.virtworkbench.engine.images.ImageForest;
import dev.virtworkbench.engine.images.ImageForest.Member;
import dev.virtworkbench.explorer.chains.ForestLayout.Box;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.ScrollBar;

/** Images drawn as trees, of which one is selected, by mouse or by keys. Only what is in sight is drawn. */
final class ForestView {

    private static final int STEP = 24;
    private static final Set<Integer> MOVES = Set.of(SWT.ARROW_LEFT, SWT.ARROW_RIGHT, SWT.ARROW_UP, SWT.ARROW_DOWN, SWT.PAGE_UP, SWT.PAGE_DOWN);

    private final Canvas canvas;
    private final ForestPainter painter;
    private final Consumer<Optional<Member>> selected;
    private ForestLayout layout;
    private MemberWords words;
    private Predicate<Member> shown = member -> true;
    private int wide = 1;
    private Optional<Member> selection = Optional.empty();
    private final Point origin = new Point(0, 0);
    /** Until there has been something to see. */
    private boolean unseen = true;

    /**
     * @param selected is told what is selected, also when that is nothing
     * @param opened is told what Enter or a double click are meant for
     */
    ForestView(Composite parent, Consumer<Optional<Member>> selected, Consumer<Member> opened) {
        this.selected = selected;
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED | SWT.H_SCROLL | SWT.V_SCROLL | SWT.BORDER);
        painter = new ForestPainter(canvas);
        canvas.addListener(SWT.Paint, event -> {
            if (layout != null) {
                painter.paint(event, layout, words, selection, origin);
            }
        });
        canvas.addListener(SWT.Resize, event -> fit());
        canvas.addListener(SWT.FocusIn, event -> canvas.redraw());
        canvas.addListener(SWT.FocusOut, event -> canvas.redraw());
        canvas.addListener(SWT.MouseDown, event -> {
            canvas.setFocus();
            select(at(event), false);
        });
        canvas.addListener(SWT.MouseDoubleClick, event -> at(event).ifPresent(opened));
        canvas.addListener(SWT.MouseMove, event -> hover(at(event).map(it -> words.details(it)).orElse(null)));
        canvas.addListener(SWT.KeyDown, event -> key(event, opened));
        // arrows go from image to image, and Tab goes on
        canvas.addListener(SWT.Traverse, event -> {
            boolean tab = event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS;
            boolean mine = event.detail == SWT.TRAVERSE_ARROW_NEXT || event.detail == SWT.TRAVERSE_ARROW_PREVIOUS || event.detail == SWT.TRAVERSE_RETURN;
            event.doit = tab || event.doit && !mine;
        });
        canvas.addListener(SWT.MenuDetect, this::menu);
        for (ScrollBar bar : List.of(canvas.getHorizontalBar(), canvas.getVerticalBar())) {
            bar.addListener(SWT.Selection, event -> {
                origin.x = canvas.getHorizontalBar().getSelection();
                origin.y = canvas.getVerticalBar().getSelection();
                canvas.redraw();
            });
        }
        canvas.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = selection.map(it -> words.details(it)).orElseGet(() -> Texts.get("part"));
            }
        });
    }

    Canvas control() {
        return canvas;
    }

    /** Shows that forest; what was selected stays so if it is there. */
    void show(ImageForest forest, MemberWords itsWords) {
        words = itsWords;
        Optional<Member> same = selection.flatMap(before -> forest.member(before.path()));
        relayOut(forest);
        select(same, false);
    }

    /** Shows only trees with an image that fits. */
    void filter(Predicate<Member> fits) {
        shown = fits;
        if (words != null) {
            relayOut(words.forest());
            select(selection.filter(it -> layout.box(it.path()).isPresent()), true);
        }
    }

    Optional<Member> selected() {
        return selection;
    }

    boolean empty() {
        return layout == null || layout.boxes().isEmpty();
    }

    /** Selects the image with that path and brings it into sight. @return whether it is there */
    boolean select(String path) {
        Optional<Member> member = layout == null ? Optional.empty() : layout.box(path).map(Box::member);
        member.ifPresent(it -> select(member, true));
        return member.isPresent();
    }

    private void relayOut(ImageForest forest) {
        layout = new ForestLayout(forest, shown, wide);
        fit();
        canvas.redraw();
    }

    private void select(Optional<Member> next, boolean bring) {
        selection = next;
        canvas.redraw();
        if (bring) {
            next.flatMap(it -> layout.box(it.path())).ifPresent(this::bring);
        }
        selected.accept(next);
        canvas.getAccessible().setFocus(ACC.CHILDID_SELF);
    }

    private Optional<Member> at(Event event) {
        return layout == null ? Optional.empty() : layout.boxes().stream()
                .filter(box -> painter.place(box, origin).contains(event.x, event.y)).findFirst().map(Box::member);
    }

    private void hover(String details) {
        if (!Objects.equals(details, canvas.getToolTipText())) {
            canvas.setToolTipText(details);
        }
    }

    private void key(Event event, Consumer<Member> opened) {
        if (layout == null || layout.boxes().isEmpty()) {
            return;
        }
        Optional<Box> now = selection.flatMap(it -> layout.box(it.path()));
        if (event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR) {
            selection.ifPresent(opened);
            return;
        }
        Optional<Box> next = switch (event.keyCode) {
            case SWT.HOME -> inOrder().findFirst();
            case SWT.END -> inOrder().reduce((before, after) -> after);
            case SWT.ARROW_LEFT -> now.flatMap(box -> words.forest().base(box.member()).flatMap(base -> layout.box(base.path()))
                    .or(() -> beside(box, -1)));
            case SWT.ARROW_RIGHT -> now.flatMap(box -> words.forest().overlays(box.member()).stream().flatMap(it -> layout.box(it.path()).stream())
                    .findFirst().or(() -> words.forest().base(box.member()).isPresent() ? Optional.empty() : beside(box, 1)));
            case SWT.ARROW_UP -> now.flatMap(box -> nearest(box, -1));
            case SWT.ARROW_DOWN -> now.flatMap(box -> nearest(box, 1));
            case SWT.PAGE_UP -> now.flatMap(box -> far(box, -1));
            case SWT.PAGE_DOWN -> now.flatMap(box -> far(box, 1));
            default -> Optional.empty();
        };
        next.or(() -> now.isEmpty() && MOVES.contains(event.keyCode) ? inOrder().findFirst() : Optional.empty())
                .ifPresent(box -> select(Optional.of(box.member()), true));
    }

    private Stream<Box> inOrder() {
        return layout.boxes().stream().sorted(Comparator.comparingDouble(Box::row).thenComparingInt(Box::column));
    }

    /** An image without a tree has its neighbours in its row. */
    private Optional<Box> beside(Box box, int way) {
        return layout.boxes().stream().filter(each -> each.row() == box.row() && each.column() == box.column() + way).findFirst();
    }

    /** The next one above or below: in its column, else where one is. */
    private Optional<Box> nearest(Box box, int way) {
        return layout.boxes().stream().filter(each -> way * (each.row() - box.row()) > 0)
                .min(Comparator.<Box>comparingInt(each -> Math.abs(each.column() - box.column()))
                        .thenComparingDouble(each -> Math.abs(each.row() - box.row())));
    }

    /** The one in its column, or near to it, about a page away. */
    private Optional<Box> far(Box box, int way) {
        double row = box.row() + way * Math.max(1, canvas.getClientArea().height / painter.pitch().y);
        return layout.boxes().stream().filter(each -> way * (each.row() - box.row()) > 0)
                .min(Comparator.<Box>comparingDouble(each -> Math.abs(each.row() - row) + Math.abs(each.column() - box.column())));
    }

    /** By key it opens at what is selected, wherever the mouse is. */
    private void menu(Event event) {
        if (event.detail == SWT.MENU_KEYBOARD) {
            selection.flatMap(it -> layout.box(it.path())).ifPresent(box -> {
                Rectangle place = painter.place(box, origin);
                Point point = canvas.toDisplay(place.x + place.width / 2, place.y + place.height / 2);
                event.x = point.x;
                event.y = point.y;
            });
        }
    }

    private void bring(Box box) {
        Rectangle place = painter.place(box, origin);
        Rectangle area = canvas.getClientArea();
        int margin = painter.margin();
        origin.x += shift(place.x - margin, place.x + place.width + margin, area.width);
        origin.y += shift(place.y - margin, place.y + place.height + margin, area.height);
        fit();
    }

    /** How far to go that both ends are between 0 and that length, the beginning before the end. */
    private static int shift(int from, int to, int length) {
        return from < 0 || to - from > length ? from : Math.max(0, to - length);
    }

    /** Has the scroll bars tell where we are, and fills the width. */
    private void fit() {
        Rectangle area = canvas.getClientArea();
        if (layout == null || area.isEmpty()) {
            return;
        }
        int now = Math.max(1, (area.width - painter.margin()) / painter.pitch().x);
        if (now != wide) {
            wide = now;
            layout = new ForestLayout(words.forest(), shown, wide);
        }
        if (unseen) {
            begin(area);
        }
        Point size = painter.size(layout);
        origin.x = bar(canvas.getHorizontalBar(), origin.x, size.x, area.width);
        origin.y = bar(canvas.getVerticalBar(), origin.y, size.y, area.height);
        canvas.redraw();
    }

    /** Of many images that build on one, it stands at half their height: what they all begin with is seen first. */
    private void begin(Rectangle area) {
        inOrder().filter(box -> box.column() == 0).findFirst().ifPresent(root -> {
            Rectangle place = painter.place(root, origin);
            origin.y += place.y + (place.height - area.height) / 2;
            unseen = false;
        });
    }

    private static int bar(ScrollBar bar, int at, int all, int seen) {
        int place = Math.clamp(at, 0, Math.max(0, all - seen));
        bar.setValues(place, 0, Math.max(all, seen), seen, STEP, Math.max(STEP, seen - STEP));
        bar.setVisible(all > seen);
        return place;
    }
}
