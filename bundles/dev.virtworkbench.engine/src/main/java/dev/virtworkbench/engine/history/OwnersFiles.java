package dev.virtworkbench.engine.history;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/** Files and folders that nobody but their owner may read, from their first moment. */
public final class OwnersFiles {

    private OwnersFiles() {
    }

    public static void makeFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Path parent = folder.toAbsolutePath().getParent();
            Files.createDirectories(parent);
            Files.createDirectories(folder, permissions(parent, "rwx------"));
        }
    }

    public static Path makeFile(Path folder, String name) throws IOException {
        return Files.createFile(folder.resolve(name), permissions(folder, "rw-------"));
    }

    /** Where files have no such permissions, a user's own folder is closed to others anyway. */
    private static FileAttribute<?>[] permissions(Path place, String permissions) throws IOException {
        FileStore store = Files.getFileStore(place);
        return store.supportsFileAttributeView(PosixFileAttributeView.class)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))}
                : new FileAttribute<?>[0];
    }
}
