package dev.virtworkbench.engine.hosts;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The host that somebody gets who has configured none. */
public final class DefaultHosts {

    public static final String SYSTEM = "qemu:///system";
    public static final String SESSION = "qemu:///session";
    /** Inside this process, simulated. */
    public static final String TEST = "test:///default";

    /** Daemons that serve these URIs, the monolithic one and the modular one. */
    private static final List<String> DAEMONS = List.of("libvirtd", "virtqemud");
    /** Where daemons are even if the person's PATH does not say so. */
    private static final List<String> FOLDERS = List.of("/usr/sbin", "/usr/local/sbin", "/usr/bin", "/usr/local/bin",
            "/opt/homebrew/sbin", "/run/current-system/sw/bin");
    private static final List<String> SYSTEM_SOCKETS = List.of("/run/libvirt/libvirt-sock", "/run/libvirt/virtqemud-sock",
            "/var/run/libvirt/libvirt-sock");

    private DefaultHosts() {
    }

    /**
     * The session daemon, which libvirt starts by itself, where one is installed; for root, whom that URI would lead to the
     * system's, the system one if it runs; otherwise the simulated host.
     */
    public static String choose() {
        return choose(ProcessHandle.current().info().user().orElse(System.getProperty("user.name", "")).equals("root"),
                DefaultHosts::present);
    }

    static String choose(boolean root, java.util.function.Predicate<Path> present) {
        if (root) {
            return SYSTEM_SOCKETS.stream().map(Path::of).anyMatch(present) ? SYSTEM : TEST;
        }
        Stream<String> path = Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator));
        boolean daemon = Stream.concat(FOLDERS.stream(), path).filter(folder -> !folder.isEmpty())
                .anyMatch(folder -> DAEMONS.stream().anyMatch(name -> present.test(Path.of(folder, name))));
        return daemon ? SESSION : TEST;
    }

    private static boolean present(Path path) {
        return Files.exists(path);
    }
}
