package dev.virtworkbench.language.schema;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out which libvirt release schemas belong to. */
final class LibvirtVersion {

    private static final Pattern RELEASE = Pattern.compile("\\d+\\.\\d+\\.\\d+");

    /** The library's file name holds major * 1000 + minor, and the micro version behind that. */
    private static final Pattern LIBRARY = Pattern.compile("libvirt\\.so\\.0\\.(\\d+)\\.(\\d+)|libvirt\\.0\\.(\\d+)\\.(\\d+)\\.dylib");

    private LibvirtVersion() { }

    /** The release, if the text is one. */
    static Optional<String> of(String text) {
        return RELEASE.matcher(text).matches() ? Optional.of(text) : Optional.empty();
    }

    /** The release of the libvirt installed beside a folder {@code PREFIX/share/libvirt/schemas}. */
    static Optional<String> ofSchemas(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        if (!absolute.endsWith("share/libvirt/schemas")) {
            return Optional.empty();
        }
        Path prefix = absolute.getParent().getParent().getParent();
        List<Path> folders = new ArrayList<>(List.of(prefix.resolve("lib64"), prefix.resolve("lib")));
        folders.addAll(matching(prefix.resolve("lib"), "*-linux-gnu*"));
        return folders.stream().flatMap(lib -> matching(lib, "libvirt.*").stream())
                .map(file -> LIBRARY.matcher(file.getFileName().toString()))
                .filter(Matcher::matches)
                .map(LibvirtVersion::release)
                .findFirst();
    }

    private static String release(Matcher library) {
        int group = library.group(1) != null ? 1 : 3;
        int number = Integer.parseInt(library.group(group));
        return number / 1000 + "." + number % 1000 + "." + library.group(group + 1);
    }

    private static List<Path> matching(Path folder, String glob) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var found = Files.newDirectoryStream(folder, glob)) {
            List<Path> paths = new ArrayList<>();
            found.forEach(paths::add);
            return paths;
        } catch (IOException | DirectoryIteratorException e) {
            // A folder that may not be listed tells nothing.
            return List.of();
        }
    }
}
