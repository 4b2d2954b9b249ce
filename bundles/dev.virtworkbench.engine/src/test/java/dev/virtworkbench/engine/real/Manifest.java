package dev.virtworkbench.engine.real;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * All that is under a folder, so as to tell afterwards what came, went or became another.
 *
 * @param entries by path below the folder: kind, mode, owner, and a checksum of contents or where a link leads
 */
record Manifest(Map<String, String> entries) {

    static Manifest of(Path folder) throws IOException {
        Map<String, String> entries = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : (Iterable<Path>) all.filter(path -> !path.equals(folder))::iterator) {
                entries.put(folder.relativize(each).toString(), described(each));
            }
        }
        return new Manifest(entries);
    }

    /** The paths that are not the same in both. */
    Set<String> differingFrom(Manifest other) {
        Set<String> differing = new TreeSet<>(entries.keySet());
        differing.addAll(other.entries.keySet());
        differing.removeIf(path -> Objects.equals(entries.get(path), other.entries.get(path)));
        return differing;
    }

    private static String described(Path file) throws IOException {
        Object mode = Files.getAttribute(file, "unix:mode", LinkOption.NOFOLLOW_LINKS);
        Object owner = Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS);
        String contents = Files.isSymbolicLink(file) ? Files.readSymbolicLink(file).toString() : Files.isRegularFile(file) ? checksum(file) : "";
        return mode + " " + owner + " " + contents;
    }

    private static String checksum(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IOException(e);
        }
    }
}
