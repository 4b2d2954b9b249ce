package dev.virtworkbench.engine.hosts;

import java.io.File;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The hosts that somebody gets who has configured none. */
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
     * Where a daemon is installed, the session's, which libvirt starts by itself; for root, whom that URI would lead to the
     * system's, the system one, also while its daemon does not run: the host then says how to start it. Otherwise the simulated
     * host.
     */
    public static String choose() {
        return choose(ProcessHandle.current().info().user().orElse(System.getProperty("user.name", "")).equals("root"),
                System.getenv().getOrDefault("PATH", ""), File::exists);
    }

    /**
     * The hosts that a newcomer's explorer begins with: {@link #choose()}, and the simulated one beside it where that one's daemon
     * does not run, so that there is something to look at and to try before it does.
     */
    public static List<String> forNewcomers() {
        return forNewcomers(choose(), File::exists);
    }

    static List<String> forNewcomers(String chosen, Predicate<File> present) {
        return chosen.equals(SYSTEM) && !answers(present) ? List.of(SYSTEM, TEST) : List.of(chosen);
    }

    /** Whether somebody listens for the system's host: its daemon, or systemd, which starts it when it is wanted. */
    private static boolean answers(Predicate<File> present) {
        return SYSTEM_SOCKETS.stream().map(File::new).anyMatch(present);
    }

    /**
     * @param path the person's PATH, which may hold what is no path at all, as quotes on Windows
     * @param present whether there is a file of that path
     */
    static String choose(boolean root, String path, Predicate<File> present) {
        boolean installed = Stream.concat(FOLDERS.stream(), Stream.of(path.split(File.pathSeparator)))
                .filter(folder -> !folder.isEmpty())
                .anyMatch(folder -> DAEMONS.stream().anyMatch(name -> present.test(new File(folder, name))));
        if (root) {
            return installed || answers(present) ? SYSTEM : TEST;
        }
        return installed ? SESSION : TEST;
    }
}
