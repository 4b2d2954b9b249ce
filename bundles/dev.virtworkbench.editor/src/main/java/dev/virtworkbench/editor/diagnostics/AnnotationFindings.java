package dev.virtworkbench.editor.diagnostics;

import dev.virtworkbench.editor.client.FindingsListener;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.IAnnotationModelExtension;
import org.eclipse.lsp4j.Diagnostic;

/** Findings of a live document, or of a file outside the workspace: only what has changed is shown anew. */
final class AnnotationFindings implements FindingsListener {

    private final IDocument document;
    private final IAnnotationModel model;

    AnnotationFindings(IDocument document, IAnnotationModel model) {
        this.document = document;
        this.model = model;
    }

    @Override
    public void found(List<Diagnostic> findings) {
        Set<Finding> wanted = new HashSet<>();
        findings.forEach(each -> wanted.add(Finding.of(document, each)));
        Set<Annotation> gone = new HashSet<>();
        for (Iterator<Annotation> all = model.getAnnotationIterator(); all.hasNext();) {
            Annotation each = all.next();
            Position position = each instanceof FindingAnnotation ? model.getPosition(each) : null;
            if (position != null && !wanted.remove(((FindingAnnotation) each).finding().at(position))) {
                gone.add(each);
            }
        }
        Map<Annotation, Position> added = new HashMap<>();
        wanted.forEach(each -> added.put(new FindingAnnotation(each), new Position(each.start(), each.length())));
        if (!gone.isEmpty() || !added.isEmpty()) {
            ((IAnnotationModelExtension) model).replaceAnnotations(gone.toArray(Annotation[]::new), added);
        }
    }

    @Override
    public void closed() {
        found(List.of());
    }
}
