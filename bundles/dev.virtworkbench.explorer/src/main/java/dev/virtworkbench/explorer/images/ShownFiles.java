package dev.virtworkbench.explorer.images;

import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.explorer.model.HostContents;
import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;

/** What views show of image files: pools and folders of the workspace hear of none by themselves. */
public final class ShownFiles {

    private static final List<BiConsumer<Host, String>> FOLLOWERS = new CopyOnWriteArrayList<>();

    private ShownFiles() { }

    /** @param follower is told the host and the path of each file that was made or changed; on any thread */
    public static void follow(BiConsumer<Host, String> follower) {
        FOLLOWERS.add(follower);
    }

    /** Tells it no more. */
    public static void leave(BiConsumer<Host, String> follower) {
        FOLLOWERS.remove(follower);
    }

    /** Has the file with that path, which was made or changed, shown as it is now. From any thread. */
    static void changed(Host host, String path) {
        Path folder = Path.of(path).getParent();
        if (HostChoice.connected(host)) {
            HostContents contents = VirtWorkbench.get().contents().of(host);
            contents.volumesChanged(contents.pools().latest().orElse(List.of()).stream()
                    .filter(pool -> pool.state().active() && !pool.targetPath().isEmpty() && Path.of(pool.targetPath()).equals(folder)));
        }
        FOLLOWERS.forEach(each -> each.accept(host, path));
        for (IContainer shown : ResourcesPlugin.getWorkspace().getRoot().findContainersForLocationURI(folder.toUri())) {
            ICoreRunnable refresh = monitor -> shown.refreshLocal(IResource.DEPTH_ONE, monitor);
            Job job = Job.createSystem(Texts.get("refresh"), refresh);
            job.setRule(shown);
            job.schedule();
        }
    }
}
