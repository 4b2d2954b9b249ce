package dev.virtworkbench.server.command;

import com.google.gson.Gson;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;

/** An array of {@code {file, kind, diagnostics}}, an entry for every document judged; the diagnostics are the LSP's. */
final class JsonReport implements Report {

    private final Writer out;
    private final JsonWriter json;
    private final Gson gson = new MessageJsonHandler(Map.of()).getGson();
    private final Locale locale;

    JsonReport(Writer out, Locale locale) {
        this.locale = locale;
        this.out = out;
        json = new JsonWriter(out);
        json.setIndent("  ");
    }

    @Override
    public void begin() throws IOException {
        json.beginArray();
    }

    @Override
    public void judged(Judgement.Judged document) throws IOException {
        List<Diagnostic> diagnostics = LspDiagnostics.of(document, locale);
        json.beginObject();
        json.name("file").value(document.file());
        json.name("kind").value(document.kind());
        json.name("diagnostics").beginArray();
        for (Diagnostic diagnostic : diagnostics) {
            gson.toJson(diagnostic, Diagnostic.class, json);
        }
        json.endArray();
        json.endObject();
    }

    @Override
    public void end(int exitCode) throws IOException {
        json.endArray();
        out.write('\n');
        out.flush();
    }
}
