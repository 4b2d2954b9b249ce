package dev.virtworkbench.explorer.files;

import dev.virtworkbench.explorer.dialogs.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;

/** Reads documents beside the UI thread: what people choose or drop may be on a slow network, or no document at all. */
public final class DocumentReading {

    private DocumentReading() { }

    /** A file that may hold a document. */
    @FunctionalInterface
    public interface Source {
        /** Reads it on the caller's thread; empty if there is no document in it that can be applied. */
        Optional<DocumentText> read() throws CoreException;
    }

    /**
     * Reads files and goes on, on the UI thread, with the documents in them; tells if there are none, or one could not be read.
     * Comes back at once.
     *
     * @param next gets at least one
     */
    public static void then(Shell shell, List<Source> files, Consumer<List<DocumentText>> next) {
        Job.create(Texts.get("files.reading"), monitor -> {
            try {
                List<DocumentText> texts = new ArrayList<>();
                for (Source file : files) {
                    if (monitor.isCanceled()) {
                        return Status.CANCEL_STATUS;
                    }
                    file.read().ifPresent(texts::add);
                }
                go(shell, texts, next);
            } catch (CoreException e) {
                Failure.show(e);
            }
            return Status.OK_STATUS;
        }).schedule();
    }

    private static void go(Shell shell, List<DocumentText> texts, Consumer<List<DocumentText>> next) {
        if (shell.isDisposed()) {
            return;
        }
        shell.getDisplay().asyncExec(() -> {
            if (shell.isDisposed()) {
                return;
            }
            if (texts.isEmpty()) {
                MessageDialog.openInformation(shell, Texts.get("files"), Texts.get("files.none"));
            } else {
                next.accept(texts);
            }
        });
    }
}
