package dev.virtworkbench.engine.history;

import dev.virtworkbench.engine.apply.ApplyMode;
import dev.virtworkbench.language.schema.DocumentKind;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;

/** An entry as the properties in its file. */
final class EntryFile {

    private EntryFile() {
    }

    static byte[] bytes(HistoryEntry entry) throws IOException {
        Properties all = new Properties();
        all.setProperty("when", entry.when().toString());
        all.setProperty("uri", entry.uri());
        all.setProperty("kind", entry.kind().root());
        all.setProperty("name", entry.name());
        all.setProperty("uuid", entry.uuid().toString());
        all.setProperty("mode", entry.mode().name());
        entry.before().ifPresent(xml -> all.setProperty("before", xml));
        all.setProperty("after", entry.after());
        StringWriter out = new StringWriter();
        all.store(out, null);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** @throws IllegalArgumentException if these are not the bytes of an entry */
    static HistoryEntry read(String id, byte[] bytes) throws IOException {
        Properties all = new Properties();
        all.load(new StringReader(new String(bytes, StandardCharsets.UTF_8)));
        try {
            return new HistoryEntry(id, Instant.parse(value(all, "when")), value(all, "uri"),
                    DocumentKind.of(value(all, "kind")).orElseThrow(() -> new IllegalArgumentException("unknown kind")),
                    value(all, "name"), UUID.fromString(value(all, "uuid")),
                    // entries of earlier times have none
                    ApplyMode.valueOf(all.getProperty("mode", ApplyMode.DEFINE.name())), Optional.ofNullable(all.getProperty("before")),
                    value(all, "after"));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String value(Properties all, String key) {
        String value = all.getProperty(key);
        if (value == null) {
            throw new IllegalArgumentException("no " + key);
        }
        return value;
    }
}
