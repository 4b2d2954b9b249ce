package dev.virtworkbench.explorer.chains;

import dev.virtworkbench.engine.actions.ImageAction;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.explorer.dialogs.Failure;
import dev.virtworkbench.explorer.images.HostChoice;
import dev.virtworkbench.explorer.model.HostObject;
import dev.virtworkbench.explorer.model.HostObject.OfHost;
import dev.virtworkbench.explorer.model.HostObject.OfPool;
import dev.virtworkbench.explorer.model.HostObject.OfVolume;
import dev.virtworkbench.explorer.workbench.Selected;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.ISources;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;

/** Opens the chains of images of what is selected: a host, a pool or a volume of files, a folder of the workspace or a file in it. */
public final class OpenChains extends AbstractHandler {

    /** What is to be opened, and which image is to be selected in it. */
    private record Wanted(ChainsInput input, Optional<String> image) { }

    @Override
    public void setEnabled(Object context) {
        setBaseEnabled(wanted(HandlerUtil.getVariable(context, ISources.ACTIVE_CURRENT_SELECTION_NAME)).isPresent());
    }

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        Optional<Wanted> wanted = wanted(HandlerUtil.getCurrentSelectionChecked(event));
        if (wanted.isPresent()) {
            try {
                ChainsEditor editor = (ChainsEditor) HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage()
                        .openEditor(wanted.get().input(), ChainsEditor.ID);
                wanted.get().image().ifPresent(editor::select);
            } catch (PartInitException e) {
                Failure.show(e);
            }
        }
        return null;
    }

    private static Optional<Wanted> wanted(Object selection) {
        List<HostObject> objects = Selected.of(selection, HostObject.class);
        if (objects.size() == 1) {
            return ofHost(objects.getFirst()).filter(it -> it.input().host().images().possible());
        }
        return objects.isEmpty() && selection instanceof IStructuredSelection some && some.size() == 1
                ? Optional.ofNullable(Adapters.adapt(some.getFirstElement(), IResource.class)).flatMap(OpenChains::ofWorkspace) : Optional.empty();
    }

    private static Optional<Wanted> ofHost(HostObject object) {
        return switch (object) {
            case OfHost host when HostChoice.connected(host.host()) -> Optional.of(new Wanted(new ChainsInput(host.host(), Optional.empty(),
                    Optional.empty()), Optional.empty()));
            case OfPool pool when ImageAction.onFilesOf(pool.summary()) && pool.summary().state().active() -> Optional.of(new Wanted(
                    of(pool), Optional.empty()));
            case OfVolume volume when ImageAction.impossible(volume.host().images(), volume.in(), volume.summary()).isEmpty() -> Optional.of(new Wanted(
                    of(new OfPool(volume.host(), volume.in())), Optional.of(volume.summary().path())));
            default -> Optional.empty();
        };
    }

    private static ChainsInput of(OfPool pool) {
        return new ChainsInput(pool.host(), Optional.of(pool), Optional.empty());
    }

    private static Optional<Wanted> ofWorkspace(IResource resource) {
        Optional<Host> host = HostChoice.forFiles();
        IContainer folder = resource instanceof IContainer it ? it : resource.getParent();
        if (host.isEmpty() || folder == null || folder.getLocation() == null || resource.getType() == IResource.ROOT) {
            return Optional.empty();
        }
        return Optional.of(new Wanted(new ChainsInput(host.get(), Optional.empty(), Optional.of(folder)),
                resource instanceof IFile ? Optional.of(resource.getLocation().toString()) : Optional.empty()));
    }
}
