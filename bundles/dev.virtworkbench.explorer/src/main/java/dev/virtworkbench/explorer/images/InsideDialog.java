package dev.virtworkbench.explorer.images;

import dev.virtworkbench.engine.images.ImageChain;
import dev.virtworkbench.engine.images.ImageChange;
import dev.virtworkbench.engine.images.ImageInfo;
import dev.virtworkbench.explorer.wizards.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/**
 * A list of what an image keeps inside it, with buttons that change it; each change is seen in the list at once.
 *
 * @param <T> what it keeps
 */
abstract class InsideDialog<T> extends ImageDialog {

    private static final int LINES = 7;

    private List<T> kept;
    private boolean working;
    private Table table;
    private Composite buttons;
    private final List<Button> always = new ArrayList<>();
    private final List<Button> onOne = new ArrayList<>();
    private CopyFirst copy;

    InsideDialog(OpenImage opened, String subject) {
        super(opened, subject, Kind.IN_PLACE);
        kept = in(opened.info());
    }

    /** What the image keeps. */
    abstract List<T> in(ImageInfo info);

    /** The columns: keys of their titles. */
    abstract List<String> titles();

    /** How wide they are. The last one is flush right. */
    abstract int[] widths();

    /** It as a row. */
    abstract String[] row(T each);

    /** Makes the buttons. */
    abstract void createButtons();

    @Override
    protected void createFields(Fields fields) {
        Composite both = new Composite(fields.area(), SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(both);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, true).applyTo(both);
        table = new Table(both, SWT.SINGLE | SWT.FULL_SELECTION | SWT.BORDER);
        table.setHeaderVisible(true);
        GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, LINES * table.getItemHeight()).applyTo(table);
        for (int i = 0; i < titles().size(); i++) {
            TableColumn column = new TableColumn(table, i == titles().size() - 1 ? SWT.RIGHT : SWT.LEFT);
            column.setText(Texts.get(titles().get(i)));
            column.setWidth(widths()[i]);
        }
        table.addListener(SWT.Selection, event -> check());
        buttons = new Composite(both, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(buttons);
        GridDataFactory.fillDefaults().applyTo(buttons);
        createButtons();
        copy = new CopyFirst(fields, image().file());
        show();
    }

    /** A button that can always be pressed. */
    final Button button(String key, Runnable work) {
        Button button = new Button(buttons, SWT.PUSH);
        button.setText(Texts.get(key));
        button.addListener(SWT.Selection, event -> work.run());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(button);
        always.add(button);
        return button;
    }

    /** A button for the one that is selected. */
    final Button buttonOnOne(String key, Runnable work) {
        Button button = button(key, work);
        always.remove(button);
        onOne.add(button);
        return button;
    }

    final List<T> kept() {
        return kept;
    }

    /** While one is. */
    final T selected() {
        return kept.get(table.getSelectionIndex());
    }

    private void show() {
        table.removeAll();
        kept.forEach(each -> new TableItem(table, SWT.NONE).setText(row(each)));
    }

    @Override
    protected void stated() {
        always.forEach(each -> each.setEnabled(!working));
        onOne.forEach(each -> each.setEnabled(!working && table.getSelectionCount() == 1));
    }

    /** Does it, and shows what has become of it. */
    final void change(ImageChange change) {
        working(true);
        if (!Opening.free(image(), change.operation())) {
            working(false);
            return;
        }
        Display display = table.getDisplay();
        ImageJobs.change(image(), change, copy.path(), changed -> { }).result().whenComplete((changed, failure) -> display.asyncExec(() -> {
            if (!table.isDisposed()) {
                Optional.ofNullable(changed).map(ImageChain::top).ifPresent(now -> kept = in(now));
                show();
                working(false);
            }
        }));
    }

    private void working(boolean now) {
        working = now;
        check();
    }

    @Override
    protected Optional<String> problem() {
        return Optional.empty();
    }

    @Override
    protected final boolean closesOnly() {
        return true;
    }

    @Override
    protected final boolean go() {
        return true;
    }
}
