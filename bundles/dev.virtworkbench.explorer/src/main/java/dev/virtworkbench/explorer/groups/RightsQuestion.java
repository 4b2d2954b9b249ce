package dev.virtworkbench.explorer.groups;

import dev.virtworkbench.engine.commands.Rights;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;

/** Whether LVM's programs may be run as root, and how: said before it is done. */
public final class RightsQuestion {

    private RightsQuestion() { }

    /**
     * Asks. On the UI thread.
     *
     * @param host its URI
     * @param ways how the person can become root there, the usual one first; at least one
     * @return the way that they agree to; empty if to none
     */
    public static Optional<Rights> ask(Shell shell, String host, List<Rights> ways) {
        String words = Stream.concat(Stream.of(Texts.get("root.question", host)), ways.stream().map(way -> Texts.get("root." + way)))
                .collect(Collectors.joining("\n\n"));
        String[] buttons = Stream.concat(ways.stream().map(way -> Texts.get("root.go." + way)), Stream.of(IDialogConstants.CANCEL_LABEL)).toArray(String[]::new);
        int answer = new MessageDialog(shell, Texts.get("root"), null, words, MessageDialog.QUESTION, buttons, ways.size()).open();
        return answer >= 0 && answer < ways.size() ? Optional.of(ways.get(answer)) : Optional.empty();
    }
}
