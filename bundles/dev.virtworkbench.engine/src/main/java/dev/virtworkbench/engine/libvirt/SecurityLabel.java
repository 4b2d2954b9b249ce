package dev.virtworkbench.engine.libvirt;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Platform;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * SELinux's label of files of this machine, an extended attribute (xattr(7)) of a name space that the JDK does not reach. Where the
 * system, the file system or a file has none nothing is done. Any thread may ask.
 */
public final class SecurityLabel {

    private static final String NAME = "security.selinux";
    /** What Linux lets an extended attribute have at most (XATTR_SIZE_MAX). */
    private static final int MOST = 1 << 16;

    private SecurityLabel() {
    }

    /**
     * Gives a file the label of another.
     *
     * @throws IOException if it has one and cannot be given away
     */
    public static void handDown(Path from, Path to) throws IOException {
        if (!Platform.isLinux()) {
            return;
        }
        byte[] label = read(from);
        if (label.length == 0 || Arrays.equals(label, read(to))) {
            return;
        }
        try {
            Attributes.CALLS.setxattr(name(to), NAME, label, new NativeLong(label.length), 0);
        } catch (LastErrorException e) {
            throw new FileSystemException(to.toString(), null, "the security label of " + from + " cannot be kept: " + e.getMessage());
        }
    }

    /** Empty where there is none. */
    private static byte[] read(Path file) {
        byte[] label = new byte[MOST];
        try {
            return Arrays.copyOf(label, Attributes.CALLS.getxattr(name(file), NAME, label, new NativeLong(MOST)).intValue());
        } catch (LastErrorException none) {
            return new byte[0];
        }
    }

    /** In the bytes that the JDK makes of it, too. */
    private static byte[] name(Path file) {
        byte[] bytes = file.toString().getBytes(Charset.forName(System.getProperty("sun.jnu.encoding", Charset.defaultCharset().name())));
        return Arrays.copyOf(bytes, bytes.length + 1);
    }

    /** The calls of Linux (sys/xattr.h). */
    interface Attributes extends Library {

        Attributes CALLS = Native.load("c", Attributes.class);

        NativeLong getxattr(byte[] path, String name, byte[] value, NativeLong size) throws LastErrorException;

        int setxattr(byte[] path, String name, byte[] value, NativeLong size, int flags) throws LastErrorException;
    }
}
