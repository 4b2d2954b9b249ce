package dev.virtworkbench.engine.inside;

import java.nio.charset.StandardCharsets;

/**
 * Where something is inside an image. Guests' names are bytes, in no encoding that could be relied on: they are kept as they are.
 *
 * @param device of the file system, as libguestfs names it, as in {@code /dev/sda1}
 * @param bytes the path in that file system, from its root on, which is {@code /}; each character is a byte (ISO 8859-1)
 */
public record GuestPath(String device, String bytes) {

    public GuestPath {
        if (!bytes.startsWith("/")) {
            throw new IllegalArgumentException("no path from a root: " + bytes);
        }
    }

    /** The root of a file system. */
    public static GuestPath root(String device) {
        return new GuestPath(device, "/");
    }

    /** @param name each character is a byte */
    public GuestPath child(String name) {
        return new GuestPath(device, isRoot() ? "/" + name : bytes + "/" + name);
    }

    public boolean isRoot() {
        return bytes.equals("/");
    }

    /** The last of its names, as bytes; empty for the root. */
    String name() {
        return bytes.substring(bytes.lastIndexOf('/') + 1);
    }

    /** The last of its names, for people. */
    public String shownName() {
        return shown(name());
    }

    /** The path, for people: bytes that are no UTF-8 are marked as such. */
    public String shown() {
        return shown(bytes);
    }

    /** Bytes as people read them. */
    static String shown(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
