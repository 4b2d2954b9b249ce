package dev.virtworkbench.editor.client;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import dev.virtworkbench.editor.preferences.DocumentSettings;
import java.util.List;
import java.util.Locale;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeActionCapabilities;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionKindCapabilities;
import org.eclipse.lsp4j.CodeActionLiteralSupportCapabilities;
import org.eclipse.lsp4j.CodeActionResolveSupportCapabilities;
import org.eclipse.lsp4j.CompletionCapabilities;
import org.eclipse.lsp4j.CompletionItemCapabilities;
import org.eclipse.lsp4j.CompletionItemInsertTextModeSupportCapabilities;
import org.eclipse.lsp4j.DiagnosticWorkspaceCapabilities;
import org.eclipse.lsp4j.HoverCapabilities;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InsertTextMode;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.PublishDiagnosticsCapabilities;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceEditCapabilities;
import org.eclipse.lsp4j.WorkspaceFolder;

/** What the workbench tells a server about itself: its language, its projects, and what it does with the server's answers. */
final class Greeting {

    private Greeting() {}

    /** @param folders the open projects */
    static InitializeParams hello(List<WorkspaceFolder> folders) {
        InitializeParams hello = new InitializeParams();
        hello.setLocale(Locale.getDefault().toLanguageTag());
        hello.setWorkspaceFolders(folders);
        ClientCapabilities can = new ClientCapabilities();
        can.setTextDocument(textDocument());
        can.setWorkspace(workspace());
        hello.setCapabilities(can);
        hello.setInitializationOptions(settings());
        return hello;
    }

    /** What the person has chosen in the preferences, as the server's settings. */
    static JsonObject settings() {
        JsonObject settings = new JsonObject();
        settings.add("virtWorkbench", new Gson().toJsonTree(DocumentSettings.ofServer()));
        return settings;
    }

    private static TextDocumentClientCapabilities textDocument() {
        PublishDiagnosticsCapabilities findings = new PublishDiagnosticsCapabilities();
        findings.setVersionSupport(true);
        findings.setDataSupport(true);
        CodeActionCapabilities fixes = new CodeActionCapabilities(
                new CodeActionLiteralSupportCapabilities(new CodeActionKindCapabilities(List.of(CodeActionKind.QuickFix, CodeActionKind.SourceFixAll))), false);
        fixes.setDataSupport(true);
        fixes.setIsPreferredSupport(true);
        fixes.setResolveSupport(new CodeActionResolveSupportCapabilities(List.of("edit")));
        CompletionItemCapabilities items = new CompletionItemCapabilities(true);
        items.setDocumentationFormat(List.of(MarkupKind.MARKDOWN));
        items.setInsertTextModeSupport(
                new CompletionItemInsertTextModeSupportCapabilities(List.of(InsertTextMode.AsIs, InsertTextMode.AdjustIndentation)));
        HoverCapabilities hover = new HoverCapabilities();
        hover.setContentFormat(List.of(MarkupKind.MARKDOWN));
        TextDocumentClientCapabilities can = new TextDocumentClientCapabilities();
        can.setPublishDiagnostics(findings);
        can.setCodeAction(fixes);
        can.setCompletion(new CompletionCapabilities(items));
        can.setHover(hover);
        return can;
    }

    private static WorkspaceClientCapabilities workspace() {
        WorkspaceEditCapabilities edits = new WorkspaceEditCapabilities();
        edits.setDocumentChanges(true);
        WorkspaceClientCapabilities can = new WorkspaceClientCapabilities();
        can.setWorkspaceEdit(edits);
        can.setWorkspaceFolders(true);
        can.setDiagnostics(new DiagnosticWorkspaceCapabilities(true));
        return can;
    }
}
