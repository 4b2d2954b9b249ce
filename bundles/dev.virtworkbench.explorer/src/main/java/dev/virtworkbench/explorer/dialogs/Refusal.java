package dev.virtworkbench.explorer.dialogs;

import dev.virtworkbench.language.findings.Message;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;

/** Tells that something is not done, though it was asked for, because others need what it would change. */
public final class Refusal {

    private Refusal() { }

    /**
     * Opens the dialog and waits until it is closed. On the UI thread.
     *
     * @param action what was asked for
     * @param reasons the engine's
     */
    public static void show(Shell shell, String action, List<Message> reasons) {
        String words = reasons.stream().map(reason -> "• " + Texts.of(reason)).collect(Collectors.joining("\n"));
        MessageDialog.openError(shell, Texts.get("refusal.title", action), Texts.get("refusal.what") + "\n\n" + words);
    }
}
