package dev.virtworkbench.server.session;

import dev.virtworkbench.language.facts.HostFacts;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** What one client and its person want, as far as answers depend on it. Each part is read and replaced as a whole, on any thread. */
public final class Session {

    private volatile ClientSupport client = ClientSupport.NONE;
    private volatile Settings settings = Settings.DEFAULT;
    private volatile Locale clientLocale = Locale.ENGLISH;
    private volatile List<String> folders = List.of();
    private final Function<String, HostFacts> hosts;

    /** @param hosts what the live host of a document, by its URI, has; answers nearly at once, on any thread */
    public Session(Function<String, HostFacts> hosts) {
        this.hosts = hosts;
    }

    /** What the live host of a document has; nothing for a document of no host. */
    public HostFacts facts(String uri) {
        return hosts.apply(uri);
    }

    public ClientSupport client() {
        return client;
    }

    public Settings settings() {
        return settings;
    }

    /** The language of everything that people read. */
    public Locale locale() {
        return settings.locale().orElse(clientLocale);
    }

    /** The URIs of the workspace's folders. */
    public List<String> folders() {
        return folders;
    }

    public void client(ClientSupport support, Locale locale) {
        client = support;
        clientLocale = locale;
    }

    public void settings(Settings other) {
        settings = other;
    }

    public void folders(List<String> uris) {
        folders = List.copyOf(uris);
    }
}
