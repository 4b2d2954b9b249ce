package dev.virtworkbench.editor.diagnostics;

import dev.virtworkbench.editor.client.Answers;
import dev.virtworkbench.editor.client.Edits;
import dev.virtworkbench.editor.client.OpenDocument;
import dev.virtworkbench.editor.client.OpenDocuments;
import dev.virtworkbench.editor.client.Positions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jface.text.IDocument;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.text.edits.MultiTextEdit;

/** The server's quick fixes of what is wrong in an open document. On the UI thread, which waits for the server a moment. */
final class Fixes {

    private Fixes() {}

    /** The fixes of a finding, the best first; empty if the document is not open. */
    static List<CodeAction> of(IDocument document, Finding finding) {
        Range range = Positions.range(document, finding.start(), finding.length());
        Diagnostic told = new Diagnostic(range, finding.message());
        told.setCode(finding.code());
        CodeActionContext context = new CodeActionContext(List.of(told), List.of(CodeActionKind.QuickFix));
        return OpenDocuments.get().of(document)
                .flatMap(open -> Answers.await(open.ask(server ->
                        server.getTextDocumentService().codeAction(new CodeActionParams(open.identifier(), range, context)))))
                .stream().flatMap(List::stream).flatMap(Fixes::action).toList();
    }

    /** What mends all that can be mended without a choice; empty if nothing can, or the document is not open. */
    static Optional<CodeAction> all(IDocument document) {
        CodeActionContext context = new CodeActionContext(List.of(), List.of(CodeActionKind.SourceFixAll));
        return OpenDocuments.get().of(document)
                .flatMap(open -> Answers.await(open.ask(server -> server.getTextDocumentService().codeAction(new CodeActionParams(
                        open.identifier(), Positions.range(document, 0, document.getLength()), context)))))
                .stream().flatMap(List::stream).flatMap(Fixes::action).findFirst();
    }

    /** Makes a fix's edits, as one step of undo. */
    static void apply(IDocument document, CodeAction fix) {
        OpenDocuments.get().of(document).ifPresent(open -> edit(open, fix).ifPresent(edit -> Edits.apply(open, edit)));
    }

    /** A fix's edits, not made yet; empty if the document is not open or was edited meanwhile. */
    static Optional<MultiTextEdit> edits(IDocument document, CodeAction fix) {
        return OpenDocuments.get().of(document).flatMap(open -> edit(open, fix).flatMap(edit -> Edits.of(open, edit)));
    }

    private static Optional<WorkspaceEdit> edit(OpenDocument open, CodeAction fix) {
        return fix.getEdit() != null ? Optional.of(fix.getEdit())
                : Answers.await(open.ask(server -> server.getTextDocumentService().resolveCodeAction(fix))).map(CodeAction::getEdit);
    }

    private static Stream<CodeAction> action(Either<org.eclipse.lsp4j.Command, CodeAction> either) {
        return either.isRight() ? Stream.of(either.getRight()) : Stream.empty();
    }
}
