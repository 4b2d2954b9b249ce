package dev.virtworkbench.server.hosts;

import dev.virtworkbench.engine.hosts.Credentials;
import dev.virtworkbench.engine.hosts.Engine;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.hosts.HostListener;
import dev.virtworkbench.engine.hosts.HostState;
import dev.virtworkbench.language.facts.HostFacts;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The live host whose names completion proposes. It connects in the background and tries again when it is lost; nobody waits for it longer
 * than a person who types would. Nobody can be asked for a password: hosts that want one fail. Thread-safe.
 */
public final class ChosenHost implements AutoCloseable {

    /** How long what the host has is taken for what it still has. */
    private static final Duration FRESH = Duration.ofSeconds(5);

    /** How long, in milliseconds, somebody who types waits for a host. */
    private static final long PATIENCE = 500;

    private final Consumer<Throwable> failed;
    private Engine engine;
    private Host host;
    private CompletableFuture<HostFacts> asked;
    private HostFacts known = HostFacts.NONE;
    private long askedAt;
    private boolean told;

    /** @param failed is told, once for each host that is chosen, why it cannot be asked; on any thread */
    public ChosenHost(Consumer<Throwable> failed) {
        this.failed = failed;
    }

    /** Begins to connect another host and lets go of the one before; returns at once. @param uri libvirt's; empty for none */
    public synchronized void choose(Optional<String> uri) {
        close();
        if (uri.isEmpty()) {
            return;
        }
        try {
            engine = new Engine(Credentials.NONE);
            host = engine.add(uri.get());
            host.addListener(new HostListener() {
                @Override
                public void statusChanged(Host changed) {
                    changed.status().failure().ifPresent(ChosenHost.this::tell);
                }
            });
            host.connect();
        } catch (RuntimeException | LinkageError failure) {
            tell(failure);
        }
    }

    /** What the host has; nothing where there is none, or none that answers. */
    public HostFacts facts() {
        CompletableFuture<HostFacts> answer;
        HostFacts before;
        synchronized (this) {
            if (host == null || host.status().state() != HostState.CONNECTED) {
                return HostFacts.NONE;
            }
            if (asked == null || System.nanoTime() - askedAt > FRESH.toNanos()) {
                known = asked == null ? HostFacts.NONE : asked.getNow(known);
                askedAt = System.nanoTime();
                HostFacts last = known;
                asked = host.facts().result().toCompletableFuture().exceptionally(failure -> {
                    tell(failure);
                    return last;
                });
            }
            answer = asked;
            before = known;
        }
        return answer.copy().completeOnTimeout(before, PATIENCE, TimeUnit.MILLISECONDS).join();
    }

    private void tell(Throwable failure) {
        synchronized (this) {
            if (told) {
                return;
            }
            told = true;
        }
        failed.accept(failure);
    }

    /** Lets go of the host; returns at once. */
    @Override
    public synchronized void close() {
        if (engine != null) {
            engine.close();
        }
        engine = null;
        host = null;
        asked = null;
        known = HostFacts.NONE;
        told = false;
    }
}
