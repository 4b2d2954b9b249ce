package dev.virtworkbench.server;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import java.util.Map;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;

/** The protocol's JSON, for tests that write it down. */
final class LspJson {

    private static final Gson GSON = new MessageJsonHandler(Map.of()).getGson();

    private LspJson() {
    }

    static <T> T read(JsonElement json, Class<T> type) {
        return GSON.fromJson(json, type);
    }
}
