package dev.virtworkbench.explorer.live;

import dev.virtworkbench.engine.apply.Applied;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.redaction.Redaction;
import dev.virtworkbench.explorer.applying.Applying;
import dev.virtworkbench.explorer.workbench.Person;
import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.operation.IRunnableContext;
import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.IDocument;
import org.eclipse.ui.editors.text.TextFileDocumentProvider;

/** Documents of live objects in editors: to save is to apply, with the difference looked at first. */
public final class LiveDocumentProvider extends TextFileDocumentProvider {

    /** Asks and applies; whatever comes of it but success leaves the editor dirty, with all that was typed. */
    @Override
    protected void commitFileBuffer(IProgressMonitor monitor, FileInfo info, boolean overwrite) throws CoreException {
        LiveInput input = (LiveInput) info.fElement;
        LiveDocument document = LiveDocument.at(input.getURI())
                .orElseThrow(() -> new CoreException(Status.error(Texts.get("not-open", input.getName()))));
        Host host = VirtWorkbench.get().engine().host(input.object().host())
                .orElseThrow(() -> new CoreException(Status.error(Texts.get("host-removed", input.object().host()))));
        Applying applying = new Applying(Person.shell(), host);
        String text = info.fTextFileBuffer.getDocument().get();
        List<Applied> applied = applying.apply(List.of(document.request(text)),
                conflict -> ConflictCompare.open(document, conflict));
        if (applied.isEmpty()) {
            if (monitor != null) {
                monitor.setCanceled(true);
            }
            throw new CoreException(Status.CANCEL_STATUS);
        }
        took(document, applied.getFirst());
    }

    /** A text that named an object which was not there yet has made one: that gets an editor of its own. */
    private static void took(LiveDocument document, Applied applied) throws CoreException {
        LiveObject now = LiveObject.of(applied);
        if (now.uri().equals(document.object().uri())) {
            document.take(applied.after());
        } else {
            document.take(document.text());
            LiveEditors.show(now, applied.after());
            if (document.isNew()) {
                LiveEditors.closeLater(document.object());
            }
        }
    }

    /** What is saved under another name, to a file, goes without passwords. */
    @Override
    protected DocumentProviderOperation createSaveOperation(Object element, IDocument document, boolean overwrite)
            throws CoreException {
        boolean elsewhere = getFileInfo(element) == null;
        return super.createSaveOperation(element,
                elsewhere ? new Document(Redaction.withoutSecrets(document.get())) : document, overwrite);
    }

    /** The workspace has no part in this: it would be locked for as long as a person looks at the difference. */
    @Override
    protected IRunnableContext getOperationRunner(IProgressMonitor monitor) {
        return null;
    }

    @Override
    protected void disposeFileInfo(Object element, FileInfo info) {
        super.disposeFileInfo(element, info);
        Optional.of(element).filter(LiveInput.class::isInstance).map(LiveInput.class::cast)
                .flatMap(input -> LiveDocument.at(input.getURI())).ifPresent(LiveDocument::close);
    }
}
