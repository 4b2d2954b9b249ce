package dev.virtworkbench.explorer.images;

import dev.virtworkbench.engine.actions.ImageAction;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.explorer.jobs.Waiting;
import dev.virtworkbench.explorer.model.HostObject;
import dev.virtworkbench.explorer.model.HostObject.OfPool;
import dev.virtworkbench.explorer.model.HostObject.OfVolume;
import dev.virtworkbench.engine.storage.PoolSummary;
import dev.virtworkbench.explorer.workbench.Selected;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.ISources;
import org.eclipse.ui.handlers.HandlerUtil;

/** Makes an image file where something is selected: in a folder of the workspace, or in the folder of a pool. */
public final class CreateHandler extends AbstractHandler {

    @Override
    public void setEnabled(Object context) {
        setBaseEnabled(place(HandlerUtil.getVariable(context, ISources.ACTIVE_CURRENT_SELECTION_NAME)).isPresent());
    }

    @Override
    public Object execute(ExecutionEvent event) {
        place(HandlerUtil.getCurrentSelection(event)).ifPresent(CreateHandler::ask);
        return null;
    }

    private static void ask(ImageFile place) {
        Waiting.orTold(() -> place.images().formats()).ifPresent(formats -> new CreateDialog(place, formats).open());
    }

    /** A folder as a path that ends with a slash. */
    private static Optional<ImageFile> place(Object selection) {
        List<HostObject> objects = Selected.of(selection, HostObject.class);
        if (objects.size() == 1) {
            return switch (objects.getFirst()) {
                case OfPool pool -> in(pool.host(), pool.summary());
                case OfVolume volume -> in(volume.host(), volume.in());
                default -> Optional.empty();
            };
        }
        if (!objects.isEmpty() || !(selection instanceof IStructuredSelection some) || some.size() != 1) {
            return Optional.empty();
        }
        IResource resource = Adapters.adapt(some.getFirstElement(), IResource.class);
        IContainer folder = resource instanceof IContainer it ? it : resource == null ? null : resource.getParent();
        return folder == null || folder.getLocation() == null || folder.getType() == IResource.ROOT ? Optional.empty()
                : HostChoice.forFiles().map(host -> at(host, folder.getLocation().toString()));
    }

    private static Optional<ImageFile> in(Host host, PoolSummary pool) {
        return ImageAction.onFilesOf(pool) && pool.state().active() && !pool.targetPath().isEmpty() && host.images().possible()
                ? Optional.of(at(host, pool.targetPath())) : Optional.empty();
    }

    private static ImageFile at(Host host, String folder) {
        return new ImageFile(host, folder.endsWith("/") ? folder : folder + "/", Optional.empty(), Optional.empty(), Optional.empty());
    }
}
