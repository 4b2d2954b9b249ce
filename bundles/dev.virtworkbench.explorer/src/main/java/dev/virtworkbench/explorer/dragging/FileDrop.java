package dev.virtworkbench.explorer.dragging;

import dev.virtworkbench.engine.hosts.HostState;
import dev.virtworkbench.explorer.files.DocumentReading;
import dev.virtworkbench.explorer.files.DocumentReading.Source;
import dev.virtworkbench.explorer.files.DocumentText;
import dev.virtworkbench.explorer.files.HostFiles;
import dev.virtworkbench.explorer.model.HostObject;
import dev.virtworkbench.explorer.model.Node;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.util.LocalSelectionTransfer;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredViewer;
import org.eclipse.jface.viewers.ViewerDropAdapter;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.TransferData;
import org.eclipse.swt.widgets.Shell;

/** Files dropped onto a host, or anything of it, are offered to be defined there; volumes' documents onto a pool go into it. */
public final class FileDrop extends ViewerDropAdapter {

    /** @param viewer shows hosts and what is below them */
    public FileDrop(StructuredViewer viewer) {
        super(viewer);
        setFeedbackEnabled(false);
    }

    /** The files stay where they are, whatever keys are held. */
    @Override
    public void dragOver(DropTargetEvent event) {
        super.dragOver(event);
        if (event.detail == DND.DROP_MOVE || event.detail == DND.DROP_DEFAULT) {
            event.detail = DND.DROP_COPY;
        }
    }

    @Override
    public boolean validateDrop(Object target, int operation, TransferData type) {
        boolean files = !LocalSelectionTransfer.getTransfer().isSupportedType(type)
                || !selectedFiles(LocalSelectionTransfer.getTransfer().getSelection()).isEmpty();
        return files && target instanceof Node node && node.host().status().state() == HostState.CONNECTED;
    }

    @Override
    public boolean performDrop(Object data) {
        return drop(data, (Node) getCurrentTarget());
    }

    /**
     * Offers to define the documents in files; comes back before these are read.
     *
     * @param data a selection, resources or paths, as they were dragged
     * @return whether there are files among them
     */
    public boolean drop(Object data, Node target) {
        List<Source> files = files(data);
        if (files.isEmpty()) {
            return false;
        }
        Optional<UUID> pool = target instanceof HostObject.OfPool into ? Optional.of(into.summary().uuid()) : Optional.empty();
        Shell shell = getViewer().getControl().getShell();
        DocumentReading.then(shell, files, texts -> new HostFiles(shell, target.host(), pool).define(texts, false));
        return true;
    }

    private static List<Source> files(Object data) {
        if (data instanceof String[] paths) {
            return Arrays.stream(paths).map(Path::of).<Source>map(path -> () -> DocumentText.of(path)).toList();
        }
        List<IFile> files = data instanceof IResource[] resources ? filesAmong(List.of(resources)) : selectedFiles(data);
        return files.stream().<Source>map(file -> () -> DocumentText.of(file)).toList();
    }

    private static List<IFile> selectedFiles(Object selection) {
        return selection instanceof IStructuredSelection structured ? filesAmong(structured.toList()) : List.of();
    }

    private static List<IFile> filesAmong(List<?> objects) {
        return objects.stream().map(each -> Adapters.adapt(each, IFile.class)).filter(file -> file != null && file.exists()).toList();
    }
}
