package dev.virtworkbench.explorer.dialogs;

import dev.virtworkbench.engine.storage.Existing;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;

/** Asks what building a pool shall do with what is on its devices already. */
public final class BuildDialog extends MessageDialog {

    private static final int GO_ON = 0;

    private final List<Existing> choices;
    private Existing chosen;

    private BuildDialog(Shell shell, String action, String words, List<Existing> choices) {
        super(shell, action, null, words, QUESTION, new String[] {action, IDialogConstants.CANCEL_LABEL}, GO_ON);
        this.choices = choices;
        chosen = choices.getFirst();
    }

    /**
     * Asks. On the UI thread.
     *
     * @param action what the button that goes on says
     * @param pool its name
     * @param place where it is built
     * @param choices the careful one first
     * @return empty if the person cancelled
     */
    public static Optional<Existing> ask(Shell shell, String action, String pool, String place, List<Existing> choices) {
        BuildDialog dialog = new BuildDialog(shell, action, Texts.get("build.question", pool, place), choices);
        return dialog.open() == GO_ON ? Optional.of(dialog.chosen) : Optional.empty();
    }

    @Override
    protected Control createCustomArea(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(area);
        for (Existing choice : choices) {
            Button button = new Button(area, SWT.RADIO);
            button.setText(Texts.get("build." + choice));
            button.setSelection(choice == chosen);
            button.addListener(SWT.Selection, event -> {
                if (button.getSelection()) {
                    chosen = choice;
                }
            });
        }
        return area;
    }
}
