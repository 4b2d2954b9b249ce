package dev.virtworkbench.explorer.volumes;

import dev.virtworkbench.editor.content.TransientInput;
import dev.virtworkbench.explorer.labels.Icons;
import dev.virtworkbench.explorer.model.HostObject;
import org.eclipse.jface.resource.ImageDescriptor;

/** The volumes of a pool. Two are equal if they are of the same pool. */
record VolumesInput(HostObject.OfPool pool) implements TransientInput {

    @Override
    public ImageDescriptor getImageDescriptor() {
        return Icons.descriptor("pool-on");
    }

    @Override
    public String getName() {
        return pool.name();
    }

    @Override
    public String getToolTipText() {
        return pool.name() + " (" + pool.host().uri() + ")";
    }

    @Override
    public <T> T getAdapter(Class<T> wanted) {
        return wanted.isInstance(pool) ? wanted.cast(pool) : null;
    }
}
