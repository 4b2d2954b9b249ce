package dev.virtworkbench.server.features;

import com.google.gson.JsonObject;
import dev.virtworkbench.language.findings.Finding;
import dev.virtworkbench.language.findings.Severity;
import dev.virtworkbench.language.syntax.LineIndex;
import dev.virtworkbench.server.documents.Snapshot;
import dev.virtworkbench.server.session.ClientSupport;
import dev.virtworkbench.server.session.Session;
import dev.virtworkbench.server.session.Settings.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticCodeDescription;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.Location;

/** Findings as diagnostics, in the person's language, with the weight that the person gives them. */
public final class DiagnosticFeature {

    /**
     * How much text, in characters, may be read to tell which findings have fixes: each tries its fixes on the whole text. It is well under
     * a second of work; a long document that is broken in many places would take minutes, and all that is to be judged behind it waits.
     */
    private static final long TRIED = 2_000_000;

    private final Session session;

    public DiagnosticFeature(Session session) {
        this.session = session;
    }

    /** The diagnostics of a document, without those that are switched off. */
    public List<Diagnostic> diagnostics(Snapshot snapshot, List<Finding> findings) {
        Map<String, Weight> weights = session.settings().severities();
        List<Diagnostic> diagnostics = new ArrayList<>(findings.size());
        boolean quick = (long) findings.size() * snapshot.text().length() <= TRIED;
        for (Finding finding : findings) {
            if (weights.get(finding.code()) != Weight.OFF) {
                diagnostics.add(diagnostic(snapshot, finding, quick));
            }
        }
        return diagnostics;
    }

    /** @param tried whether it is worked out how many fixes there are; a client that is not told may ask for them */
    Diagnostic diagnostic(Snapshot snapshot, Finding finding, boolean tried) {
        ClientSupport client = session.client();
        LineIndex lines = snapshot.lines();
        Diagnostic diagnostic = new Diagnostic(Ranges.of(lines, finding.span()), finding.text(session.locale()),
                severity(finding), finding.source().label(), finding.code());
        if (client.codeDescriptions()) {
            finding.page().ifPresent(page -> diagnostic.setCodeDescription(new DiagnosticCodeDescription(page.toString())));
        }
        if (client.relatedInformation() && !finding.related().isEmpty()) {
            diagnostic.setRelatedInformation(finding.related().stream()
                    .map(related -> new DiagnosticRelatedInformation(
                            new Location(snapshot.uri(), Ranges.of(lines, related.span())),
                            related.message().in(session.locale())))
                    .toList());
        }
        if (tried && client.diagnosticData()) {
            // A client can tell what has quick fixes without asking for them.
            JsonObject data = new JsonObject();
            data.addProperty("fixes", finding.fixes().size());
            diagnostic.setData(data);
        }
        return diagnostic;
    }

    private DiagnosticSeverity severity(Finding finding) {
        return Optional.ofNullable(session.settings().severities().get(finding.code()))
                .map(DiagnosticFeature::severity)
                .orElseGet(() -> severity(finding.severity()));
    }

    private static DiagnosticSeverity severity(Weight weight) {
        return switch (weight) {
            case ERROR -> DiagnosticSeverity.Error;
            case WARNING -> DiagnosticSeverity.Warning;
            case INFORMATION -> DiagnosticSeverity.Information;
            case HINT, OFF -> DiagnosticSeverity.Hint;
        };
    }

    /** How much a finding weighs that nobody gives another weight. */
    public static DiagnosticSeverity severity(Severity severity) {
        return switch (severity) {
            case ERROR -> DiagnosticSeverity.Error;
            case WARNING -> DiagnosticSeverity.Warning;
            case INFORMATION -> DiagnosticSeverity.Information;
            case HINT -> DiagnosticSeverity.Hint;
        };
    }
}
