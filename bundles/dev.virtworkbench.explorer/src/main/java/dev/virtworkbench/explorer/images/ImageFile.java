package dev.virtworkbench.explorer.images;

import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.images.Images;
import dev.virtworkbench.explorer.model.HostObject.OfVolume;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;

/**
 * An image file that somebody has chosen: a volume, or a file of the workspace.
 *
 * @param host whose qemu-img works on it; of a file of the workspace a host of this machine
 * @param path absolute, on that host
 * @param format as libvirt says; empty for a file of the workspace, of which nobody has said it
 * @param volume empty for a file of the workspace
 * @param file empty for a volume
 */
record ImageFile(Host host, String path, Optional<String> format, Optional<OfVolume> volume, Optional<IFile> file) {

    static ImageFile of(OfVolume volume) {
        String format = volume.summary().format();
        // libvirt has words of its own for what qemu-img takes as it is
        boolean raw = format.isEmpty() || format.equals("iso") || format.equals("unknown");
        return new ImageFile(volume.host(), volume.summary().path(), Optional.of(raw ? "raw" : format), Optional.of(volume), Optional.empty());
    }

    /** @param host of this machine */
    static ImageFile of(IFile file, Host host) {
        return new ImageFile(host, file.getLocation().toString(), Optional.empty(), Optional.empty(), Optional.of(file));
    }

    String name() {
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
