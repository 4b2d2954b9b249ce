package dev.virtworkbench.server.protocol;

import com.google.gson.JsonObject;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.*;
import org.eclipse.lsp4j.jsonrpc.json.JsonRpcMethod;

/** What the messages of each method are made of. */
final class Methods {

    private static final Map<String, JsonRpcMethod> ALL = new HashMap<>();

    static {
        request("initialize", JsonObject.class);
        notification("initialized", InitializedParams.class);
        request("shutdown");
        notification("exit");
        notification("$/setTrace", SetTraceParams.class);
        notification("window/workDoneProgress/cancel", WorkDoneProgressCancelParams.class);
        notification("textDocument/didOpen", DidOpenTextDocumentParams.class);
        notification("textDocument/didChange", DidChangeTextDocumentParams.class);
        notification("textDocument/didClose", DidCloseTextDocumentParams.class);
        notification("textDocument/didSave", DidSaveTextDocumentParams.class);
        request("textDocument/diagnostic", DocumentDiagnosticParams.class);
        request("textDocument/completion", CompletionParams.class);
        request("completionItem/resolve", CompletionItem.class);
        request("textDocument/hover", HoverParams.class);
        request("textDocument/codeAction", CodeActionParams.class);
        request("codeAction/resolve", CodeAction.class);
        request("textDocument/documentSymbol", DocumentSymbolParams.class);
        request("textDocument/foldingRange", FoldingRangeRequestParams.class);
        request("textDocument/selectionRange", SelectionRangeParams.class);
        request("textDocument/linkedEditingRange", LinkedEditingRangeParams.class);
        request("textDocument/documentHighlight", DocumentHighlightParams.class);
        request("textDocument/documentLink", DocumentLinkParams.class);
        request("textDocument/inlayHint", InlayHintParams.class);
        request("textDocument/definition", DefinitionParams.class);
        request("textDocument/semanticTokens/full", SemanticTokensParams.class);
        request("textDocument/semanticTokens/full/delta", SemanticTokensDeltaParams.class);
        request("textDocument/semanticTokens/range", SemanticTokensRangeParams.class);
        request("textDocument/formatting", DocumentFormattingParams.class);
        request("textDocument/rangeFormatting", DocumentRangeFormattingParams.class);
        request("textDocument/onTypeFormatting", DocumentOnTypeFormattingParams.class);
        request("textDocument/prepareRename", PrepareRenameParams.class);
        request("textDocument/rename", RenameParams.class);
        request("virt/closeTag", TextDocumentPositionParams.class);
        request("virt/schemaContent", TextDocumentContentParams.class);
        request("virt/findings", TextDocumentItem.class);
        notification("workspace/didChangeConfiguration", DidChangeConfigurationParams.class);
        notification("workspace/didChangeWatchedFiles", DidChangeWatchedFilesParams.class);
        notification("workspace/didChangeWorkspaceFolders", DidChangeWorkspaceFoldersParams.class);
        request("workspace/textDocumentContent", TextDocumentContentParams.class);

        answered("workspace/configuration", new ListOfObjects(), ConfigurationParams.class);
        answered("client/registerCapability", Void.class, RegistrationParams.class);
        answered("window/workDoneProgress/create", Void.class, WorkDoneProgressCreateParams.class);
        answered("window/showMessageRequest", MessageActionItem.class, ShowMessageRequestParams.class);
        answered("workspace/inlayHint/refresh", Void.class);
        answered("workspace/diagnostic/refresh", Void.class);
    }

    private Methods() {
    }

    /** All methods that either side may use, by name. */
    static Map<String, JsonRpcMethod> all() {
        return ALL;
    }

    /** A request of the client's. What we answer knows its own type. */
    private static void request(String name, Type... parameters) {
        answered(name, Object.class, parameters);
    }

    private static void answered(String name, Type answer, Type... parameters) {
        ALL.put(name, JsonRpcMethod.request(name, answer, parameters));
    }

    private static void notification(String name, Type... parameters) {
        ALL.put(name, JsonRpcMethod.notification(name, parameters));
    }

    /** {@code List<Object>} */
    private static final class ListOfObjects implements ParameterizedType {

        @Override
        public Type[] getActualTypeArguments() {
            return new Type[] {Object.class};
        }

        @Override
        public Type getRawType() {
            return List.class;
        }

        @Override
        public Type getOwnerType() {
            return null;
        }
    }
}
