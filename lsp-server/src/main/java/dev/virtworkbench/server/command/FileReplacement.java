package dev.virtworkbench.server.command;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Arrays;

/**
 * Gives a file new content, all at once or not at all: the content goes to a sibling that gets the file's owner, group, mode and
 * extended attributes, reaches the disk, and is moved over the file. A link stays a link; what it leads to is replaced. A file
 * that has changed since it was read, or whose owner could not be kept, is left as it is.
 */
final class FileReplacement {

    private FileReplacement() {
    }

    /**
     * @param before the content that {@code after} was made from
     * @throws IOException if the file could not be replaced; it is then as it was
     */
    static void replace(Path file, byte[] before, byte[] after) throws IOException {
        Path target = file.toRealPath();
        if (!Files.isWritable(target)) {
            throw new FileSystemException(target.toString(), null, "read-only");
        }
        Path sibling = Files.createTempFile(target.getParent(), "." + target.getFileName() + ".", ".tmp");
        try {
            Files.copy(target, sibling, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            write(sibling, after);
            if (!sameOwnerAndMode(target, sibling)) {
                throw new FileSystemException(target.toString(), null, "its owner cannot be kept");
            }
            if (!Arrays.equals(Files.readAllBytes(target), before)) {
                throw new FileSystemException(target.toString(), null, "it was changed meanwhile");
            }
            Files.move(sibling, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(sibling);
        }
    }

    private static void write(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    private static boolean sameOwnerAndMode(Path one, Path other) throws IOException {
        if (Files.getFileAttributeView(one, PosixFileAttributeView.class) == null) {
            return true;
        }
        PosixFileAttributes a = Files.readAttributes(one, PosixFileAttributes.class);
        PosixFileAttributes b = Files.readAttributes(other, PosixFileAttributes.class);
        return a.owner().equals(b.owner()) && a.group().equals(b.group()) && a.permissions().equals(b.permissions());
    }
}
