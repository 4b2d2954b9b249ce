package dev.virtworkbench.server;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.virtworkbench.language.facts.HostFacts;
import dev.virtworkbench.server.documents.OpenDocument;
import dev.virtworkbench.server.documents.OpenDocuments;
import dev.virtworkbench.server.features.FormattingFeature;
import dev.virtworkbench.server.features.SchemaPages;
import dev.virtworkbench.server.hosts.ChosenHost;
import dev.virtworkbench.server.protocol.VirtRequests;
import dev.virtworkbench.server.session.ClientSupport;
import dev.virtworkbench.server.session.Messages;
import dev.virtworkbench.server.session.Session;
import dev.virtworkbench.server.session.Settings;
import dev.virtworkbench.server.session.SettingsReader;
import dev.virtworkbench.server.workspace.WorkspacePools;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeWatchedFilesRegistrationOptions;
import org.eclipse.lsp4j.FileSystemWatcher;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.TextDocumentContentParams;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.TextDocumentPositionParams;
import org.eclipse.lsp4j.WorkDoneProgressCancelParams;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;

/** The server of one client: its life from initialize to exit, and what its parts share. */
public final class LibvirtLanguageServer implements LanguageServer, VirtRequests {

    private final ChosenHost chosen;
    private final Session session;
    private final ServerLog log;
    private final IntConsumer exit;
    private final Languages languages;
    private final Configuration configuration;
    private final Diagnoses diagnoses;
    private final WorkspacePools pools;
    private final PoolSearch search;
    private final OpenDocuments documents;
    private final DocumentRequests requests;
    private final DocumentService documentService;
    private final LibvirtWorkspaceService workspaceService;
    private LanguageClient client;
    private Optional<ProcessHandle> clientProcess = Optional.empty();
    private boolean shutDown;

    /**
     * @param languages the schemas, which may still be loading
     * @param answerers runs requests
     * @param judges runs the judging of documents
     * @param hosts what the live host of a document, by its URI, has; answers nearly at once, on any thread
     * @param exit ends the process with an exit code
     */
    public LibvirtLanguageServer(Languages languages, Executor answerers, Executor judges, ServerLog log,
            Function<String, HostFacts> hosts, IntConsumer exit) {
        chosen = new ChosenHost(this::hostFailed);
        session = new Session(uri -> {
            HostFacts own = hosts.apply(uri);
            return own.equals(HostFacts.NONE) ? chosen.facts() : own;
        });
        this.languages = languages;
        this.log = log;
        this.exit = exit;
        configuration = new Configuration(session, log, this::settingsChanged);
        pools = new WorkspacePools(this::poolsChanged, this::searchPools);
        diagnoses = new Diagnoses(session, configuration, pools, log);
        documents = new OpenDocuments(languages::standard, answerers, judges, diagnoses::judge);
        requests = new DocumentRequests(documents, answerers, log);
        search = new PoolSearch(session, pools, judges, log);
        documentService = new DocumentService(session, documents, requests, diagnoses, log);
        workspaceService = new LibvirtWorkspaceService(this, configuration, search, requests, log);
    }

    /** Hands over the client; before the first message. */
    public void connect(LanguageClient listener) {
        client = listener;
        log.connect(listener);
        diagnoses.connect(listener);
        search.connect(listener);
        languages.connect(listener);
    }

    LanguageClient client() {
        return client;
    }

