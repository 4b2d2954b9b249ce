package dev.virtworkbench.server;

import dev.virtworkbench.server.documents.OpenDocument;
import dev.virtworkbench.server.documents.OpenDocuments;
import dev.virtworkbench.server.features.CodeActionFeature;
import dev.virtworkbench.server.features.CompletionFeature;
import dev.virtworkbench.server.features.DefinitionFeature;
import dev.virtworkbench.server.features.DocumentHighlightFeature;
import dev.virtworkbench.server.features.DocumentLinkFeature;
import dev.virtworkbench.server.features.DocumentSymbolFeature;
import dev.virtworkbench.server.features.FoldingRangeFeature;
import dev.virtworkbench.server.features.FormattingFeature;
import dev.virtworkbench.server.features.HoverFeature;
import dev.virtworkbench.server.features.InlayHintFeature;
import dev.virtworkbench.server.features.LinkedEditingFeature;
import dev.virtworkbench.server.features.RenameFeature;
import dev.virtworkbench.server.features.SelectionRangeFeature;
import dev.virtworkbench.server.features.SemanticTokenFeature;
import dev.virtworkbench.server.session.Session;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.*;
import org.eclipse.lsp4j.jsonrpc.messages.Either3;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.TextDocumentService;

/**
 * The {@code textDocument/…} half of the protocol: keeps the texts in step on the thread that reads the client's messages,
 * and hands each request to the feature of its name.
 */
final class DocumentService implements TextDocumentService {

    private final OpenDocuments documents;
    private final DocumentRequests requests;
    private final Diagnoses diagnoses;
    private final ServerLog log;
    private final CompletionFeature completion;
    private final HoverFeature hover;
    private final CodeActionFeature codeActions;
    private final DocumentSymbolFeature symbols;
    private final InlayHintFeature inlayHints;
    private final FormattingFeature formatting;
    private final RenameFeature rename;
    private final SemanticTokenFeature semanticTokens = new SemanticTokenFeature();

    DocumentService(Session session, OpenDocuments documents, DocumentRequests requests, Diagnoses diagnoses, ServerLog log) {
        this.documents = documents;
        this.requests = requests;
        this.diagnoses = diagnoses;
        this.log = log;
        completion = new CompletionFeature(session);
        hover = new HoverFeature(session, log);
        codeActions = new CodeActionFeature(session);
        symbols = new DocumentSymbolFeature(session);
        inlayHints = new InlayHintFeature(session);
        formatting = new FormattingFeature(session);
        rename = new RenameFeature(session);
    }

    @Override
    public void didOpen(DidOpenTextDocumentParams params) {
        log.guard("textDocument/didOpen", () -> documents.open(params.getTextDocument()));
    }

    @Override
    public void didChange(DidChangeTextDocumentParams params) {
        log.guard("textDocument/didChange", () -> {
            String uri = params.getTextDocument().getUri();
            int version = Optional.ofNullable(params.getTextDocument().getVersion()).orElse(0);
            if (documents.edit(uri, version, params.getContentChanges()).isEmpty()) {
                log.info("an edit of a document that is not open: " + uri);
            }
        });
    }

    @Override
    public void didClose(DidCloseTextDocumentParams params) {
        log.guard("textDocument/didClose", () -> documents.close(params.getTextDocument().getUri()).ifPresent(diagnoses::closed));
    }

    @Override
    public void didSave(DidSaveTextDocumentParams params) {
        // What is saved is what is open. Some clients send it without being asked to.
    }

    @Override
    public CompletableFuture<DocumentDiagnosticReport> diagnostic(DocumentDiagnosticParams params) {
        String uri = params.getTextDocument().getUri();
        Optional<OpenDocument> open = documents.find(uri);
        DocumentDiagnosticReport nothing = new DocumentDiagnosticReport(new RelatedFullDocumentDiagnosticReport(List.of()));
        return requests.aboutAll("textDocument/diagnostic", params.getTextDocument(), nothing, (snapshot, document, cancel) ->
                diagnoses.report(open.orElseThrow(), snapshot, params.getPreviousResultId()));
    }

    @Override
    public CompletableFuture<Either<List<CompletionItem>, CompletionList>> completion(CompletionParams params) {
        return requests.atPlaceOfText("textDocument/completion", params.getTextDocument(), Either.forRight(new CompletionList()),
                snapshot -> Either.forRight(completion.at(snapshot, params.getPosition())));
    }

    @Override
    public CompletableFuture<CompletionItem> resolveCompletionItem(CompletionItem item) {
        return requests.elsewhere("completionItem/resolve", cancel -> completion.resolve(item));
    }

    @Override
    public CompletableFuture<Hover> hover(HoverParams params) {
        return requests.atPlace("textDocument/hover", params.getTextDocument(), null,
                (snapshot, document, cancel) -> hover.at(document, params.getPosition()).orElse(null));
    }

    @Override
    public CompletableFuture<List<Either<Command, CodeAction>>> codeAction(CodeActionParams params) {
        return requests.atPlace("textDocument/codeAction", params.getTextDocument(), List.of(), (snapshot, document, cancel) ->
                codeActions.at(snapshot, diagnoses.findings(snapshot), params, cancel).stream()
                        .map(Either::<Command, CodeAction>forRight).toList());
    }

