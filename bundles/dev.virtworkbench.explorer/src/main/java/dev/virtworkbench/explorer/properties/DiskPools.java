package dev.virtworkbench.explorer.properties;

import dev.virtworkbench.explorer.model.HostObject.OfPool;
import org.eclipse.jface.viewers.IFilter;

/** Pools whose volumes are the partitions of a disk. */
public final class DiskPools implements IFilter {

    @Override
    public boolean select(Object selected) {
        return selected instanceof OfPool pool && pool.summary().type().equals("disk");
    }
}