    @Override
    public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
        Gson gson = new MessageJsonHandler(Map.of()).getGson();
        return initialize((JsonObject) gson.toJsonTree(params)).thenApply(result -> gson.fromJson(result, InitializeResult.class));
    }

    @Override
    public CompletableFuture<JsonObject> initialize(JsonObject params) {
        ClientSupport support = new ClientSupport(params.get("capabilities") instanceof JsonObject told ? told : new JsonObject());
        Locale locale = text(params.get("locale")).map(SettingsReader::locale)
                .orElseGet(() -> SettingsReader.localeOfEnvironment(System.getenv()));
        session.client(support, locale);
        session.folders(folders(params));
        requests.serve(support);
        configuration.start(params.get("initializationOptions"));
        // A process that cannot be seen may live outside this container: then only the stream tells of its end.
        clientProcess = params.get("processId") instanceof JsonPrimitive id && id.isNumber()
                ? ProcessHandle.of(id.getAsLong()) : Optional.empty();
        JsonObject info = new JsonObject();
        info.addProperty("name", "Virt Workbench");
        info.addProperty("version", Main.version());
        JsonObject result = new JsonObject();
        result.add("capabilities", Capabilities.offeredTo(support));
        result.add("serverInfo", info);
        return CompletableFuture.completedFuture(result);
    }

    @Override
    public void initialized(InitializedParams params) {
        configuration.ask(client);
        List<Registration> registrations = new ArrayList<>();
        if (session.client().configurationRegistration()) {
            registrations.add(new Registration("virt-workbench-configuration", "workspace/didChangeConfiguration",
                    Map.of("section", SettingsReader.SECTION)));
        }
        if (session.client().watchedFilesRegistration()) {
            registrations.add(new Registration("virt-workbench-files", "workspace/didChangeWatchedFiles",
                    new DidChangeWatchedFilesRegistrationOptions(List.of(new FileSystemWatcher(Either.forLeft("**/*.xml"))))));
        }
        // Ends with the client's process, in case nobody closes the stream.
        clientProcess.ifPresent(process -> process.onExit().thenRun(this::clientGone));
        if (!registrations.isEmpty()) {
            client.registerCapability(new RegistrationParams(registrations)).exceptionally(refused -> {
                log.info("the client refused a registration: " + refused.getMessage());
                return null;
            });
        }
    }

    @Override
    public CompletableFuture<Object> shutdown() {
        shutDown = true;
        documents.all().forEach(document -> documents.close(document.current().uri()));
        search.cancel();
        chosen.close();
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void exit() {
        exit.accept(shutDown ? 0 : 1);
    }

    /** The client's stream has ended, with or without a word. */
    public void clientGone() {
        documents.all().forEach(OpenDocument::close);
        search.cancel();
        chosen.close();
        exit.accept(shutDown ? 0 : 1);
    }

    @Override
    public TextDocumentService getTextDocumentService() {
        return documentService;
    }

    @Override
    public WorkspaceService getWorkspaceService() {
        return workspaceService;
    }

    @Override
    public CompletableFuture<String> closeTag(TextDocumentPositionParams params) {
        return requests.atPlace("virt/closeTag", params.getTextDocument(), null, (snapshot, document, cancel) ->
                FormattingFeature.closing(document, params.getPosition()).orElse(null));
    }

    @Override
    public CompletableFuture<String> schemaContent(TextDocumentContentParams params) {
        return requests.elsewhere("virt/schemaContent", cancel -> SchemaPages.content(params.getUri()));
    }

    @Override
    public CompletableFuture<List<Diagnostic>> findings(TextDocumentItem document) {
        return requests.elsewhere("virt/findings", cancel -> diagnoses.unopened(documents.unopened(document)).orElse(null));
    }

    @Override
    public void cancelProgress(WorkDoneProgressCancelParams params) {
        search.cancel(params.getToken());
    }

    void foldersChanged(List<WorkspaceFolder> added, List<WorkspaceFolder> removed) {
        List<String> folders = new ArrayList<>(session.folders());
        removed.forEach(folder -> folders.remove(folder.getUri()));
        added.forEach(folder -> folders.add(folder.getUri()));
        session.folders(folders);
        if (pools.searched()) {
            searchPools();
        }
    }

    private void settingsChanged(Settings before) {
        Settings now = session.settings();
        if (!now.host().equals(before.host())) {
            chosen.choose(now.host());
        }
        if (!now.schemas().equals(before.schemas())) {
            documents.readAs(languages.of(now.schemas(), session));
        } else {
            documents.judgeAll();
        }
        refresh();
    }

    /** Completion does without the host. */
    private void hostFailed(Throwable failure) {
        log.failure("the host of virtWorkbench.host.uri", failure);
        client.showMessage(new MessageParams(MessageType.Error, Messages.of("host.failed",
                session.settings().host().orElse(""), failure.getLocalizedMessage()).in(session.locale())));
    }

    private void poolsChanged(Optional<String> uri) {
        for (OpenDocument document : documents.all()) {
            boolean pool = document.current().libvirt()
                    .flatMap(libvirt -> libvirt.tree().root()).filter(root -> root.name().equals("pool")).isPresent();
            if (pool && !uri.equals(Optional.of(document.current().uri()))) {
                document.judge();
            }
        }
        // Who asks for findings of open documents asks again, and so does who asks for those of files.
        if (session.client().refreshesDiagnostics()) {
            client.refreshDiagnostics();
        }
    }

    /** Has what the client fetched itself fetched again. */
    private void refresh() {
        if (documents.all().isEmpty()) {
            return;
        }
        ClientSupport support = session.client();
        if (support.pullsDiagnostics() && support.refreshesDiagnostics()) {
            client.refreshDiagnostics();
        }
        if (support.refreshesInlayHints()) {
            client.refreshInlayHints();
        }
    }

    private void searchPools() {
        search.start();
    }

    /** The workspace's folders; older clients name one, as a URI. */
    private static List<String> folders(JsonObject params) {
        if (params.get("workspaceFolders") instanceof JsonArray folders) {
            List<String> uris = new ArrayList<>();
            for (JsonElement folder : folders) {
                if (folder instanceof JsonObject named) {
                    text(named.get("uri")).ifPresent(uris::add);
                }
            }
            return uris;
        }
        return text(params.get("rootUri")).map(List::of).orElse(List.of());
    }

    private static Optional<String> text(JsonElement value) {
        return value instanceof JsonPrimitive text && text.isString()
                ? Optional.of(text.getAsString()).filter(words -> !words.isBlank()) : Optional.empty();
    }
}
