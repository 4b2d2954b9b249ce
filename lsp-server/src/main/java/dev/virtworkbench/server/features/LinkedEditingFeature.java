package dev.virtworkbench.server.features;

import dev.virtworkbench.language.LibvirtDocument;
import dev.virtworkbench.language.structure.LinkedEditing;
import dev.virtworkbench.language.syntax.LineIndex;
import dev.virtworkbench.language.syntax.Span;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.LinkedEditingRanges;
import org.eclipse.lsp4j.Position;

/** The names of a tag pair, which the client changes together. */
public final class LinkedEditingFeature {

    private LinkedEditingFeature() {
    }

    public static Optional<LinkedEditingRanges> at(LibvirtDocument document, Position position) {
        LineIndex lines = document.tree().lines();
        List<Span> names = LinkedEditing.at(document.tree(), Ranges.offset(lines, position));
        return names.isEmpty() ? Optional.empty() : Optional.of(new LinkedEditingRanges(
                names.stream().map(name -> Ranges.of(lines, name)).toList(), LinkedEditing.WORD_PATTERN));
    }
}
