package dev.virtworkbench.engine.real;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A real libvirtd of the test's own: the system's for root, in namespaces of its own, the session's for anybody else. See
 * {@code private-libvirtd.sh} for how it takes everything away, also when the test is killed.
 */
public final class PrivateLibvirtd implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 60;
    /** Of the folder, as the script has it. */
    private static final String CACHE = "cache";

    private final Path folder;
    private final Process process;
    private final boolean system;
    private final BufferedWriter words;
    private final BufferedReader answers;

    private PrivateLibvirtd(Path folder, Process process, boolean system) {
        this.folder = folder;
        this.process = process;
        this.system = system;
        this.words = process.outputWriter(StandardCharsets.UTF_8);
        this.answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Starts one; the test is skipped, and says why, where libvirt is not installed. */
    public static PrivateLibvirtd start() throws IOException {
        return start(root());
    }

    /** Starts a session daemon of somebody without rights; skipped unless root is there to become that somebody. */
    public static PrivateLibvirtd startAsNobody() throws IOException {
        needsRoot();
        return start(false);
    }

    private static PrivateLibvirtd start(boolean system) throws IOException {
        for (String program : List.of("libvirtd", "virsh", "qemu-img", "unshare", "losetup")) {
            needs(program);
        }
        Path folder = Files.createTempDirectory("virt-workbench-test");
        Path script = script("private-libvirtd.sh", folder);
        List<String> command = new ArrayList<>();
        if (system) {
            command.addAll(List.of("unshare", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc"));
        }
        if (root() && !system) {
            command.addAll(List.of("setpriv", "--reuid", "nobody", "--regid", "nogroup", "--clear-groups"));
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rw-r--r--"));
            Files.setOwner(folder, folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
        }
        command.addAll(List.of("sh", script.toString(), folder.toString()));
        if (system) {
            QemuCapabilities.give(folder.resolve(CACHE));
        }
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        PrivateLibvirtd daemon = new PrivateLibvirtd(folder, process, system);
        try {
            daemon.restart();
            if (system) {
                QemuCapabilities.learn(folder.resolve(CACHE));
            }
        } catch (IOException | AssertionError e) {
            daemon.close();
            throw e;
        }
        return daemon;
    }

    /** A script that stands beside this class, in that folder. */
    public static Path script(String name, Path folder) throws IOException {
        Path script = folder.resolve(name);
        try (InputStream from = PrivateLibvirtd.class.getResourceAsStream(name)) {
            Files.copy(from, script);
        }
        return script;
    }

    public static boolean root() {
        return System.getProperty("user.name").equals("root");
    }

    /** Skips the test where it needs to be root, and says so. */
    public static void needsRoot() {
        assumeTrue(root(), () -> skipped("not root"));
    }

    /** Skips the test where that program is not installed, and says so. */
    static void needs(String program) {
        assumeTrue(installed(program), () -> skipped(program + " is not installed"));
    }

    /** The same of one that stands in no folder of programs. */
    static void needs(Path program) {
        assumeTrue(Files.isExecutable(program), () -> skipped(program + " is not installed"));
    }

    /** Skips the test where libvirt finds no UEFI for PCs, and says so. */
    public void needsUefi() throws IOException {
        String capabilities = run("virsh", "-c", uri(), "domcapabilities", "--arch", "x86_64", "--machine", "q35", "--virttype", "qemu");
        assumeTrue(capabilities.contains("<value>efi</value>"), () -> skipped("no UEFI for PCs is installed (Debian package ovmf)"));
    }

    /** Skips the test where libguestfs, or a kernel for its appliance, is not there, and says so. */
    public static void needsAppliance() {
        needs("guestfish");
        File[] kernels = new File("/boot").listFiles(file -> file.getName().startsWith("vmlinuz-") && file.canRead());
        boolean kernel = System.getenv("SUPERMIN_KERNEL") != null || kernels != null && kernels.length > 0;
        assumeTrue(kernel, () -> skipped("there is no kernel that libguestfs's appliance could be made of"));
    }

    public String uri() {
        return "qemu+unix:///" + (system ? "system" : "session") + "?socket=" + folder.resolve("run/libvirt-sock");
    }

    /** Where a test may put what it needs on the host; gone afterwards. */
    public Path folder() {
        return folder;
    }

    /** Kills the daemon as a crash would. */
    public void kill() throws IOException {
        assertEquals("dead", say("kill"));
    }

    /** Starts the daemon again. */
    public void restart() throws IOException {
        assertEquals("ready", say("start"));
    }

    /** Starts the daemon anew with other settings. @param change of what {@code libvirtd.conf} has */
    void configure(UnaryOperator<String> change) throws IOException {
        Path settings = folder.resolve("libvirtd.conf");
        Files.writeString(settings, change.apply(Files.readString(settings)));
        kill();
        restart();
    }

    /** Makes the daemon deaf and mute, its connections open: as a host that hangs, or a network that loses all. */
    public void freeze() throws IOException {
        assertEquals("frozen", say("freeze"));
    }

    /** Lets a frozen daemon go on. */
    public void thaw() throws IOException {
        assertEquals("ready", say("thaw"));
    }

    /**
     * Runs a program where the daemon is.
     *
     * @return what it wrote
     */
    public String run(String... command) throws IOException {
        Process ran = launch(command);
        String output = new String(ran.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        await(ran);
        assertEquals(0, ran.exitValue(), () -> String.join(" ", command) + ": " + output);
        return output;
    }

    /** Starts a program where the daemon is; it ends with it. */
    public Process launch(String... command) throws IOException {
        List<String> all = new ArrayList<>();
        if (system) {
            ProcessHandle first = process.children().findFirst().orElseThrow();
            all.addAll(List.of("nsenter", "--target", Long.toString(first.pid()), "--mount", "--pid"));
        }
        all.addAll(List.of(command));
        return new ProcessBuilder(all).redirectErrorStream(true).start();
    }

    @Override
    public void close() throws IOException {
        words.close();
        await(process);
        assertEquals(false, Files.exists(folder), folder + " was left behind");
    }

    private String say(String word) throws IOException {
        words.write(word);
        words.newLine();
        words.flush();
        return answers.readLine();
    }

    private static void await(Process process) {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(process.info() + " did not end");
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    static boolean installed(String program) {
        return Stream.concat(Stream.of("/usr/sbin", "/sbin"), Stream.of(System.getenv("PATH").split(":")))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }

    private static String skipped(String why) {
        System.err.println("SKIPPED a test on a real libvirt: " + why);
        return why;
    }

    /**
     * What libvirt keeps of the QEMUs that it has asked for their abilities: asking takes longer than all else that a daemon does when it
     * starts. What the first daemons of this process were told, the others find in their cache, as if they had been started before; libvirt
     * decides itself whether it still holds.
     */
    private static final class QemuCapabilities {

        private static final Map<String, byte[]> KNOWN = new ConcurrentHashMap<>();

        private QemuCapabilities() {
        }

        /** Puts them where a daemon of the system looks. @param cache its cache, there or not */
        static void give(Path cache) throws IOException {
            Path folder = Files.createDirectories(folder(cache));
            for (Map.Entry<String, byte[]> each : KNOWN.entrySet()) {
                Files.write(folder.resolve(each.getKey()), each.getValue());
            }
        }

        /** Takes over what a daemon has found out. */
        static void learn(Path cache) throws IOException {
            if (!Files.isDirectory(folder(cache))) {
                return;
            }
            try (Stream<Path> files = Files.list(folder(cache))) {
                List<Path> whole = files.filter(file -> file.toString().endsWith(".xml")).toList();
                for (Path each : whole) {
                    KNOWN.put(each.getFileName().toString(), Files.readAllBytes(each));
                }
            }
        }

        private static Path folder(Path cache) {
            return cache.resolve("qemu/capabilities");
        }
    }
}