    @Override
    public CompletableFuture<CodeAction> resolveCodeAction(CodeAction action) {
        Optional<String> uri = CodeActionFeature.uri(action);
        return requests.atPlace("codeAction/resolve", new TextDocumentIdentifier(uri.orElse("")), action,
                (snapshot, document, cancel) -> codeActions.resolve(snapshot, diagnoses.findings(snapshot), action, cancel));
    }

    @Override
    public CompletableFuture<List<Either<SymbolInformation, DocumentSymbol>>> documentSymbol(DocumentSymbolParams params) {
        return requests.aboutAll("textDocument/documentSymbol", params.getTextDocument(), List.of(),
                (snapshot, document, cancel) -> symbols.of(snapshot, document));
    }

    @Override
    public CompletableFuture<List<FoldingRange>> foldingRange(FoldingRangeRequestParams params) {
        return requests.aboutAll("textDocument/foldingRange", params.getTextDocument(), List.of(),
                (snapshot, document, cancel) -> FoldingRangeFeature.of(document));
    }

    @Override
    public CompletableFuture<List<SelectionRange>> selectionRange(SelectionRangeParams params) {
        return requests.atPlace("textDocument/selectionRange", params.getTextDocument(), List.of(),
                (snapshot, document, cancel) -> SelectionRangeFeature.at(document, params.getPositions()));
    }

    @Override
    public CompletableFuture<LinkedEditingRanges> linkedEditingRange(LinkedEditingRangeParams params) {
        return requests.atPlace("textDocument/linkedEditingRange", params.getTextDocument(), null,
                (snapshot, document, cancel) -> LinkedEditingFeature.at(document, params.getPosition()).orElse(null));
    }

    @Override
    public CompletableFuture<List<? extends DocumentHighlight>> documentHighlight(DocumentHighlightParams params) {
        return requests.atPlace("textDocument/documentHighlight", params.getTextDocument(), List.of(),
                (snapshot, document, cancel) -> DocumentHighlightFeature.at(document, params.getPosition()));
    }

    @Override
    public CompletableFuture<List<DocumentLink>> documentLink(DocumentLinkParams params) {
        return requests.aboutAll("textDocument/documentLink", params.getTextDocument(), List.of(),
                (snapshot, document, cancel) -> DocumentLinkFeature.of(document));
    }

    @Override
    public CompletableFuture<List<InlayHint>> inlayHint(InlayHintParams params) {
        return requests.aboutAll("textDocument/inlayHint", params.getTextDocument(), List.of(),
                (snapshot, document, cancel) -> inlayHints.in(document, params.getRange()));
    }

    @Override
    public CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>> definition(
            DefinitionParams params) {
        return requests.atPlace("textDocument/definition", params.getTextDocument(), Either.forLeft(List.of()),
                (snapshot, document, cancel) -> Either.forLeft(DefinitionFeature.at(document, params.getPosition())));
    }

    @Override
    public CompletableFuture<SemanticTokens> semanticTokensFull(SemanticTokensParams params) {
        return requests.aboutAll("textDocument/semanticTokens/full", params.getTextDocument(), new SemanticTokens(List.of()),
                (snapshot, document, cancel) -> semanticTokens.full(snapshot, document));
    }

    @Override
    public CompletableFuture<Either<SemanticTokens, SemanticTokensDelta>> semanticTokensFullDelta(
            SemanticTokensDeltaParams params) {
        return requests.aboutAll("textDocument/semanticTokens/full/delta", params.getTextDocument(),
                Either.forLeft(new SemanticTokens(List.of())),
                (snapshot, document, cancel) -> semanticTokens.delta(snapshot, document, params.getPreviousResultId()));
    }

    @Override
    public CompletableFuture<SemanticTokens> semanticTokensRange(SemanticTokensRangeParams params) {
        return requests.aboutAll("textDocument/semanticTokens/range", params.getTextDocument(), new SemanticTokens(List.of()),
                (snapshot, document, cancel) -> SemanticTokenFeature.range(document, params.getRange()));
    }

    @Override
    public CompletableFuture<List<? extends TextEdit>> formatting(DocumentFormattingParams params) {
        return requests.atPlace("textDocument/formatting", params.getTextDocument(), List.of(),
                (snapshot, document, cancel) -> formatting.whole(document, params.getOptions()));
    }

    @Override
    public CompletableFuture<List<? extends TextEdit>> rangeFormatting(DocumentRangeFormattingParams params) {
        return requests.atPlace("textDocument/rangeFormatting", params.getTextDocument(), List.of(),
                (snapshot, document, cancel) -> formatting.range(document, params.getRange(), params.getOptions()));
    }

    @Override
    public CompletableFuture<List<? extends TextEdit>> onTypeFormatting(DocumentOnTypeFormattingParams params) {
        return requests.atPlace("textDocument/onTypeFormatting", params.getTextDocument(), List.of(),
                (snapshot, document, cancel) ->
                        formatting.typed(document, params.getPosition(), params.getCh(), params.getOptions()));
    }

    @Override
    public CompletableFuture<Either3<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>> prepareRename(
            PrepareRenameParams params) {
        return requests.atPlace("textDocument/prepareRename", params.getTextDocument(), null,
                (snapshot, document, cancel) -> RenameFeature.prepare(document, params.getPosition())
                        .map(Either3::<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>forSecond).orElse(null));
    }

    @Override
    public CompletableFuture<WorkspaceEdit> rename(RenameParams params) {
        return requests.atPlace("textDocument/rename", params.getTextDocument(), null,
                (snapshot, document, cancel) -> rename.edit(snapshot, document, params.getPosition(), params.getNewName()));
    }
}
