package dev.virtworkbench.explorer.live;

import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.hosts.HostState;
import dev.virtworkbench.explorer.model.Contents;
import dev.virtworkbench.language.facts.HostFacts;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.eclipse.core.runtime.ILog;

/**
 * What hosts have, as completion wants to know it: nearly at once. What is known is asked for anew when it has grown old, and holds
 * until a slow host has answered. A live document's host is its own, that of a file the first one that is connected. Thread-safe.
 */
public final class KnownFacts implements Function<String, HostFacts> {

    private static final Duration FRESH = Duration.ofSeconds(5);

    /** How long, in milliseconds, somebody who types waits for a host. */
    private static final long PATIENCE = 500;

    private record Asked(CompletableFuture<HostFacts> answer, HostFacts before, long at) {

        boolean fresh() {
            return System.nanoTime() - at < FRESH.toNanos();
        }

        HostFacts soon() {
            return answer.copy().completeOnTimeout(before, PATIENCE, TimeUnit.MILLISECONDS).join();
        }
    }

    private final Contents contents;
    private final Map<String, Asked> asked = new ConcurrentHashMap<>();

    public KnownFacts(Contents contents) {
        this.contents = contents;
    }

    @Override
    public HostFacts apply(String uri) {
        return host(uri).map(host -> asked.compute(host.uri(), (name, last) -> last != null && last.fresh() ? last
                : ask(host, last == null ? HostFacts.NONE : last.answer().getNow(last.before()))).soon()).orElse(HostFacts.NONE);
    }

    private Optional<Host> host(String uri) {
        Optional<LiveDocument> live = LiveDocument.at(URI.create(uri));
        return contents.hosts().stream().filter(host -> host.status().state() == HostState.CONNECTED)
                .filter(host -> live.isEmpty() || host.uri().equals(live.get().object().host())).findFirst();
    }

    private static Asked ask(Host host, HostFacts before) {
        return new Asked(host.facts().result().toCompletableFuture().exceptionally(failure -> {
            ILog.of(KnownFacts.class).warn("asking " + host.uri() + " what completion may name", failure);
            return before;
        }), before, System.nanoTime());
    }
}
