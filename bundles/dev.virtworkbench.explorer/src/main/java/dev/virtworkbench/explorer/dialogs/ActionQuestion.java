package dev.virtworkbench.explorer.dialogs;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;

/** A question whose answer is a button that says what will be done. Where something is destroyed Cancel is the default. On the UI thread. */
abstract class ActionQuestion extends MessageDialog {

    static final int WIDTH = 560;

    private static final int GO_ON = 0;
    private static final int CANCEL = 1;

    /**
     * @param action what the button that goes on says, and the title
     * @param destroys whether something goes that does not come back
     */
    ActionQuestion(Shell shell, String action, boolean destroys, String question) {
        super(shell, action, null, question, destroys ? WARNING : QUESTION, new String[] {action, IDialogConstants.CANCEL_LABEL},
                destroys ? CANCEL : GO_ON);
    }

    /** Asks. @return whether to go on */
    final boolean agreed() {
        return open() == GO_ON;
    }

    /** Whether it can be answered by going on. */
    final void allow(boolean enough) {
        getButton(GO_ON).setEnabled(enough);
    }

    /** Where choices stand below each other. */
    static Composite choices(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(5, 8).applyTo(area);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(area);
        return area;
    }

    /** One of them, in as many lines as its words take. @param style a radio button, or one to check */
    static Button choice(Composite area, int style, String words) {
        Button button = new Button(area, style | SWT.WRAP);
        button.setText(words);
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(button);
        return button;
    }
}
