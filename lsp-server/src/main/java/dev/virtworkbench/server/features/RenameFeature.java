package dev.virtworkbench.server.features;

import dev.virtworkbench.language.LibvirtDocument;
import dev.virtworkbench.language.structure.ElementRename;
import dev.virtworkbench.language.syntax.LineIndex;
import dev.virtworkbench.language.syntax.TextEdit;
import dev.virtworkbench.server.documents.Snapshot;
import dev.virtworkbench.server.session.Messages;
import dev.virtworkbench.server.session.Session;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;

/** Renames an element in both its tags. */
public final class RenameFeature {

    private final Session session;

    public RenameFeature(Session session) {
        this.session = session;
    }

    /** The name that can be changed at a place; empty where there is none. */
    public static Optional<PrepareRenameResult> prepare(LibvirtDocument document, Position position) {
        LineIndex lines = document.tree().lines();
        return ElementRename.prepare(document.tree(), Ranges.offset(lines, position))
                .map(target -> new PrepareRenameResult(Ranges.of(lines, target.span()), target.placeholder()));
    }

    /** @throws ResponseErrorException with a message for the person, if there is nothing to rename or the name is refused */
    public WorkspaceEdit edit(Snapshot snapshot, LibvirtDocument document, Position position, String newName) {
        int offset = Ranges.offset(document.tree().lines(), position);
        List<TextEdit> edits = ElementRename.edits(document.tree(), offset, newName);
        if (edits.isEmpty()) {
            String key = ElementRename.prepare(document.tree(), offset).isPresent() ? "rename.name" : "rename.place";
            throw new ResponseErrorException(new ResponseError(ResponseErrorCode.InvalidParams,
                    Messages.of(key, newName).in(session.locale()), null));
        }
        return DocumentEdit.of(snapshot, edits, session.client());
    }
}
