package dev.virtworkbench.editor.client;

import dev.virtworkbench.language.facts.HostFacts;
import java.util.function.Function;

/**
 * What the live hosts of documents have, for completion. Nothing until somebody who has hosts offers it; the editor itself knows none.
 * Thread-safe.
 */
public final class LiveHosts {

    private static volatile Function<String, HostFacts> facts = uri -> HostFacts.NONE;

    private LiveHosts() {}

    /** @param source by the URI of a document, its host's; has to answer nearly at once, on any thread */
    public static void offer(Function<String, HostFacts> source) {
        facts = source;
    }

    static HostFacts of(String uri) {
        return facts.apply(uri);
    }
}
