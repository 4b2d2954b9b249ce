package dev.virtworkbench.engine;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The documents of libvirt's own tests, where its releases have them: since 10.0.0 what is made of a domain lies beside it, named by emulator. */
public final class LibvirtTests {

    private static final String FOLDER = System.getProperty("virtworkbench.libvirtTests", "");
    private static final Pattern MADE = Pattern.compile(".*\\.[a-z0-9_]+-(latest|\\d+\\.\\d+\\.\\d+).*\\.xml");

    private LibvirtTests() {
    }

    /** Skips the test where they are not here. */
    public static void needed() {
        assumeFalse(FOLDER.isEmpty(), "libvirt's own tests are not here");
    }

    /** The documents of one folder of theirs, by name. */
    public static List<Path> in(String suite) throws IOException {
        try (Stream<Path> all = Files.list(folder(suite))) {
            return all.filter(file -> file.toString().endsWith(".xml")).sorted().toList();
        }
    }

    /** The domains that libvirt is given, by name. */
    public static List<Path> domains() throws IOException {
        return inOneFolder() ? in("qemuxmlconfdata").stream().filter(file -> !MADE.matcher(file.getFileName().toString()).matches()).toList()
                : in("qemuxml2argvdata");
    }

    /** What libvirt makes of one of them; empty where its tests do not say, or say it for other processors. */
    public static Optional<Path> made(Path domain) {
        String name = domain.getFileName().toString();
        return Optional.of(inOneFolder() ? domain.resolveSibling(name.replaceFirst("\\.xml$", ".x86_64-latest.xml"))
                : folder("qemuxml2xmloutdata").resolve(name)).filter(Files::exists);
    }

    /** Whether domains and what is made of them lie together, as they do since 10.0.0. */
    public static boolean inOneFolder() {
        return Files.isDirectory(folder("qemuxmlconfdata"));
    }

    public static Path folder(String suite) {
        return Path.of(FOLDER, "tests", suite);
    }
}
