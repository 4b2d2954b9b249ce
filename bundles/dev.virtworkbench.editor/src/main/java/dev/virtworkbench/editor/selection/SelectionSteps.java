package dev.virtworkbench.editor.selection;

import dev.virtworkbench.editor.content.DocumentTrees;
import dev.virtworkbench.language.structure.SelectionRanges;
import dev.virtworkbench.language.syntax.Span;
import java.util.Optional;
import org.eclipse.jface.text.IDocument;

/** What a selection becomes when it grows or shrinks by one step. */
final class SelectionSteps {

    private SelectionSteps() {}

    /** The next larger selection; empty if all is selected. */
    static Optional<Span> around(IDocument document, Span selected) {
        return SelectionRanges.at(DocumentTrees.of(document), selected.start()).stream()
                .filter(step -> step.start() <= selected.start() && selected.end() <= step.end() && !step.equals(selected)).findFirst();
    }

    /**
     * The next smaller selection around a place.
     *
     * @param place where growing began, in the selection
     * @return the empty span at the place if there is no smaller one
     */
    static Span inside(IDocument document, Span selected, int place) {
        return SelectionRanges.at(DocumentTrees.of(document), place).stream()
                .filter(step -> selected.start() <= step.start() && step.end() <= selected.end() && !step.equals(selected))
                .reduce((smaller, larger) -> larger).orElse(Span.at(place));
    }
}
