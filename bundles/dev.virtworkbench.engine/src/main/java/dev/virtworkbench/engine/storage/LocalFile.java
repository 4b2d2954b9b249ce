package dev.virtworkbench.engine.storage;

import dev.virtworkbench.engine.libvirt.LibvirtError;
import dev.virtworkbench.engine.libvirt.SecurityLabel;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;

/**
 * A file of this machine that is written as a whole or not at all: in a folder of its own beside its place, from where it is moved in
 * one step, which replaces nothing unless that was said. What it replaces hands down owner, mode and security label. However it ends, the folder is gone.
 */
final class LocalFile {

    private final Path file;
    private final boolean replace;

    /** @param replace whether a file that is there may go */
    LocalFile(Path file, boolean replace) {
        this.file = file.toAbsolutePath();
        this.replace = replace;
    }

    /** The folder that it is in, also behind a link. */
    Path folder() throws IOException {
        return place().getParent();
    }

    /** Writes to a path. */
    @FunctionalInterface
    interface Writing {
        void to(Path path) throws LibvirtError, IOException;
    }

    /** Fails if there is something that may not go. */
    void refuseTaken() throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!replace) {
            throw new FileAlreadyExistsException(file.toString());
        }
        if (!Files.isRegularFile(place())) {
            throw new FileSystemException(file.toString(), null, "is no ordinary file");
        }
    }

    /** @param last runs right before it is moved into place; throws to have it not moved */
    void write(Writing writing, Runnable last) throws LibvirtError, IOException {
        Path place = place();
        Path own = Files.createTempDirectory(place.getParent(), ".virt-workbench-");
        Path part = own.resolve("file");
        try {
            writing.to(part);
            last.run();
            refuseTaken();
            move(part, place);
        } finally {
            Files.deleteIfExists(part);
            Files.delete(own);
        }
    }

    /** A link stays: what it leads to is replaced. */
    private Path place() throws IOException {
        return replace && Files.exists(file) ? file.toRealPath() : file;
    }

    private void move(Path part, Path place) throws IOException {
        if (replace && Files.exists(place)) {
            dress(part, place);
            // what has not reached the disk could be lost with the power, and what it replaced is gone
            try (FileChannel written = FileChannel.open(part, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(part, place, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        try {
            // unlike a move it fails if somebody else was quicker
            Files.createLink(place, part);
        } catch (UnsupportedOperationException e) {
            Files.move(part, place);
        } catch (FileSystemException e) {
            if (e instanceof FileAlreadyExistsException || e instanceof NoSuchFileException) {
                throw e;
            }
            // a file system without hard links
            Files.move(part, place);
        }
    }

    private static void dress(Path part, Path old) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(part, PosixFileAttributeView.class);
        if (view == null) {
            return;
        }
        PosixFileAttributes wanted = Files.readAttributes(old, PosixFileAttributes.class);
        PosixFileAttributes now = view.readAttributes();
        if (!now.owner().equals(wanted.owner())) {
            view.setOwner(wanted.owner());
        }
        if (!now.group().equals(wanted.group())) {
            view.setGroup(wanted.group());
        }
        view.setPermissions(wanted.permissions());
        SecurityLabel.handDown(old, part);
    }
}
