package dev.virtworkbench.editor.diagnostics;

import dev.virtworkbench.editor.client.FindingsListener;
import dev.virtworkbench.editor.client.OpenDocument;
import dev.virtworkbench.editor.client.OpenDocuments;
import dev.virtworkbench.editor.content.DocumentFollower;
import dev.virtworkbench.editor.content.OpenText;
import java.util.List;
import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.lsp4j.Diagnostic;

/** Has the language server judge what a viewer shows, for as long as it shows it. Made by the generic editor, one a viewer. */
public final class Judging implements DocumentFollower {

    private ITextViewer viewer;
    private IDocument judged;

    @Override
    public void install(ITextViewer textViewer) {
        viewer = textViewer;
        viewer.addTextInputListener(this);
        follow(viewer.getDocument());
    }

    @Override
    public void uninstall() {
        viewer.removeTextInputListener(this);
        follow(null);
    }

    @Override
    public void follow(IDocument document) {
        if (judged != null) {
            OpenDocuments.get().close(judged);
        }
        judged = document != null && OpenDocuments.get().open(document, Judging::shown) ? document : null;
    }

    private static FindingsListener shown(OpenDocument open) {
        IDocument document = open.document();
        ITextFileBuffer buffer = FileBuffers.getTextFileBufferManager().getTextFileBuffer(document);
        IFile file = buffer.getLocation() == null ? null : ResourcesPlugin.getWorkspace().getRoot().getFile(buffer.getLocation());
        IAnnotationModel model = buffer.getAnnotationModel();
        return new Ours(document, file != null && file.exists() ? new MarkerFindings(document, file, model)
                : new AnnotationFindings(document, model));
    }

    /** Lets through findings of what is libvirt's: an empty file that was opened may have become somebody else's XML. */
    private record Ours(IDocument document, FindingsListener shown) implements FindingsListener {

        @Override
        public void found(List<Diagnostic> findings) {
            shown.found(OpenText.mayBecomeLibvirt(document) ? findings : List.of());
        }

        @Override
        public void closed() {
            shown.closed();
        }
    }
}
