package dev.virtworkbench.editor.folding;

import dev.virtworkbench.editor.content.DocumentFollower;
import dev.virtworkbench.editor.content.TypingPause;
import dev.virtworkbench.language.structure.FoldingRange;
import dev.virtworkbench.language.structure.FoldingRanges;
import dev.virtworkbench.language.syntax.LineIndex;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.projection.IProjectionListener;
import org.eclipse.jface.text.source.projection.ProjectionAnnotation;
import org.eclipse.jface.text.source.projection.ProjectionAnnotationModel;
import org.eclipse.jface.text.source.projection.ProjectionViewer;

/** Keeps the folds of an editor at what the text has; those that stay keep being open or closed. Made by the generic editor, one a viewer. */
public final class ElementFolding implements DocumentFollower, IProjectionListener {

    private final TypingPause<Set<Position>> pause = new TypingPause<>(ElementFolding::folds, this::show);
    private ProjectionViewer viewer;

    /** A fold of ours: others in the same editor are left alone. */
    private static final class Fold extends ProjectionAnnotation {}

    @Override
    public void install(ITextViewer textViewer) {
        // Viewers that compare have no folds.
        if (textViewer instanceof ProjectionViewer foldable) {
            viewer = foldable;
            viewer.addProjectionListener(this);
            viewer.addTextInputListener(this);
            follow(viewer.getDocument());
        }
    }

    @Override
    public void uninstall() {
        if (viewer != null) {
            follow(null);
            viewer.removeProjectionListener(this);
            viewer.removeTextInputListener(this);
            viewer = null;
        }
    }

    @Override
    public void projectionEnabled() {
        pause.act();
    }

    @Override
    public void projectionDisabled() {
        // the viewer takes its model and all folds away
    }

    @Override
    public void follow(IDocument document) {
        pause.watch(document);
    }

    private void show(Set<Position> wanted) {
        ProjectionAnnotationModel model = viewer.getProjectionAnnotationModel();
        if (model == null) {
            return;
        }
        List<Annotation> gone = new ArrayList<>();
        for (Iterator<Annotation> present = model.getAnnotationIterator(); present.hasNext();) {
            if (present.next() instanceof Fold fold && !wanted.remove(model.getPosition(fold))) {
                gone.add(fold);
            }
        }
        Map<Annotation, Position> added = new HashMap<>();
        wanted.forEach(position -> added.put(new Fold(), position));
        if (!gone.isEmpty() || !added.isEmpty()) {
            model.modifyAnnotations(gone.toArray(Annotation[]::new), added, null);
        }
    }

    /** Whole lines, the one that stays visible among them, as the viewer wants. */
    private static Set<Position> folds(XmlTree tree) {
        LineIndex lines = tree.lines();
        Set<Position> folds = new HashSet<>();
        for (FoldingRange range : FoldingRanges.of(tree)) {
            int start = lines.lineStart(range.startLine());
            int end = range.endLine() + 1 < lines.lineCount() ? lines.lineStart(range.endLine() + 1) : lines.lineEnd(range.endLine());
            folds.add(new Position(start, end - start));
        }
        return folds;
    }
}
