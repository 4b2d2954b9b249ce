package dev.virtworkbench.server.features;

import dev.virtworkbench.language.LibvirtDocument;
import dev.virtworkbench.language.structure.SelectionRanges;
import dev.virtworkbench.language.syntax.LineIndex;
import dev.virtworkbench.language.syntax.Span;
import java.util.List;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SelectionRange;

/** What a selection grows to, step by step. */
public final class SelectionRangeFeature {

    private SelectionRangeFeature() {
    }

    /** One answer a position, in their order, as the protocol wants; an empty range where nothing is around. */
    public static List<SelectionRange> at(LibvirtDocument document, List<Position> positions) {
        return positions.stream().map(position -> at(document, position)).toList();
    }

    private static SelectionRange at(LibvirtDocument document, Position position) {
        LineIndex lines = document.tree().lines();
        List<Span> innermostFirst = SelectionRanges.at(document.tree(), Ranges.offset(lines, position));
        SelectionRange around = null;
        for (Span span : innermostFirst.reversed()) {
            around = new SelectionRange(Ranges.of(lines, span), around);
        }
        return around != null ? around : new SelectionRange(new Range(position, position), null);
    }
}
