package dev.virtworkbench.language.schema;

import dev.virtworkbench.language.relaxng.SchemaSource;
import dev.virtworkbench.language.schema.SchemaLocation.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** Finds folders of libvirt's schemas. */
public final class SchemaLocations {

    private static final String IN_PREFIX = "share/libvirt/schemas";

    /** Where distributions, Homebrew, MacPorts and Nix install libvirt. */
    private static final List<String> PREFIXES = List.of("/usr", "/usr/local", "/opt/homebrew",
            "/home/linuxbrew/.linuxbrew", "/opt/local", "/run/current-system/sw", "/nix/var/nix/profiles/default");

    /** In the user's home. */
    private static final String NIX_PROFILE = ".nix-profile";

    /** On the class path; the build puts them there. */
    private static final String PACKED = "dev/virtworkbench/language/schemas";
    private static final String VERSION_FILE = "version.properties";

    private SchemaLocations() { }

    /**
     * The folders to read schemas from, the first that has a schema being the one to take it from.
     *
     * @param setting a folder the person has set; looked at first, and listed even if there is no such folder, so
     *        that it can be said what is wrong with it
     */
    public static List<SchemaLocation> search(Optional<Path> setting) {
        List<SchemaLocation> locations = new ArrayList<>();
        setting.ifPresent(folder -> locations.add(
                new SchemaLocation(Origin.SETTING, SchemaSource.folder(folder), () -> LibvirtVersion.ofSchemas(folder))));
        machine().ifPresent(locations::add);
        packed().ifPresent(locations::add);
        return List.copyOf(locations);
    }

    private static Optional<SchemaLocation> machine() {
        List<Path> prefixes = new ArrayList<>(PREFIXES.stream().map(Path::of).toList());
        prefixes.add(Path.of(System.getProperty("user.home", "/"), NIX_PROFILE));
        return prefixes.stream().map(prefix -> prefix.resolve(IN_PREFIX))
                .filter(folder -> Files.isReadable(folder.resolve(DocumentKind.DOMAIN.schemaFile())))
                .findFirst()
                .map(folder -> new SchemaLocation(Origin.MACHINE, SchemaSource.folder(folder),
                        () -> LibvirtVersion.ofSchemas(folder)));
    }

    private static Optional<SchemaLocation> packed() {
        SchemaSource source = SchemaSource.classPath(SchemaLocations.class.getClassLoader(), PACKED);
        Properties properties = new Properties();
        try (InputStream in = source.open(VERSION_FILE)) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            // This build packed none.
            return Optional.empty();
        }
        Optional<String> version = LibvirtVersion.of(properties.getProperty("libvirt.version", ""));
        return Optional.of(new SchemaLocation(Origin.PACKED, source, () -> version));
    }
}
