package dev.virtworkbench.server;

import dev.virtworkbench.language.findings.Finding;
import dev.virtworkbench.language.rules.WorkspaceFacts;
import dev.virtworkbench.language.schema.DocumentKind;
import dev.virtworkbench.language.schema.SchemaException;
import dev.virtworkbench.server.documents.OpenDocument;
import dev.virtworkbench.server.documents.Snapshot;
import dev.virtworkbench.server.features.DiagnosticFeature;
import dev.virtworkbench.server.session.Messages;
import dev.virtworkbench.server.session.Session;
import dev.virtworkbench.server.workspace.WorkspacePools;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DocumentDiagnosticReport;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.RelatedFullDocumentDiagnosticReport;
import org.eclipse.lsp4j.RelatedUnchangedDocumentDiagnosticReport;
import org.eclipse.lsp4j.services.LanguageClient;

/**
 * Judges documents and tells the client: by itself, or when it is asked, never both. Thread-safe.
 */
final class Diagnoses {

    private final Session session;
    private final Configuration configuration;
    private final WorkspacePools pools;
    private final ServerLog log;
    private final DiagnosticFeature feature;
    private final Map<OpenDocument, Answered> answered = new ConcurrentHashMap<>();
    private final Map<OpenDocument, Boolean> marked = new ConcurrentHashMap<>();
    private final Set<DocumentKind> toldOf = ConcurrentHashMap.newKeySet();
    private final AtomicLong ids = new AtomicLong();
    private volatile LanguageClient client;

    /** What was last told to a client that asks. */
    private record Answered(String id, List<Diagnostic> diagnostics) {
    }

    Diagnoses(Session session, Configuration configuration, WorkspacePools pools, ServerLog log) {
        this.session = session;
        this.configuration = configuration;
        this.pools = pools;
        this.log = log;
        this.feature = new DiagnosticFeature(session);
    }

    void connect(LanguageClient listener) {
        client = listener;
    }

    /** Judges the newest text and publishes what is found, unless a newer text overtakes it or the client asks by itself. */
    void judge(OpenDocument document, BooleanSupplier overtaken) {
        try {
            Snapshot snapshot = document.current();
            boolean libvirts = snapshot.libvirt().isPresent();
            pools.edited(snapshot);
            if (session.client().pullsDiagnostics()) {
                return;
            }
            List<Diagnostic> diagnostics = libvirts ? diagnostics(snapshot) : List.of();
            synchronized (document) {
                if (!overtaken.getAsBoolean() && (libvirts || marked.containsKey(document))) {
                    publish(snapshot.uri(), snapshot.version(), diagnostics);
                    if (libvirts) {
                        marked.put(document, true);
                    } else {
                        marked.remove(document);
                    }
                }
            }
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError | LinkageError | AssertionError failure) {
            log.failure("validation of " + document.current().uri(), failure);
        }
    }

    /** The diagnostics of a text, for a client that asks. */
    DocumentDiagnosticReport report(OpenDocument document, Snapshot snapshot, String knownId) {
        List<Diagnostic> diagnostics = diagnostics(snapshot);
        Answered now = answered.compute(document, (key, before) -> before != null
                && before.diagnostics().equals(diagnostics) ? before
                : new Answered(Long.toString(ids.incrementAndGet()), diagnostics));
        if (now.id().equals(knownId)) {
            return new DocumentDiagnosticReport(new RelatedUnchangedDocumentDiagnosticReport(now.id()));
        }
        RelatedFullDocumentDiagnosticReport full = new RelatedFullDocumentDiagnosticReport(diagnostics);
        full.setResultId(now.id());
        return new DocumentDiagnosticReport(full);
    }

    /** The diagnostics of a file that is not open; empty if it is not libvirt's. */
    Optional<List<Diagnostic>> unopened(Snapshot snapshot) {
        return snapshot.libvirt().map(libvirts ->
                feature.diagnostics(snapshot, findings(snapshot, pools.besideFile(snapshot))));
    }

    /** What is found in a text; empty while judging is switched off. May wait for settings and schemas. */
    List<Finding> findings(Snapshot snapshot) {
        return findings(snapshot, pools.beside(snapshot));
    }

    private List<Finding> findings(Snapshot snapshot, WorkspaceFacts workspace) {
        configuration.await();
        try {
            return session.settings().validation() ? snapshot.findings(workspace) : List.of();
        } catch (SchemaException none) {
            DocumentKind kind = none.kind();
            if (toldOf.add(kind)) {
                log.failure("no schema", none);
                client.showMessage(new MessageParams(MessageType.Error,
                        Messages.of("schemas.none", none.getMessage()).in(session.locale())));
            }
            return List.of();
        }
    }

    /** Takes back what was told about a document that is closed. */
    void closed(OpenDocument document) {
        pools.closed(document.current().uri());
        answered.remove(document);
        synchronized (document) {
            if (marked.remove(document) != null) {
                publish(document.current().uri(), null, List.of());
            }
        }
    }

    private List<Diagnostic> diagnostics(Snapshot snapshot) {
        return feature.diagnostics(snapshot, findings(snapshot));
    }

    private void publish(String uri, Integer version, List<Diagnostic> diagnostics) {
        PublishDiagnosticsParams params = new PublishDiagnosticsParams(uri, diagnostics);
        if (session.client().diagnosticVersion() && version != null) {
            params.setVersion(version);
        }
        client.publishDiagnostics(params);
    }
}
