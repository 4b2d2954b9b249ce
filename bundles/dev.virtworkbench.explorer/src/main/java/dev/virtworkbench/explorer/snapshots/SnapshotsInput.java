package dev.virtworkbench.explorer.snapshots;

import dev.virtworkbench.editor.content.TransientInput;
import dev.virtworkbench.explorer.labels.Icons;
import dev.virtworkbench.explorer.model.HostObject.OfDomain;
import org.eclipse.jface.resource.ImageDescriptor;

/** The snapshots of a domain. Two are equal if they are of the same domain. */
record SnapshotsInput(OfDomain domain) implements TransientInput {

    @Override
    public ImageDescriptor getImageDescriptor() {
        return Icons.descriptor("snapshot");
    }

    @Override
    public String getName() {
        return Texts.get("part", domain.name());
    }

    @Override
    public String getToolTipText() {
        return getName() + " (" + domain.host().uri() + ")";
    }

    @Override
    public <T> T getAdapter(Class<T> wanted) {
        return wanted.isInstance(domain) ? wanted.cast(domain) : null;
    }
}
