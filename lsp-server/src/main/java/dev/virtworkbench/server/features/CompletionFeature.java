package dev.virtworkbench.server.features;

import dev.virtworkbench.language.LibvirtDocument;
import dev.virtworkbench.server.documents.Snapshot;
import dev.virtworkbench.server.session.Session;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;

/** What can be written at a place. */
public final class CompletionFeature {

    private final Session session;

    public CompletionFeature(Session session) {
        this.session = session;
    }

    public CompletionList at(Snapshot snapshot, LibvirtDocument document, CompletionParams params) {
        return new CompletionList();
    }

    public CompletionItem resolve(CompletionItem item) {
        return item;
    }
}
