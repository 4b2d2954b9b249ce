package dev.virtworkbench.explorer.model;

import dev.virtworkbench.engine.hosts.Engine;
import dev.virtworkbench.engine.hosts.Host;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** What all hosts of an engine have, for every view. Safe to use from any thread. */
public final class Contents {

    private final Engine engine;
    private final Map<Host, HostContents> byHost = new ConcurrentHashMap<>();
    private final List<ContentsListener> listeners = new CopyOnWriteArrayList<>();

    public Contents(Engine engine) {
        this.engine = engine;
    }

    /** In the order in which they were added. */
    public List<Host> hosts() {
        return engine.hosts();
    }

    /** Adds a host and begins to connect it; does no harm to a host that is there. */
    public Host add(String uri) {
        Host host = engine.add(uri);
        of(host);
        host.connect();
        tell(Optional.empty());
        return host;
    }

    /** Disconnects a host and forgets it. */
    public void remove(Host host) {
        engine.remove(host);
        HostContents contents = byHost.remove(host);
        if (contents != null) {
            contents.close();
        }
        tell(Optional.empty());
    }

    /** What that host has. */
    public HostContents of(Host host) {
        return byHost.computeIfAbsent(host, added -> new HostContents(added, node -> tell(Optional.of(node))));
    }

    /** Has views show what a person has made, once its host's lists have it. On the UI thread. */
    public void made(Newcomer newcomer) {
        listeners.forEach(listener -> listener.made(newcomer));
    }

    public void addListener(ContentsListener listener) {
        listeners.add(listener);
    }

    public void removeListener(ContentsListener listener) {
        listeners.remove(listener);
    }

    private void tell(Optional<Node> below) {
        listeners.forEach(listener -> listener.contentsChanged(below));
    }
}
