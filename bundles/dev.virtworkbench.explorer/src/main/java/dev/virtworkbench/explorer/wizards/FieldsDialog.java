package dev.virtworkbench.explorer.wizards;

import dev.virtworkbench.explorer.workbench.HelpContext;
import java.util.Optional;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;

/** A dialog of some fields, which can be answered once nothing is wrong with what is stated. On the UI thread. */
public abstract class FieldsDialog extends TitleAreaDialog {

    private static final int LEAST_WIDTH = 620;

    private final HelpContext help;
    private final String title;
    private final String go;
    private boolean ready;

    /**
     * @param title of the window
     * @param go what is on the button that does it
     */
    protected FieldsDialog(Shell shell, HelpContext help, String title, String go) {
        super(shell);
        this.help = help;
        this.title = title;
        this.go = go;
        // the question mark of the dialog's corner: F1 is there all the same
        setHelpAvailable(false);
    }

    @Override
    protected final void configureShell(Shell shell) {
        super.configureShell(shell);
        help.of(shell);
        shell.setText(title);
    }

    @Override
    protected final boolean isResizable() {
        return true;
    }

    @Override
    protected final Point getInitialSize() {
        Point size = super.getInitialSize();
        return new Point(Math.max(size.x, LEAST_WIDTH), size.y);
    }

    @Override
    protected final Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        Fields fields = new Fields(area, this::check);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(fields.control());
        create(fields);
        return area;
    }

    @Override
    protected final void createButtonsForButtonBar(Composite parent) {
        Button button = createButton(parent, IDialogConstants.OK_ID, go, !careful() || closesOnly());
        if (!closesOnly()) {
            createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, careful());
        }
        ready = true;
        button.setEnabled(problem().isEmpty());
        begun();
    }

    /** Looks at what is stated now; does nothing before all fields are there. */
    protected final void check() {
        if (!ready) {
            return;
        }
        Optional<String> problem = problem();
        setErrorMessage(problem.orElse(null));
        getButton(IDialogConstants.OK_ID).setEnabled(problem.isEmpty());
        stated();
    }

    @Override
    protected final void okPressed() {
        if (problem().isEmpty() && go()) {
            super.okPressed();
        }
    }

    /** Says at the head what it is about, and puts the fields there. */
    protected abstract void create(Fields fields);

    /** What is wrong with what is stated; empty if nothing is. */
    protected abstract Optional<String> problem();

    /** Does it, starts it, or keeps what was answered. @return whether the dialog has done its work */
    protected abstract boolean go();

    /** Whether something can be lost, so that Enter alone cancels. */
    protected boolean careful() {
        return false;
    }

    /** Whether what it is for is done by its own buttons, and the last one closes it. */
    protected boolean closesOnly() {
        return false;
    }

    /** All that can be stated is there. */
    protected void begun() {
        stated();
    }

    /** Something else is stated than before. */
    protected void stated() { }
}
