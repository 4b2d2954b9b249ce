package dev.virtworkbench.server.session;

import dev.virtworkbench.language.schema.GrammarCache;
import dev.virtworkbench.language.schema.GrammarSource;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * The folder where this program keeps what it can make again: {@code virt-workbench} in {@code $XDG_CACHE_HOME} or
 * {@code ~/.cache} (XDG Base Directory Specification), in {@code ~/Library/Caches} on macOS, in {@code %LOCALAPPDATA%} on Windows.
 */
public final class CacheFolder {

    private static final String NAME = "virt-workbench";

    private CacheFolder() {
    }

    /** Makes grammars of schemas, and keeps them in the folder of whoever runs this. */
    public static GrammarSource grammars() {
        return new GrammarCache(find(System.getenv(), System.getProperty("os.name"), System.getProperty("user.home"))
                .resolve("grammars"));
    }

    /**
     * @param environment variables by name
     * @param system as Java's {@code os.name} tells it
     * @param home the home folder
     */
    static Path find(Map<String, String> environment, String system, String home) {
        String os = system.toLowerCase(Locale.ROOT);
        Path folder;
        if (os.startsWith("windows")) {
            folder = named(environment.get("LOCALAPPDATA"), Path.of(home, "AppData", "Local"));
        } else if (os.startsWith("mac")) {
            folder = Path.of(home, "Library", "Caches");
        } else {
            folder = named(environment.get("XDG_CACHE_HOME"), Path.of(home, ".cache"));
        }
        return folder.resolve(NAME);
    }

    /** A relative path says nothing, by the specification. */
    private static Path named(String folder, Path otherwise) {
        return folder != null && Path.of(folder).isAbsolute() ? Path.of(folder) : otherwise;
    }
}
