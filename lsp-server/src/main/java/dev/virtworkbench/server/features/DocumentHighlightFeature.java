package dev.virtworkbench.server.features;

import dev.virtworkbench.language.LibvirtDocument;
import dev.virtworkbench.language.structure.Highlight;
import dev.virtworkbench.language.structure.Highlights;
import dev.virtworkbench.language.syntax.LineIndex;
import java.util.List;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightKind;
import org.eclipse.lsp4j.Position;

/** Where else stands what the cursor is on. */
public final class DocumentHighlightFeature {

    private DocumentHighlightFeature() {
    }

    public static List<DocumentHighlight> at(LibvirtDocument document, Position position) {
        LineIndex lines = document.tree().lines();
        return Highlights.at(document.tree(), Ranges.offset(lines, position)).stream()
                .map(highlight -> new DocumentHighlight(Ranges.of(lines, highlight.span()), kind(highlight.kind())))
                .toList();
    }

    private static DocumentHighlightKind kind(Highlight.Kind kind) {
        return switch (kind) {
            case NAME -> DocumentHighlightKind.Text;
            case DEFINITION -> DocumentHighlightKind.Write;
            case USE -> DocumentHighlightKind.Read;
        };
    }
}
