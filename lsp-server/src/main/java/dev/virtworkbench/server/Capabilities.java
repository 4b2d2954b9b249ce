package dev.virtworkbench.server;

import dev.virtworkbench.server.features.CodeActionFeature;
import dev.virtworkbench.server.features.SchemaPages;
import dev.virtworkbench.server.features.SemanticTokenFeature;
import dev.virtworkbench.server.session.ClientSupport;
import java.util.List;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionOptions;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.DiagnosticRegistrationOptions;
import org.eclipse.lsp4j.DocumentLinkOptions;
import org.eclipse.lsp4j.DocumentOnTypeFormattingOptions;
import org.eclipse.lsp4j.RenameOptions;
import org.eclipse.lsp4j.SemanticTokensServerFull;
import org.eclipse.lsp4j.SemanticTokensWithRegistrationOptions;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.TextDocumentContentRegistrationOptions;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.TextDocumentSyncOptions;
import org.eclipse.lsp4j.WorkspaceFoldersOptions;
import org.eclipse.lsp4j.WorkspaceServerCapabilities;

/** What the server tells a client that it can do: everything it can, in the forms that this client understands. */
final class Capabilities {

    private Capabilities() {
    }

    static ServerCapabilities offeredTo(ClientSupport client) {
        ServerCapabilities offered = new ServerCapabilities();
        offered.setTextDocumentSync(synchronization());
        if (client.pullsDiagnostics()) {
            offered.setDiagnosticProvider(diagnostics());
        }
        offered.setCompletionProvider(completion(client));
        offered.setHoverProvider(true);
        offered.setDocumentSymbolProvider(true);
        offered.setFoldingRangeProvider(true);
        offered.setSelectionRangeProvider(true);
        offered.setLinkedEditingRangeProvider(true);
        offered.setDocumentHighlightProvider(true);
        offered.setDocumentLinkProvider(new DocumentLinkOptions(false));
        offered.setInlayHintProvider(true);
        offered.setDefinitionProvider(true);
        offered.setSemanticTokensProvider(semanticTokens());
        offered.setDocumentFormattingProvider(true);
        offered.setDocumentRangeFormattingProvider(true);
        offered.setDocumentOnTypeFormattingProvider(new DocumentOnTypeFormattingOptions(">", List.of("/", "\n")));
        if (client.prepareRename()) {
            offered.setRenameProvider(new RenameOptions(true));
        } else {
            offered.setRenameProvider(true);
        }
        if (client.codeActionLiterals()) {
            CodeActionOptions actions = new CodeActionOptions(List.of(CodeActionKind.QuickFix, CodeActionFeature.FIX_ALL));
            actions.setResolveProvider(client.codeActionEditsLater());
            offered.setCodeActionProvider(actions);
        }
        offered.setWorkspace(workspace(client));
        return offered;
    }

    private static TextDocumentSyncOptions synchronization() {
        TextDocumentSyncOptions sync = new TextDocumentSyncOptions();
        sync.setOpenClose(true);
        sync.setChange(TextDocumentSyncKind.Incremental);
        return sync;
    }

    private static DiagnosticRegistrationOptions diagnostics() {
        DiagnosticRegistrationOptions options = new DiagnosticRegistrationOptions(true, false);
        options.setIdentifier("virt-workbench");
        return options;
    }

    private static CompletionOptions completion(ClientSupport client) {
        return new CompletionOptions(client.completionResolves("documentation"),
                List.of("<", "/", " ", "'", "\"", "=", ":"));
    }

    private static SemanticTokensWithRegistrationOptions semanticTokens() {
        return new SemanticTokensWithRegistrationOptions(SemanticTokenFeature.LEGEND,
                new SemanticTokensServerFull(true), true);
    }

    private static WorkspaceServerCapabilities workspace(ClientSupport client) {
        WorkspaceFoldersOptions folders = new WorkspaceFoldersOptions();
        folders.setSupported(true);
        folders.setChangeNotifications(true);
        WorkspaceServerCapabilities workspace = new WorkspaceServerCapabilities(folders);
        if (client.textDocumentContent()) {
            workspace.setTextDocumentContent(new TextDocumentContentRegistrationOptions(List.of(SchemaPages.SCHEME)));
        }
        return workspace;
    }
}
