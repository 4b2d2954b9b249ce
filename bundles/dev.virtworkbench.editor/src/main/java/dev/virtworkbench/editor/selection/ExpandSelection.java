package dev.virtworkbench.editor.selection;

import dev.virtworkbench.language.syntax.Span;
import java.util.Optional;
import org.eclipse.jface.text.IDocument;

/** Selects the next larger thing around what is selected. */
public final class ExpandSelection extends SelectionHandler {

    @Override
    Optional<Span> next(IDocument document, Span selected, int place) {
        return SelectionSteps.around(document, selected);
    }
}
