package dev.virtworkbench.server.command;

import dev.virtworkbench.language.findings.Finding;
import dev.virtworkbench.language.syntax.LineIndex;
import dev.virtworkbench.server.features.DiagnosticFeature;
import dev.virtworkbench.server.features.Ranges;
import java.util.List;
import java.util.Locale;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticCodeDescription;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.Location;

/** Findings as the language server would send them: zero-based lines, columns in UTF-16 units. */
final class LspDiagnostics {

    private LspDiagnostics() {
    }

    static List<Diagnostic> of(Judgement.Judged document, Locale locale) {
        String uri = ArtifactUri.of(document.file());
        return document.findings().stream().map(finding -> of(finding, uri, document.lines(), locale)).toList();
    }

    private static Diagnostic of(Finding finding, String uri, LineIndex lines, Locale locale) {
        Diagnostic diagnostic = new Diagnostic(Ranges.of(lines, finding.span()), finding.text(locale),
                DiagnosticFeature.severity(finding.severity()), finding.source().label(), finding.code());
        finding.page().ifPresent(page -> diagnostic.setCodeDescription(new DiagnosticCodeDescription(page.toString())));
        if (!finding.related().isEmpty()) {
            diagnostic.setRelatedInformation(finding.related().stream()
                    .map(related -> new DiagnosticRelatedInformation(new Location(uri, Ranges.of(lines, related.span())),
                            related.message().in(locale)))
                    .toList());
        }
        return diagnostic;
    }
}
