package dev.virtworkbench.explorer.files;

import dev.virtworkbench.explorer.files.DocumentReading.Source;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.handlers.HandlerUtil;

/** Something that is done with the selected files, or the one in the active editor, and a host. */
abstract class FilesHandler extends AbstractHandler {

    @Override
    public final Object execute(ExecutionEvent event) {
        Shell shell = HandlerUtil.getActiveShell(event);
        List<Source> files = files(event).stream().<Source>map(file -> () -> DocumentText.of(file)).toList();
        DocumentReading.then(shell, files, texts ->
                HostChoice.ask(shell).ifPresent(host -> run(new HostFiles(shell, host, Optional.empty()), texts)));
        return null;
    }

    /** Does it; at least one document. */
    abstract void run(HostFiles host, List<DocumentText> texts);

    private static List<IFile> files(ExecutionEvent event) {
        if (HandlerUtil.getCurrentSelection(event) instanceof IStructuredSelection selection) {
            return ((List<?>) selection.toList()).stream().map(each -> Adapters.adapt(each, IFile.class))
                    .filter(file -> file != null && file.exists()).toList();
        }
        IEditorInput input = HandlerUtil.getActiveEditorInput(event);
        IFile file = input == null ? null : input.getAdapter(IFile.class);
        return file == null ? List.of() : List.of(file);
    }
}
