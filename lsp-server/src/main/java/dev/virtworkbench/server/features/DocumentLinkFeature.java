package dev.virtworkbench.server.features;

import dev.virtworkbench.language.LibvirtDocument;
import dev.virtworkbench.language.structure.DocumentLinks;
import java.util.List;
import org.eclipse.lsp4j.DocumentLink;

/** Paths and addresses that can be opened. */
public final class DocumentLinkFeature {

    private DocumentLinkFeature() {
    }

    public static List<DocumentLink> of(LibvirtDocument document) {
        return DocumentLinks.of(document.tree()).stream()
                .map(link -> new DocumentLink(Ranges.of(document.tree().lines(), link.span()), link.target().toString()))
                .toList();
    }
}
