package dev.virtworkbench.explorer.snapshots;

import dev.virtworkbench.engine.snapshots.Snapshot;
import dev.virtworkbench.explorer.workbench.HelpContext;
import java.util.Optional;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;

/** Asks how a snapshot shall be described, in as many lines as one likes. */
final class DescribeDialog extends InputDialog {

    private static final int LINES = 5;

    private DescribeDialog(Shell shell, Snapshot snapshot) {
        super(shell, Texts.get("describe"), Texts.get("describe.question", snapshot.name()), snapshot.description(), null);
    }

    /** On the UI thread. @return empty if the person cancelled */
    static Optional<String> ask(Shell shell, Snapshot snapshot) {
        DescribeDialog dialog = new DescribeDialog(shell, snapshot);
        return dialog.open() == Window.OK ? Optional.of(dialog.getValue().strip()) : Optional.empty();
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        HelpContext.SNAPSHOTS.of(shell);
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Control area = super.createDialogArea(parent);
        GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, LINES * getText().getLineHeight()).applyTo(getText());
        return area;
    }

    @Override
    protected int getInputTextStyle() {
        return SWT.MULTI | SWT.WRAP | SWT.V_SCROLL | SWT.BORDER;
    }
}
