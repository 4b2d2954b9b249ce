package dev.virtworkbench.editor.diagnostics;

import dev.virtworkbench.editor.client.FindingsListener;
import dev.virtworkbench.editor.client.OpenDocuments;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.ITextFileBufferManager;
import org.eclipse.core.filebuffers.LocationKind;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.text.IDocument;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.ltk.core.refactoring.PerformChangeOperation;
import org.eclipse.ltk.core.refactoring.RefactoringCore;
import org.eclipse.ltk.core.refactoring.TextFileChange;
import org.eclipse.swt.graphics.Image;
import org.eclipse.text.edits.MultiTextEdit;
import org.eclipse.ui.IMarkerResolution2;
import org.eclipse.ui.PlatformUI;

/**
 * A quick fix of a file that no editor shows: made as a change of the workspace, saved and taken back by Edit > Undo. The server has the
 * file open for as long as it is asked, so the fix is asked for again when it is wanted. On the UI thread.
 *
 * @param label what it does; the same fix has it both times
 */
record FileFix(String label) implements IMarkerResolution2 {

    /** The fixes of a finding, the best first. */
    static List<FileFix> of(IMarker marker) {
        return opened(marker, document -> fixes(document, marker).stream().map(fix -> new FileFix(fix.getTitle())).toList())
                .orElse(List.of());
    }

    @Override
    public void run(IMarker marker) {
        opened(marker, document -> fixes(document, marker).stream().filter(fix -> fix.getTitle().equals(label)).findFirst()
                .flatMap(fix -> Fixes.edits(document, fix))).ifPresent(edits ->
                edits.ifPresentOrElse(made -> change((IFile) marker.getResource(), made), () -> say(Texts.NO_LONGER_OFFERED)));
    }

    private void change(IFile file, MultiTextEdit edits) {
        TextFileChange change = new TextFileChange(label, file);
        change.setEdit(edits);
        change.initializeValidationData(new NullProgressMonitor());
        PerformChangeOperation perform = new PerformChangeOperation(change);
        perform.setUndoManager(RefactoringCore.getUndoManager(), label);
        try {
            ResourcesPlugin.getWorkspace().run(perform, new NullProgressMonitor());
            if (!perform.changeExecuted()) {
                say(perform.getValidationStatus().getMessageMatchingSeverity(perform.getValidationStatus().getSeverity()));
            }
        } catch (CoreException failure) {
            ILog.of(FileFix.class).error("mending " + file.getFullPath(), failure);
            say(failure.getStatus().getMessage());
        }
    }

    private static List<CodeAction> fixes(IDocument document, IMarker marker) {
        return marker.exists() ? Fixes.of(document, Finding.of(marker, FileFindings.position(marker))) : List.of();
    }

    /** Asks something while the server has the marker's file open; empty if it cannot be read, which is told. */
    private static <R> Optional<R> opened(IMarker marker, Function<IDocument, R> question) {
        ITextFileBufferManager buffers = FileBuffers.getTextFileBufferManager();
        IPath path = marker.getResource().getFullPath();
        try {
            buffers.connect(path, LocationKind.IFILE, null);
            IDocument document = buffers.getTextFileBuffer(path, LocationKind.IFILE).getDocument();
            OpenDocuments.get().open(document, open -> new Unshown((IFile) marker.getResource()));
            try {
                return Optional.of(question.apply(document));
            } finally {
                OpenDocuments.get().close(document);
                buffers.disconnect(path, LocationKind.IFILE, null);
            }
        } catch (CoreException failure) {
            ILog.of(FileFix.class).error("reading " + path, failure);
            say(failure.getStatus().getMessage());
            return Optional.empty();
        }
    }

    private static void say(String message) {
        MessageDialog.openError(PlatformUI.getWorkbench().getModalDialogShellProvider().getShell(), Texts.NOT_MENDED, message);
    }

    @Override
    public String getLabel() {
        return label;
    }

    @Override
    public String getDescription() {
        return null;
    }

    @Override
    public Image getImage() {
        return null;
    }

    /** What is found in the meantime is known already. */
    private record Unshown(IFile file) implements FindingsListener {

        @Override
        public void found(List<Diagnostic> findings) {
            // its markers are there
        }

        @Override
        public void closed() {
            // The file may have changed meanwhile, and nobody else looked because it was open.
            WorkspaceJudging.get().judge(List.of(file));
        }
    }
}
