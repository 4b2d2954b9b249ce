package dev.virtworkbench.editor.diagnostics;

import dev.virtworkbench.editor.client.OpenDocuments;
import java.util.Optional;
import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.filebuffers.LocationKind;
import org.eclipse.core.resources.IMarker;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.Position;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.IMarkerResolution2;
import org.eclipse.ui.IMarkerResolutionGenerator2;
import org.eclipse.ui.texteditor.AbstractMarkerAnnotationModel;

/** The quick fixes of files' findings, for the Problems view, Ctrl+1 and the hover alike, whether an editor has the file open or not. */
public final class MarkerFixes implements IMarkerResolutionGenerator2 {

    @Override
    public boolean hasResolutions(IMarker marker) {
        return Finding.of(marker, new Position(0)).fixable();
    }

    @Override
    public IMarkerResolution[] getResolutions(IMarker marker) {
        Optional<ITextFileBuffer> shown = buffer(marker).filter(buffer -> OpenDocuments.get().of(buffer.getDocument()).isPresent());
        if (shown.isEmpty()) {
            return FileFix.of(marker).toArray(IMarkerResolution[]::new);
        }
        IDocument document = shown.get().getDocument();
        return Fixes.of(document, Finding.of(marker, position(marker, shown.get()))).stream()
                .map(fix -> new Resolution(document, fix)).toArray(IMarkerResolution[]::new);
    }

    private static Optional<ITextFileBuffer> buffer(IMarker marker) {
        return Optional.ofNullable(FileBuffers.getTextFileBufferManager()
                .getTextFileBuffer(marker.getResource().getFullPath(), LocationKind.IFILE));
    }

    /** Where the finding is in the text as it is now. */
    private static Position position(IMarker marker, ITextFileBuffer buffer) {
        Position moved = buffer.getAnnotationModel() instanceof AbstractMarkerAnnotationModel model
                ? model.getMarkerPosition(marker) : null;
        return moved != null ? moved : FileFindings.position(marker);
    }

    private record Resolution(IDocument document, CodeAction fix) implements IMarkerResolution2 {

        @Override
        public String getLabel() {
            return fix.getTitle();
        }

        @Override
        public String getDescription() {
            return null;
        }

        @Override
        public Image getImage() {
            return null;
        }

        @Override
        public void run(IMarker marker) {
            Fixes.apply(document, fix);
        }
    }
}
