package dev.virtworkbench.editor.selection;

import dev.virtworkbench.language.syntax.Span;
import java.util.Optional;
import org.eclipse.jface.text.IDocument;

/** Selects the next smaller thing around the place where the selection began to grow. */
public final class ShrinkSelection extends SelectionHandler {

    @Override
    Optional<Span> next(IDocument document, Span selected, int place) {
        return Optional.of(SelectionSteps.inside(document, selected, place));
    }
}
