package dev.virtworkbench.explorer.chains;

import dev.virtworkbench.editor.content.TransientInput;
import dev.virtworkbench.engine.actions.ImageAction;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.storage.PoolSummary;
import dev.virtworkbench.explorer.labels.Icons;
import dev.virtworkbench.explorer.model.HostObject.OfPool;
import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.core.resources.IContainer;
import org.eclipse.jface.resource.ImageDescriptor;

/**
 * The images of a host, of one of its pools, or of a folder of the workspace. Two are equal if they are of the same.
 *
 * @param host whose qemu-img looks at them
 * @param pool empty for all pools of files, and for a folder
 * @param folder empty for hosts and pools
 */
record ChainsInput(Host host, Optional<OfPool> pool, Optional<IContainer> folder) implements TransientInput {

    /** Endings of files in the workspace that are meant to be disks though they have no header. */
    private static final Predicate<String> PLAIN = path -> List.of(".raw", ".img", ".iso").stream().anyMatch(path::endsWith);

    /** The folders that are looked into, on the host. */
    List<String> folders() {
        return folder.map(it -> List.of(it.getLocation().toString())).orElseGet(() -> pools().stream().map(PoolSummary::targetPath).distinct().toList());
    }

    /** The pools whose volumes are among the images. */
    List<PoolSummary> pools() {
        List<PoolSummary> all = VirtWorkbench.get().contents().of(host).pools().latest().orElse(List.of());
        return all.stream().filter(each -> ImageAction.onFilesOf(each) && each.state().active() && !each.targetPath().isEmpty())
                .filter(each -> folder.isEmpty() && pool.filter(one -> !one.summary().uuid().equals(each.uuid())).isEmpty()).toList();
    }

    /** Whether images that domains use elsewhere are shown as well. */
    boolean used() {
        return pool.isEmpty() && folder.isEmpty();
    }

    /** Whether a file without a header is an image: in a pool each is a volume. */
    Predicate<String> plain() {
        return folder.isPresent() ? PLAIN : path -> true;
    }

    /** What it is the images of. */
    private String of() {
        return folder.map(IContainer::getName).or(() -> pool.map(OfPool::name)).orElseGet(host::uri);
    }

    @Override
    public ImageDescriptor getImageDescriptor() {
        return Icons.descriptor("chains");
    }

    @Override
    public String getName() {
        return Texts.get("part.of", of());
    }

    @Override
    public String getToolTipText() {
        return getName() + " (" + folder.map(it -> it.getFullPath().toString()).orElseGet(host::uri) + ")";
    }
}
