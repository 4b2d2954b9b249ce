package dev.virtworkbench.explorer.workbench;

import dev.virtworkbench.explorer.model.HostObject;
import java.util.List;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.IStructuredSelection;

/** The objects of hosts in a selection. */
public final class Selected {

    private Selected() { }

    /** The selected objects of that kind, as they were read last; empty if anything else is selected as well. */
    public static <T extends HostObject> List<T> of(Object selection, Class<T> kind) {
        if (!(selection instanceof IStructuredSelection structured)) {
            return List.of();
        }
        List<T> objects = ((List<?>) structured.toList()).stream().map(each -> Adapters.adapt(each, HostObject.class))
                .takeWhile(kind::isInstance).map(kind::cast)
                .map(object -> VirtWorkbench.get().contents().of(object.host()).latest(object)).toList();
        return objects.size() == structured.size() ? objects : List.of();
    }
}
