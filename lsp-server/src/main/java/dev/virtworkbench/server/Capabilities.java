package dev.virtworkbench.server;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.virtworkbench.server.features.CodeActionFeature;
import dev.virtworkbench.server.features.SchemaPages;
import dev.virtworkbench.server.features.SemanticTokenFeature;
import dev.virtworkbench.server.session.ClientSupport;
import java.util.List;
import org.eclipse.lsp4j.CodeActionKind;

/**
 * What the server tells a client that it can do: everything it can, in the forms that this client understands. Written as the
 * JSON it becomes: LSP4J's classes for it are needed once in a process, and getting them ready delays every start.
 */
final class Capabilities {

    /** The protocol's {@code TextDocumentSyncKind.Incremental}. */
    private static final int INCREMENTAL = 2;

    private Capabilities() {
    }

    /** The protocol's {@code ServerCapabilities}. */
    static JsonObject offeredTo(ClientSupport client) {
        JsonObject offered = new JsonObject();
        offered.add("textDocumentSync", synchronization());
        if (client.pullsDiagnostics()) {
            offered.add("diagnosticProvider", diagnostics());
        }
        offered.add("completionProvider", completion());
        for (String provider : List.of("hover", "documentSymbol", "foldingRange", "selectionRange", "linkedEditingRange",
                "documentHighlight", "inlayHint", "definition", "documentFormatting", "documentRangeFormatting")) {
            offered.addProperty(provider + "Provider", true);
        }
        offered.add("documentLinkProvider", new JsonObject());
        offered.add("semanticTokensProvider", semanticTokens());
        offered.add("documentOnTypeFormattingProvider", onTypeFormatting());
        if (client.prepareRename()) {
            JsonObject rename = new JsonObject();
            rename.addProperty("prepareProvider", true);
            offered.add("renameProvider", rename);
        } else {
            offered.addProperty("renameProvider", true);
        }
        if (client.codeActionLiterals()) {
            JsonObject actions = new JsonObject();
            actions.add("codeActionKinds", array(List.of(CodeActionKind.QuickFix, CodeActionFeature.FIX_ALL)));
            actions.addProperty("resolveProvider", client.codeActionEditsLater());
            offered.add("codeActionProvider", actions);
        }
        offered.add("workspace", workspace(client));
        return offered;
    }

    private static JsonObject synchronization() {
        JsonObject sync = new JsonObject();
        sync.addProperty("openClose", true);
        sync.addProperty("change", INCREMENTAL);
        return sync;
    }

    private static JsonObject diagnostics() {
        JsonObject diagnostics = new JsonObject();
        diagnostics.addProperty("identifier", "virt-workbench");
        // A pool is told of other pools.
        diagnostics.addProperty("interFileDependencies", true);
        diagnostics.addProperty("workspaceDiagnostics", false);
        return diagnostics;
    }

    private static JsonObject completion() {
        JsonObject completion = new JsonObject();
        completion.addProperty("resolveProvider", true);
        completion.add("triggerCharacters", array(List.of("<", "/", " ", "'", "\"", "=", ":")));
        return completion;
    }

    private static JsonObject onTypeFormatting() {
        JsonObject typed = new JsonObject();
        typed.addProperty("firstTriggerCharacter", ">");
        typed.add("moreTriggerCharacter", array(List.of("/", "\n")));
        return typed;
    }

    private static JsonObject semanticTokens() {
        JsonObject legend = new JsonObject();
        legend.add("tokenTypes", array(SemanticTokenFeature.LEGEND));
        legend.add("tokenModifiers", new JsonArray());
        JsonObject full = new JsonObject();
        full.addProperty("delta", true);
        JsonObject tokens = new JsonObject();
        tokens.add("legend", legend);
        tokens.add("full", full);
        tokens.addProperty("range", true);
        return tokens;
    }

    private static JsonObject workspace(ClientSupport client) {
        JsonObject folders = new JsonObject();
        folders.addProperty("supported", true);
        folders.addProperty("changeNotifications", true);
        JsonObject workspace = new JsonObject();
        workspace.add("workspaceFolders", folders);
        if (client.textDocumentContent()) {
            JsonObject content = new JsonObject();
            content.add("schemes", array(List.of(SchemaPages.SCHEME)));
            workspace.add("textDocumentContent", content);
        }
        return workspace;
    }

    private static JsonArray array(List<String> words) {
        JsonArray array = new JsonArray();
        words.forEach(array::add);
        return array;
    }
}
