package dev.virtworkbench.explorer.live;

import java.net.URI;
import org.eclipse.core.filesystem.IFileStore;
import org.eclipse.core.filesystem.provider.FileSystem;

/** The file system of live documents, scheme {@code virt}. It keeps what is open, in memory, and nothing else. */
public final class LiveFileSystem extends FileSystem {

    @Override
    public IFileStore getStore(URI uri) {
        return new LiveFile(uri);
    }
}
