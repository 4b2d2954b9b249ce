package dev.virtworkbench.explorer.applying;

import dev.virtworkbench.engine.apply.Applied;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;

/** Tells what libvirt made otherwise of a text than it was sent: what it dropped, what it altered. */
final class OutcomeDialog extends MessageDialog {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 160;

    private final List<Row> rows;

    private OutcomeDialog(Shell shell, String words, List<Row> rows) {
        super(shell, Texts.get("outcome"), null, words, WARNING, new String[] {IDialogConstants.OK_LABEL}, 0);
        this.rows = rows;
        setShellStyle(getShellStyle() | SWT.RESIZE);
    }

    /** Tells of it if there is anything to tell. */
    static void tell(Shell shell, List<Applied> all) {
        for (Applied applied : all) {
            List<Row> rows = new ArrayList<>();
            applied.dropped().forEach(change -> rows.add(Row.of(change, "")));
            applied.altered().forEach(change -> rows.add(Row.of(change, "")));
            if (!rows.isEmpty()) {
                String key = applied.dropped().isEmpty() ? "outcome.altered" : "outcome.dropped";
                new OutcomeDialog(shell, Texts.get(key, applied.name(), applied.dropped().size()), rows).open();
            }
        }
    }

    @Override
    protected Control createCustomArea(Composite parent) {
        Composite tree = RowTree.create(parent, rows,
                List.of(Texts.get("column.where"), Texts.get("column.sent"), Texts.get("column.kept")));
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, HEIGHT).applyTo(tree);
        return tree;
    }
}
