package dev.virtworkbench.explorer.images;

import dev.virtworkbench.engine.actions.ImageLoss;
import dev.virtworkbench.engine.images.ImageChain;
import dev.virtworkbench.engine.images.ImageChange;
import dev.virtworkbench.engine.images.ImageInfo.Snapshot;
import dev.virtworkbench.explorer.dialogs.LossQuestion;
import dev.virtworkbench.explorer.dialogs.NewName;
import dev.virtworkbench.explorer.labels.Bytes;
import dev.virtworkbench.explorer.wizards.Fields;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/** The states that an image keeps of its guest's disk: made, gone back to, forgotten. */
final class SnapshotsDialog extends ImageDialog {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM).withZone(ZoneId.systemDefault());
    private static final int[] WIDTHS = {220, 200, 120};
    private static final int LINES = 7;

    private List<Snapshot> snapshots;
    private boolean working;
    private Table table;
    private Button make;
    private Button revert;
    private Button delete;
    private CopyFirst copy;

    SnapshotsDialog(OpenImage opened) {
        super(opened, "snapshots", Kind.IN_PLACE);
        snapshots = opened.info().snapshots();
    }

    @Override
    protected void createFields(Fields fields) {
        Composite both = new Composite(fields.area(), SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(both);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, true).applyTo(both);
        table = new Table(both, SWT.SINGLE | SWT.FULL_SELECTION | SWT.BORDER);
        table.setHeaderVisible(true);
        GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, LINES * table.getItemHeight()).applyTo(table);
        List<String> titles = List.of("snapshots.name", "snapshots.when", "snapshots.memory");
        for (int i = 0; i < titles.size(); i++) {
            TableColumn column = new TableColumn(table, i == WIDTHS.length - 1 ? SWT.RIGHT : SWT.LEFT);
            column.setText(Texts.get(titles.get(i)));
            column.setWidth(WIDTHS[i]);
        }
        table.addListener(SWT.Selection, event -> check());
        Composite buttons = new Composite(both, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(buttons);
        GridDataFactory.fillDefaults().applyTo(buttons);
        make = button(buttons, "snapshots.make", this::make);
        revert = button(buttons, "snapshots.revert", this::revert);
        delete = button(buttons, "snapshots.delete", this::delete);
        copy = new CopyFirst(fields, image().file());
        show();
    }

    private static Button button(Composite parent, String key, Runnable work) {
        Button button = new Button(parent, SWT.PUSH);
        button.setText(Texts.get(key));
        button.addListener(SWT.Selection, event -> work.run());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(button);
        return button;
    }

    private void show() {
        table.removeAll();
        for (Snapshot each : snapshots) {
            new TableItem(table, SWT.NONE).setText(new String[] {each.name(), WHEN.format(each.made()),
                each.memory() > 0 ? Bytes.of(each.memory()) : Texts.get("snapshots.disk")});
        }
    }

    @Override
    protected void stated() {
        make.setEnabled(!working);
        revert.setEnabled(!working && table.getSelectionCount() == 1);
        delete.setEnabled(!working && table.getSelectionCount() == 1);
    }

    private void make() {
        NewName rules = new NewName(snapshots.stream().map(Snapshot::name).toList());
        InputDialog dialog = new InputDialog(getShell(), Texts.get("snapshots.make.title"), Texts.get("snapshots.make.name"),
                rules.near("snapshot"), rules);
        if (dialog.open() == Window.OK) {
            change(new ImageChange.MakeSnapshot(dialog.getValue()));
        }
    }

    private void revert() {
        Snapshot chosen = snapshots.get(table.getSelectionIndex());
        if (LossQuestion.confirmed(getShell(), Texts.get("snapshots.revert.go"), List.of(ImageLoss.ofRevert(image().image(), chosen.name())))) {
            change(new ImageChange.Revert(chosen.id()));
        }
    }

    private void delete() {
        Snapshot chosen = snapshots.get(table.getSelectionIndex());
        if (snapshots.stream().filter(each -> each.name().equals(chosen.name())).count() > 1) {
            MessageDialog.openError(getShell(), Texts.get("snapshots.delete.go"), Texts.get("snapshots.twice", chosen.name()));
        } else if (LossQuestion.confirmed(getShell(), Texts.get("snapshots.delete.go"),
                List.of(ImageLoss.ofSnapshotDelete(image().image(), chosen.name())))) {
            change(new ImageChange.DeleteSnapshot(chosen.name()));
        }
    }

    private void change(ImageChange change) {
        working(true);
        if (!Opening.free(image(), change.operation())) {
            working(false);
            return;
        }
        Display display = table.getDisplay();
        ImageJobs.change(image(), change, copy.path(), changed -> { }).result().whenComplete((changed, failure) -> display.asyncExec(() -> {
            if (!table.isDisposed()) {
                Optional.ofNullable(changed).map(ImageChain::top).ifPresent(now -> snapshots = now.snapshots());
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
    protected boolean closesOnly() {
        return true;
    }

    @Override
    protected boolean go() {
        return true;
    }
}
