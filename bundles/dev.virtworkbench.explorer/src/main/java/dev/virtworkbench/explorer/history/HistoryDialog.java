package dev.virtworkbench.explorer.history;

import dev.virtworkbench.engine.history.HistoryEntry;
import dev.virtworkbench.explorer.labels.Times;
import dev.virtworkbench.explorer.workbench.HelpContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;

/** What was applied, the newest first: when, what, to which host; before and after side by side; and the way back. */
final class HistoryDialog extends Dialog {

    private static final int COMPARE = IDialogConstants.CLIENT_ID;
    private static final int PUT_BACK = IDialogConstants.CLIENT_ID + 1;
    private static final int WIDTH = 780;
    private static final int HEIGHT = 320;

    private final List<HistoryEntry> entries;
    private TableViewer table;

    HistoryDialog(Shell shell, List<HistoryEntry> entries) {
        super(shell);
        this.entries = List.copyOf(entries);
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        HelpContext.HISTORY.of(shell);
        shell.setText(Texts.get("history"));
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        Composite frame = new Composite(area, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, HEIGHT).applyTo(frame);
        TableColumnLayout layout = new TableColumnLayout();
        frame.setLayout(layout);
        table = new TableViewer(frame, SWT.BORDER | SWT.FULL_SELECTION | SWT.SINGLE);
        table.getTable().setHeaderVisible(true);
        column(layout, "column.when", 30, entry -> Times.toTheSecond(entry.when()));
        column(layout, "column.what", 28, PastEntry::words);
        column(layout, "column.how", 12, PastEntry::how);
        column(layout, "column.host", 30, HistoryEntry::uri);
        table.setContentProvider(ArrayContentProvider.getInstance());
        table.setInput(entries);
        table.addSelectionChangedListener(event -> update());
        table.addDoubleClickListener(event -> compare());
        if (!entries.isEmpty()) {
            table.setSelection(new StructuredSelection(entries.getFirst()));
        }
        applyDialogFont(area);
        return area;
    }

    private void column(TableColumnLayout layout, String heading, int weight, Function<HistoryEntry, String> cell) {
        TableViewerColumn column = new TableViewerColumn(table, SWT.LEFT);
        column.getColumn().setText(Texts.get(heading));
        column.setLabelProvider(ColumnLabelProvider.createTextProvider(entry -> cell.apply((HistoryEntry) entry)));
        layout.setColumnData(column.getColumn(), new ColumnWeightData(weight));
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, COMPARE, Texts.get("compare"), false);
        createButton(parent, PUT_BACK, Texts.get("put-back"), false);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CLOSE_LABEL, true);
        update();
    }

    private void update() {
        Optional<HistoryEntry> entry = selected();
        if (getButton(COMPARE) != null) {
            getButton(COMPARE).setEnabled(entry.isPresent());
            getButton(PUT_BACK).setEnabled(entry.filter(PastEntry::canBePutBack).isPresent());
        }
    }

    private Optional<HistoryEntry> selected() {
        return Optional.ofNullable((HistoryEntry) table.getStructuredSelection().getFirstElement());
    }

    @Override
    protected void buttonPressed(int button) {
        switch (button) {
            case COMPARE -> compare();
            case PUT_BACK -> selected().ifPresent(this::putBack);
            default -> super.buttonPressed(button);
        }
    }

    private void compare() {
        selected().ifPresent(PastEntry::compare);
    }

    private void putBack(HistoryEntry entry) {
        if (PastEntry.putBack(getShell(), entry)) {
            close();
        }
    }
}
