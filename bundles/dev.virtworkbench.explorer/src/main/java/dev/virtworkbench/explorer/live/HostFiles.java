package dev.virtworkbench.explorer.live;

import dev.virtworkbench.editor.hyperlinks.HostPaths;
import dev.virtworkbench.engine.errors.ErrorCode;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.engine.storage.Volume;
import dev.virtworkbench.explorer.dialogs.Failure;
import dev.virtworkbench.explorer.jobs.Asked;
import dev.virtworkbench.explorer.model.Contents;
import dev.virtworkbench.explorer.workbench.Person;
import dev.virtworkbench.language.schema.DocumentKind;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.PlatformUI;

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
        Job<Volume> looked = host.pools().volumeByPath(path);
        looked.result().whenComplete((volume, failure) -> {
            if (failure != null && Failure.plain(failure) instanceof VirtException told && told.code() == ErrorCode.NO_STORAGE_VOL) {
                // Nothing failed: images need no pool.
                PlatformUI.getWorkbench().getDisplay().asyncExec(() -> MessageDialog.openInformation(
                        Person.shell(), Texts.get("no-volume.title"),
                        Texts.get("no-volume", path, host.uri())));
            } else {
                Asked.then(looked, opened -> LiveEditors.open(host,
                        new LiveObject(host.uri(), DocumentKind.STORAGE_VOLUME, opened.pool().uuid(), opened.name())));
            }
        });
    }

    /** Whether the host's files are not this machine's: it has a name, or is simulated. */
    private static boolean isElsewhere(String uri) {
        URI host = URI.create(uri);
        return host.getScheme().startsWith("test") || host.getAuthority() != null && !"localhost".equals(host.getHost());
    }
}
