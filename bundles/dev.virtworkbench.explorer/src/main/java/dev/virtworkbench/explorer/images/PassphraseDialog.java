package dev.virtworkbench.explorer.images;

import dev.virtworkbench.engine.images.Passphrase;
import java.util.Optional;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Shell;

/** Asks what opens an encrypted image. Nobody keeps it. */
public final class PassphraseDialog extends InputDialog {

    private PassphraseDialog(Shell shell, String name) {
        super(shell, Texts.get("passphrase.title"), Texts.get("passphrase.question", name), "",
                typed -> typed.isEmpty() ? "" : null);
    }

    /** On the UI thread. @return empty if the person cancelled */
    public static Optional<Passphrase> ask(Shell shell, String name) {
        PassphraseDialog dialog = new PassphraseDialog(shell, name);
        return dialog.open() == Window.OK ? Optional.of(new Passphrase(dialog.getValue())) : Optional.empty();
    }

    @Override
    protected int getInputTextStyle() {
        return super.getInputTextStyle() | SWT.PASSWORD;
    }
}
