package dev.virtworkbench.server.features;

import dev.virtworkbench.language.LibvirtDocument;
import dev.virtworkbench.language.structure.InlayHints;
import dev.virtworkbench.language.syntax.LineIndex;
import dev.virtworkbench.server.session.Session;
import java.util.List;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Sizes in units that people read, beside the numbers; unless they are switched off. */
public final class InlayHintFeature {

    private final Session session;

    public InlayHintFeature(Session session) {
        this.session = session;
    }

    public List<InlayHint> in(LibvirtDocument document, Range range) {
        if (!session.settings().inlayHints()) {
            return List.of();
        }
        LineIndex lines = document.tree().lines();
        return InlayHints.of(document.tree(), Ranges.span(lines, range)).stream().map(hint -> {
            InlayHint answer = new InlayHint(Ranges.position(lines, hint.offset()), Either.forLeft(hint.label()));
            answer.setPaddingLeft(true);
            return answer;
        }).toList();
    }
}
