package dev.virtworkbench.server.features;

import dev.virtworkbench.language.syntax.TextEdit;
import dev.virtworkbench.server.documents.Snapshot;
import dev.virtworkbench.server.session.ClientSupport;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.TextDocumentEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Edits of one document as the client takes them: bound to the version they were made for, where it can check that. */
final class DocumentEdit {

    private DocumentEdit() {
    }

    static WorkspaceEdit of(Snapshot snapshot, List<TextEdit> edits, ClientSupport client) {
        var lspEdits = Ranges.edits(snapshot.lines(), edits);
        if (client.documentChanges()) {
            var identifier = new VersionedTextDocumentIdentifier(snapshot.uri(), snapshot.version());
            return new WorkspaceEdit(List.of(Either.forLeft(new TextDocumentEdit(identifier,
                    lspEdits.stream().map(Either::<org.eclipse.lsp4j.TextEdit, org.eclipse.lsp4j.SnippetTextEdit>forLeft).toList()))));
        }
        return new WorkspaceEdit(Map.of(snapshot.uri(), lspEdits));
    }
}
