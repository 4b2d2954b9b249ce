package dev.virtworkbench.explorer.dialogs;

import dev.virtworkbench.engine.hosts.Credentials;
import dev.virtworkbench.explorer.workbench.HelpContext;
import dev.virtworkbench.explorer.workbench.Person;
import java.util.Optional;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;

/** Asks for what a host wants to know before it lets somebody in. The answer is kept nowhere. */
public final class CredentialsDialog implements Credentials {

    @Override
    public Optional<String> ask(Question question) {
        if (!PlatformUI.isWorkbenchRunning()) {
            return Optional.empty();
        }
        Display display = PlatformUI.getWorkbench().getDisplay();
        return display.syncCall(() -> open(question));
    }

    private static Optional<String> open(Question question) {
        InputDialog dialog = new InputDialog(Person.shell(),
                Texts.get("credentials.title", question.host()), question.prompt(), question.proposal(), null) {
            @Override
            protected void configureShell(Shell shell) {
                super.configureShell(shell);
                HelpContext.HOSTS.of(shell);
            }

            @Override
            protected int getInputTextStyle() {
                return SWT.SINGLE | SWT.BORDER | (question.secret() ? SWT.PASSWORD : 0);
            }
        };
        return dialog.open() == Window.OK ? Optional.of(dialog.getValue()) : Optional.empty();
    }
}
