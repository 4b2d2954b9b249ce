package dev.virtworkbench.explorer.wizards;

import dev.virtworkbench.explorer.dialogs.Failure;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.operation.IRunnableContext;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.dialogs.ElementListSelectionDialog;

/**
 * Has somebody choose one of what a host lists.
 *
 * @param title of the dialog
 * @param message above the list
 * @param empty what stands there if nothing is listed
 * @param line what stands for one of them
 */
public record Chooser<T>(String title, String message, String empty, Function<T, String> line) {

    /** Asks a host; not on the UI thread. */
    @FunctionalInterface
    public interface Listing<T> {
        /** Fails as the jobs that it waits for. */
        List<T> list(IProgressMonitor monitor) throws InterruptedException;
    }

    /**
     * Lists, with progress, and asks; on the UI thread. That nothing could be listed is told, with libvirt's reason.
     *
     * @return empty if nobody chose any or they could not be listed
     */
    @SuppressWarnings("unchecked")
    public Optional<T> choose(Shell shell, IRunnableContext context, Listing<T> listing) {
        List<T> all = new ArrayList<>();
        try {
            context.run(true, true, monitor -> all.addAll(listing.list(monitor)));
        } catch (InvocationTargetException e) {
            Failure.show(e.getCause());
            return Optional.empty();
        } catch (InterruptedException stopped) {
            // of the runnable, whose end this is; nobody interrupts the UI thread
            return Optional.empty();
        }
        ElementListSelectionDialog dialog = new ElementListSelectionDialog(shell, LabelProvider.createTextProvider(each -> line.apply((T) each)));
        dialog.setHelpAvailable(false);
        dialog.setTitle(title);
        // of a label, where & stands before a key
        dialog.setMessage(message.replace("&", "&&"));
        dialog.setEmptyListMessage(empty);
        dialog.setMultipleSelection(false);
        dialog.setElements(all.toArray());
        return dialog.open() == Window.OK ? Optional.ofNullable((T) dialog.getFirstResult()) : Optional.empty();
    }
}
