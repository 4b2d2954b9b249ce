package dev.virtworkbench.editor.occurrences;

import dev.virtworkbench.editor.content.DocumentFollower;
import dev.virtworkbench.editor.content.DocumentTrees;
import dev.virtworkbench.editor.content.TypingPause;
import dev.virtworkbench.language.structure.Highlight;
import dev.virtworkbench.language.structure.Highlights;
import dev.virtworkbench.language.syntax.Span;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModelExtension;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.jface.viewers.IPostSelectionProvider;
import org.eclipse.jface.viewers.ISelectionChangedListener;

/**
 * Marks the occurrences of what the caret is on, in the generic editor's own colour and as long as its button "Mark Occurrences" is
 * pressed. Made by the generic editor, one a viewer.
 */
public final class Occurrences implements DocumentFollower {

    /** The generic editor's annotation type for words that occur again. */
    public static final String ANNOTATION = "org.eclipse.ui.genericeditor.text";

    private static final String EDITOR = "org.eclipse.ui.genericeditor";
    private static final String SWITCH = "org.eclipse.ui.genericeditor.togglehighlight";

    private final TypingPause<XmlTree> pause = new TypingPause<>(tree -> tree, tree -> update());
    private final ISelectionChangedListener caretMoved = event -> update();
    private ISourceViewer viewer;
    private List<Span> marked = List.of();
    private Annotation[] annotations = {};

    @Override
    public void install(ITextViewer textViewer) {
        viewer = (ISourceViewer) textViewer;
        viewer.addTextInputListener(this);
        ((IPostSelectionProvider) viewer.getSelectionProvider()).addPostSelectionChangedListener(caretMoved);
        follow(viewer.getDocument());
    }

    @Override
    public void uninstall() {
        follow(null);
        viewer.removeTextInputListener(this);
        ((IPostSelectionProvider) viewer.getSelectionProvider()).removePostSelectionChangedListener(caretMoved);
        mark(List.of());
    }

    @Override
    public void follow(IDocument document) {
        pause.watch(document);
    }

    private void update() {
        boolean wanted = Platform.getPreferencesService().getBoolean(EDITOR, SWITCH, true, null);
        if (viewer.getDocument() != null && viewer.getSelectionProvider().getSelection() instanceof ITextSelection selection) {
            mark(!wanted ? List.of() : Highlights.at(DocumentTrees.of(viewer.getDocument()), selection.getOffset()).stream()
                    .map(Highlight::span).toList());
        }
    }

    private void mark(List<Span> spans) {
        if (spans.equals(marked) || !(viewer.getAnnotationModel() instanceof IAnnotationModelExtension model)) {
            return;
        }
        String text = spans.isEmpty() ? "" : viewer.getDocument().get();
        Map<Annotation, Position> added = new HashMap<>();
        spans.forEach(span -> added.put(new Annotation(ANNOTATION, false, span.of(text)), new Position(span.start(), span.length())));
        model.replaceAnnotations(annotations, added);
        annotations = added.keySet().toArray(Annotation[]::new);
        marked = spans;
    }
}
