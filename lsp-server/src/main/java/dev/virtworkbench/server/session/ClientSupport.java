package dev.virtworkbench.server.session;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

/**
 * What the client can do, as far as an answer depends on it. Immutable. What a client does not mention it cannot do.
 *
 * <p>It is read from the JSON as it came: LSP4J's classes for all that a client may mention take longer to get ready than
 * everything else about a start.
 */
public final class ClientSupport {

    /** A client that mentions nothing. */
    public static final ClientSupport NONE = new ClientSupport(new JsonObject());

    private final JsonObject capabilities;

    /** @param capabilities the protocol's {@code ClientCapabilities}, not changed by anybody afterwards */
    public ClientSupport(JsonObject capabilities) {
        this.capabilities = capabilities;
    }

    /** Whether it asks for diagnostics itself, so that none may be pushed. */
    public boolean pullsDiagnostics() {
        return mentions("textDocument.diagnostic");
    }

    public boolean refreshesDiagnostics() {
        return flag("workspace.diagnostics.refreshSupport");
    }

    public boolean diagnosticVersion() {
        return flag("textDocument.publishDiagnostics.versionSupport");
    }

    /** Whether it keeps what a diagnostic has for the server's own use. */
    public boolean diagnosticData() {
        return flag("textDocument.publishDiagnostics.dataSupport") || flag("textDocument.diagnostic.dataSupport");
    }

    public boolean codeDescriptions() {
        return flag("textDocument.publishDiagnostics.codeDescriptionSupport")
                || flag("textDocument.diagnostic.codeDescriptionSupport");
    }

    public boolean relatedInformation() {
        return flag("textDocument.publishDiagnostics.relatedInformation") || flag("textDocument.diagnostic.relatedInformation");
    }

    /** Whether it answers {@code workspace/configuration}. */
    public boolean configuration() {
        return flag("workspace.configuration");
    }

    public boolean configurationRegistration() {
        return flag("workspace.didChangeConfiguration.dynamicRegistration");
    }

    public boolean watchedFilesRegistration() {
        return flag("workspace.didChangeWatchedFiles.dynamicRegistration");
    }

    public boolean progress() {
        return flag("window.workDoneProgress");
    }

    /** Whether edits may name the version of the document that they were made for. */
    public boolean documentChanges() {
        return flag("workspace.workspaceEdit.documentChanges");
    }

    public boolean codeActionLiterals() {
        return mentions("textDocument.codeAction.codeActionLiteralSupport");
    }

    /** Whether an action may come without its edit, to be asked for once the person has chosen it. */
    public boolean codeActionEditsLater() {
        return lists("textDocument.codeAction.resolveSupport.properties", "edit") && flag("textDocument.codeAction.dataSupport");
    }

    public boolean snippets() {
        return flag("textDocument.completion.completionItem.snippetSupport");
    }

    /** Whether it indents the lines of an inserted text like the line it is inserted into, if asked to. */
    public boolean adjustsIndentation() {
        return find("textDocument.completion.completionItem.insertTextModeSupport.valueSet") instanceof JsonArray modes
                && modes.contains(new JsonPrimitive(2));
    }

    public boolean completionMarkdown() {
        return lists("textDocument.completion.completionItem.documentationFormat", "markdown");
    }

    public boolean hoverMarkdown() {
        return lists("textDocument.hover.contentFormat", "markdown");
    }

    public boolean hierarchicalSymbols() {
        return flag("textDocument.documentSymbol.hierarchicalDocumentSymbolSupport");
    }

    public boolean prepareRename() {
        return flag("textDocument.rename.prepareSupport");
    }

    public boolean refreshesInlayHints() {
        return flag("workspace.inlayHint.refreshSupport");
    }

    /** Whether it asks {@code virt/closeTag} while the person types, so that nothing else may close tags. */
    public boolean closesTags() {
        return flag("experimental.virtCloseTag");
    }

    public boolean textDocumentContent() {
        return mentions("workspace.textDocumentContent");
    }

    /** Whether it asks again by itself when it is told that the document was edited meanwhile. */
    public boolean retriesWhenStale(String method) {
        return flag("general.staleRequestSupport.cancel")
                && lists("general.staleRequestSupport.retryOnContentModified", method);
    }

    private boolean mentions(String path) {
        return find(path) != null;
    }

    private boolean flag(String path) {
        return find(path) instanceof JsonPrimitive value && value.isBoolean() && value.getAsBoolean();
    }

    private boolean lists(String path, String word) {
        return find(path) instanceof JsonArray words && words.contains(new JsonPrimitive(word));
    }

    /** What stands at a path of member names with dots between; null where nothing does. */
    private JsonElement find(String path) {
        JsonElement at = capabilities;
        for (int start = 0; start <= path.length();) {
            int dot = path.indexOf('.', start);
            int end = dot < 0 ? path.length() : dot;
            at = at instanceof JsonObject object ? object.get(path.substring(start, end)) : null;
            start = end + 1;
        }
        return at == null || at.isJsonNull() ? null : at;
    }
}
