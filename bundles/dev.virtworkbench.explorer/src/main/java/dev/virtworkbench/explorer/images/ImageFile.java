package dev.virtworkbench.explorer.images;

import dev.virtworkbench.engine.actions.ImageAction;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.images.Images;
import dev.virtworkbench.engine.storage.PoolSummary;
import dev.virtworkbench.engine.storage.VolumeSummary;
import dev.virtworkbench.explorer.model.HostContents;
import dev.virtworkbench.explorer.model.HostObject.OfVolume;
import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;

/**
 * An image file that somebody has chosen: a volume, or a file of the workspace.
 *
 * @param host whose qemu-img works on it; of a file of the workspace a host of this machine
 * @param path absolute, on that host
 * @param format as libvirt says; empty for a file of the workspace, of which nobody has said it
 * @param volume empty for a file of the workspace
 * @param file empty for a volume
 */
public record ImageFile(Host host, String path, Optional<String> format, Optional<OfVolume> volume, Optional<IFile> file) {

    /** A volume of a pool whose volumes are files. */
    public static ImageFile of(OfVolume volume) {
        String format = volume.summary().format();
        // libvirt has words of its own for what qemu-img takes as it is
        boolean raw = format.isEmpty() || format.equals("iso") || format.equals("unknown");
        return new ImageFile(volume.host(), volume.summary().path(), Optional.of(raw ? "raw" : format), Optional.of(volume), Optional.empty());
    }

    /**
     * The one with that path, as what it is known here: the volume of a pool, a file of the workspace, or neither. On any thread.
     *
     * @param path absolute, on that host
     */
    public static ImageFile at(Host host, String path) {
        HostContents contents = VirtWorkbench.get().contents().of(host);
        for (PoolSummary pool : contents.pools().latest().orElse(List.of())) {
            if (ImageAction.onFilesOf(pool) && path.startsWith(pool.targetPath())) {
                Optional<VolumeSummary> volume = contents.volumes(pool).latest().stream().flatMap(List::stream)
                        .filter(each -> each.path().equals(path)).findFirst();
                if (volume.isPresent()) {
                    return of(new OfVolume(host, pool, volume.get()));
                }
            }
        }
        Optional<IFile> file = HostChoice.isHere(host)
                ? Arrays.stream(ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(Path.of(path).toUri())).filter(IFile::exists).findFirst()
                : Optional.empty();
        return new ImageFile(host, path, Optional.empty(), Optional.empty(), file);
    }

    /** It as what views of its kind select. */
    public Object selection() {
        return volume.<Object>map(it -> it).or(() -> file).orElse(this);
    }

    /** @param host of this machine */
    static ImageFile of(IFile file, Host host) {
        return new ImageFile(host, file.getLocation().toString(), Optional.empty(), Optional.empty(), Optional.of(file));
    }

    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Its folder, with a slash at the end. */
    String folder() {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    /** The host's images, with the rights that were chosen for it. */
    Images images() {
        return host.images().as(HostRights.of(host));
    }

    /** Whether the path is one of this machine. */
    boolean here() {
        return HostChoice.isHere(host);
    }

    /** All connected hosts whose domains may use it: those of this machine see the same files. */
    List<Host> hosts() {
        return here() ? HostChoice.here().stream().filter(each -> each == host || HostChoice.connected(each)).toList() : List.of(host);
    }

    /** Shows what has become of it. From any thread. */
    void changed() {
        ShownFiles.changed(host, path);
    }
}
