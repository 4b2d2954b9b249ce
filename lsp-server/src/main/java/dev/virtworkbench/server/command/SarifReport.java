package dev.virtworkbench.server.command;

import com.google.gson.stream.JsonWriter;
import dev.virtworkbench.language.findings.Finding;
import dev.virtworkbench.language.findings.Fix;
import dev.virtworkbench.language.findings.Severity;
import dev.virtworkbench.language.syntax.LineIndex;
import dev.virtworkbench.language.syntax.Span;
import dev.virtworkbench.language.syntax.TextEdit;
import dev.virtworkbench.server.features.Ranges;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/**
 * SARIF 2.1.0 (OASIS, Static Analysis Results Interchange Format), one run: results as they come, then the documents judged, the
 * rules that were broken, and what could not be judged.
 */
final class SarifReport implements Report {

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private final Writer out;
    private final JsonWriter json;
    private final Locale locale;
    private final String version;
    private final Map<Rule, Integer> rules = new LinkedHashMap<>();
    private final Map<Rule, URI> pages = new HashMap<>();
    private final List<String> artifacts = new ArrayList<>();
    private final List<Judgement.NotJudged> notJudged = new ArrayList<>();

    private record Rule(String source, String code) {
    }

    SarifReport(Writer out, Locale locale, String version) {
        this.locale = locale;
        this.version = version;
        this.out = out;
        json = new JsonWriter(out);
        json.setIndent("  ");
    }

    @Override
    public void begin() throws IOException {
        json.beginObject();
        json.name("$schema").value(SCHEMA);
        json.name("version").value("2.1.0");
        json.name("runs").beginArray();
        json.beginObject();
        json.name("columnKind").value("utf16CodeUnits");
        json.name("language").value(locale.toLanguageTag().matches("[a-z]{2}(-[A-Z]{2})?") ? locale.toLanguageTag() : "en");
        json.name("results").beginArray();
    }

    @Override
    public void judged(Judgement.Judged document) throws IOException {
        artifacts.add(ArtifactUri.of(document.file()));
        for (Finding finding : document.findings()) {
            result(document.lines(), finding);
        }
    }

    @Override
    public void notJudged(Judgement.NotJudged input) {
        notJudged.add(input);
    }

    private void result(LineIndex lines, Finding finding) throws IOException {
        Rule rule = new Rule(finding.source().label(), finding.code());
        rules.putIfAbsent(rule, rules.size());
        finding.page().ifPresent(page -> pages.putIfAbsent(rule, page));
        json.beginObject();
        json.name("ruleId").value(finding.code());
        json.name("ruleIndex").value(rules.get(rule));
        json.name("level").value(level(finding.severity()));
        text("message", finding.text(locale));
        json.name("locations").beginArray();
        json.beginObject();
        physicalLocation(lines, finding.span());
        json.endObject();
        json.endArray();
        if (!finding.related().isEmpty()) {
            json.name("relatedLocations").beginArray();
            for (Finding.Related related : finding.related()) {
                json.beginObject();
                physicalLocation(lines, related.span());
                text("message", related.message().in(locale));
                json.endObject();
            }
            json.endArray();
        }
        List<Fix> fixes = finding.fixes().stream().filter(fix -> !fix.edits().isEmpty()).toList();
        if (!fixes.isEmpty()) {
            json.name("fixes").beginArray();
            for (Fix fix : fixes) {
                fix(lines, fix);
            }
            json.endArray();
        }
        json.endObject();
    }

    private void fix(LineIndex lines, Fix fix) throws IOException {
        json.beginObject();
        text("description", fix.title().in(locale));
        json.name("artifactChanges").beginArray();
        json.beginObject();
        artifactLocation();
        json.name("replacements").beginArray();
        for (TextEdit edit : fix.edits()) {
            json.beginObject();
            region("deletedRegion", lines, edit.span());
            if (!edit.newText().isEmpty()) {
                text("insertedContent", edit.newText());
            }
            json.endObject();
        }
        json.endArray();
        json.endObject();
        json.endArray();
        json.endObject();
    }

    private void physicalLocation(LineIndex lines, Span span) throws IOException {
        json.name("physicalLocation").beginObject();
        artifactLocation();
        region("region", lines, span);
        json.endObject();
    }

    /** Of the document that is being written of. */
    private void artifactLocation() throws IOException {
        json.name("artifactLocation").beginObject();
        json.name("uri").value(artifacts.getLast());
        json.name("index").value(artifacts.size() - 1);
        json.endObject();
    }

    private void region(String name, LineIndex lines, Span span) throws IOException {
        Range range = Ranges.of(lines, span);
        json.name(name).beginObject();
        place("start", range.getStart());
        place("end", range.getEnd());
        json.endObject();
    }

    private void place(String which, Position position) throws IOException {
        json.name(which + "Line").value(position.getLine() + 1);
        json.name(which + "Column").value(position.getCharacter() + 1);
    }

    private void text(String name, String text) throws IOException {
        json.name(name).beginObject();
        json.name("text").value(text);
        json.endObject();
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFORMATION, HINT -> "note";
        };
    }

    @Override
    public void end(int exitCode) throws IOException {
        json.endArray();
        artifacts();
        tool();
        invocation(exitCode);
        json.endObject();
        json.endArray();
        json.endObject();
        out.write('\n');
        out.flush();
    }

    private void artifacts() throws IOException {
        json.name("artifacts").beginArray();
        for (String artifact : artifacts) {
            json.beginObject();
            json.name("location").beginObject();
            json.name("uri").value(artifact);
            json.endObject();
            json.endObject();
        }
        json.endArray();
    }

    private void tool() throws IOException {
        json.name("tool").beginObject();
        json.name("driver").beginObject();
        json.name("name").value("Virt Workbench");
        json.name("version").value(version);
        json.name("rules").beginArray();
        for (Rule rule : rules.keySet()) {
            json.beginObject();
            json.name("id").value(rule.code());
            if (pages.containsKey(rule)) {
                json.name("helpUri").value(pages.get(rule).toString());
            }
            json.name("properties").beginObject();
            json.name("source").value(rule.source());
            json.endObject();
            json.endObject();
        }
        json.endArray();
        json.endObject();
        json.endObject();
    }

    private void invocation(int exitCode) throws IOException {
        json.name("invocations").beginArray();
        json.beginObject();
        json.name("executionSuccessful").value(exitCode != Summary.COULD_NOT_RUN);
        json.name("exitCode").value(exitCode);
        json.name("toolExecutionNotifications").beginArray();
        for (Judgement.NotJudged input : notJudged) {
            json.beginObject();
            json.name("level").value(input.failure() ? "error" : "note");
            text("message", input.file() + ": " + input.reason().in(locale));
            json.endObject();
        }
        json.endArray();
        json.endObject();
        json.endArray();
    }
}
