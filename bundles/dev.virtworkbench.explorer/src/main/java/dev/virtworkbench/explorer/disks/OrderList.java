package dev.virtworkbench.explorer.disks;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.CheckboxTableViewer;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;

/**
 * Things to be ticked and put in an order: the ticked ones count, from above.
 *
 * @param <T> things that are equal only to themselves
 */
final class OrderList<T> {

    private static final int ROWS = 6;

    private final List<T> all = new ArrayList<>();
    private final Composite area;
    private final CheckboxTableViewer table;
    private final Button up;
    private final Button down;
    private final Runnable changed;

    /** @param changed told when something is ticked or moved */
    OrderList(Composite parent, Function<T, String> words, Runnable changed) {
        this.changed = changed;
        area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(area);
        table = CheckboxTableViewer.newCheckList(area, SWT.BORDER | SWT.SINGLE | SWT.FULL_SELECTION | SWT.V_SCROLL);
        GridDataFactory.fillDefaults().grab(true, true).span(1, 2).hint(SWT.DEFAULT, ROWS * table.getTable().getItemHeight()).applyTo(table.getTable());
        table.setContentProvider(ArrayContentProvider.getInstance());
        table.setLabelProvider(LabelProvider.createTextProvider(each -> words.apply(thing(each))));
        table.setInput(all);
        table.addCheckStateListener(event -> changed.run());
        table.addSelectionChangedListener(event -> enable());
        up = button("up", -1);
        down = button("down", 1);
        enable();
    }

    /** The table has nothing else in it. */
    @SuppressWarnings("unchecked")
    private T thing(Object row) {
        return (T) row;
    }

    private Button button(String name, int by) {
        Button button = new Button(area, SWT.PUSH);
        button.setText(Texts.get(name));
        button.addListener(SWT.Selection, event -> move(by));
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.BEGINNING).applyTo(button);
        return button;
    }

    /** All of it. */
    Composite control() {
        return area;
    }

    /** Shows other things. @param ticked in their order; the others of all stand behind them */
    void show(List<T> ticked, List<T> others) {
        all.clear();
        all.addAll(ticked);
        others.stream().filter(each -> !ticked.contains(each)).forEach(all::add);
        table.refresh();
        table.setAllChecked(false);
        ticked.forEach(each -> table.setChecked(each, true));
        table.setSelection(all.isEmpty() ? StructuredSelection.EMPTY : new StructuredSelection(all.getFirst()));
        enable();
    }

    /** The ticked ones, the first first. */
    List<T> ticked() {
        return all.stream().filter(table::getChecked).toList();
    }

    private int selected() {
        return all.indexOf(((IStructuredSelection) table.getSelection()).getFirstElement());
    }

    private void move(int by) {
        int from = selected();
        T moved = all.remove(from);
        all.add(from + by, moved);
        table.refresh();
        table.setSelection(new StructuredSelection(moved), true);
        enable();
        changed.run();
    }

    private void enable() {
        int at = selected();
        up.setEnabled(at > 0);
        down.setEnabled(at >= 0 && at < all.size() - 1);
    }
}
