package dev.virtworkbench.explorer.live;

import dev.virtworkbench.editor.hyperlinks.HostPaths;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.explorer.jobs.Asked;
import dev.virtworkbench.explorer.model.Contents;
import dev.virtworkbench.language.schema.DocumentKind;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Opens what the paths in documents of another machine's host are there: the volume, if a pool of that host has it. The files of hosts on
 * this machine are at hand, and left to the editor.
 */
public final class HostFiles implements HostPaths {

    /** Documents that name volumes; in those of pools, paths are folders and devices. */
    private static final Set<DocumentKind> NAME_VOLUMES = Set.of(DocumentKind.DOMAIN, DocumentKind.STORAGE_VOLUME);

    private final Contents contents;

    public HostFiles(Contents contents) {
        this.contents = contents;
    }

    @Override
    public boolean areElsewhere(URI document) {
        return LiveObject.of(document).filter(object -> isElsewhere(object.host())).isPresent();
    }

    @Override
    public Optional<Consumer<String>> opener(URI document) {
        Optional<LiveObject> object = LiveObject.of(document).filter(each -> NAME_VOLUMES.contains(each.kind()));
        return object.flatMap(each -> contents.hosts().stream().filter(host -> host.uri().equals(each.host())).findFirst())
                .map(host -> path -> open(host, path));
    }

    private static void open(Host host, String path) {
        Asked.then(host.pools().volumeByPath(path), volume -> LiveEditors.open(host,
                new LiveObject(host.uri(), DocumentKind.STORAGE_VOLUME, volume.pool().uuid(), volume.name())));
    }

    /** Whether the host's files are not this machine's: it has a name, or is simulated. */
    private static boolean isElsewhere(String uri) {
        URI host = URI.create(uri);
        return host.getScheme().startsWith("test") || host.getAuthority() != null && !"localhost".equals(host.getHost());
    }
}
