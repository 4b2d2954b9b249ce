package dev.virtworkbench.engine.real;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.virtworkbench.engine.domains.Domain;
import dev.virtworkbench.engine.domains.DomainSummary;
import dev.virtworkbench.engine.hosts.Credentials;
import dev.virtworkbench.engine.hosts.Engine;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.secrets.SecretSummary;
import dev.virtworkbench.engine.storage.Pool;
import dev.virtworkbench.engine.storage.PoolSummary;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * A virtual machine whose kernel has what tests of storage need and this machine's need not have: LVM, NFS, iSCSI, SCSI, multipath.
 * One for all tests of a process, started with the first that asks; it ends, and takes all it wrote with it, when the process does.
 * {@code releng/storage-machine} makes it. Its disks are {@code /dev/disk/by-id/…_one} to {@code …_four}, and {@code …_paths} by two paths.
 */
public final class StorageMachine {

    /** The folder that {@code releng/storage-machine/build} has made. */
    private static final String KEPT = System.getProperty("virtworkbench.storageMachine", "");
    private static final long PATIENCE_SECONDS = 120;

    private static StorageMachine only;

    private final Path folder;
    private final Process process;
    private final String port;
    private final String uri;
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private Host host;

    private StorageMachine(Path folder, Process process, String port) throws IOException {
        this.folder = folder;
        this.process = process;
        this.port = port;
        // libvirt and programs go over one way, which is opened once: an emulated processor takes a second to agree on keys
        Path ssh = folder.resolve("ssh");
        Files.writeString(ssh, "#!/bin/sh\nexec ssh -F none -o UserKnownHostsFile=%s/known -o ControlPath=%s/way -o LogLevel=ERROR \"$@\"\n"
                .formatted(folder, folder));
        Files.setPosixFilePermissions(ssh, PosixFilePermissions.fromString("rwx------"));
        LocalProgram.run(ssh.toString(), "-M", "-f", "-N", "-i", KEPT + "/key", "-p", port, "-o", "StrictHostKeyChecking=no",
                "-o", "BatchMode=yes", "--", "root@127.0.0.1");
        uri = "qemu+ssh://root@127.0.0.1:%s/system?keyfile=%s/key&no_tty=1&command=%s".formatted(port, KEPT, ssh);
    }

    /** The machine, as whoever was there before has left it; the test is skipped, and says so, where there is none. */
    public static synchronized StorageMachine get() throws IOException {
        if (only == null) {
            kept();
            only = start();
        }
        return only;
    }

    /**
     * The folder with its {@code kernel}, {@code initrd} and {@code disk} (raw, an ext4 that is the root), none to be written: for a
     * guest with a system in it. The test is skipped, and says so, where there is none.
     */
    static Path kept() {
        assumeTrue(Files.isReadable(Path.of(KEPT, "state")), () -> {
            System.err.println("SKIPPED a test on real LVM, NFS, iSCSI, SCSI, multipath or with a real guest: no machine for it"
                    + " (-Dvirtworkbench.storageMachine)");
            return "no machine for storage";
        });
        return Path.of(KEPT);
    }

    private static StorageMachine start() throws IOException {
        Path folder = Files.createTempDirectory("virt-workbench-machine");
        Process process = new ProcessBuilder(KEPT + "/start", folder.toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process), "end of the machine for storage"));
        BufferedReader answers = process.inputReader(StandardCharsets.UTF_8);
        String answer = answers.readLine();
        assertEquals("ready", answer == null ? null : answer.split(" ")[0], answer);
        return new StorageMachine(folder, process, answer.split(" ")[1]);
    }

    private static void end(Process process) {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException | InterruptedException e) {
            process.destroyForcibly();
        }
    }

    /** How a workbench of its own reaches it. */
    public String uri() {
        return uri;
    }

    /** It as a host, connected. */
    synchronized Host host() {
        if (host == null) {
            Engine engine = new Engine(Credentials.NONE);
            host = engine.add(uri);
            engine.echo().addListener(command -> commands.add(command.shell()));
            RealHost.connect(host);
        }
        return host;
    }

    /** All that was told to run on it. */
    List<String> commands() {
        return commands;
    }

    /** Runs a program in it, to its good end, by a way of its own. @return what it wrote */
    public String run(String... command) throws IOException {
        List<String> all = new ArrayList<>(List.of(folder.resolve("ssh").toString(), "-p", port, "--", "root@127.0.0.1"));
        for (String word : command) {
            all.add("'" + word.replace("'", "'\\''") + "'");
        }
        return LocalProgram.run(all.toArray(String[]::new));
    }

    /** Takes away whatever a test has made on its disks, its domains, pools and secrets, whether the test went well or not. */
    void clear() throws IOException {
        clear(host());
    }

    /** The same for whoever has it for a host of another engine. @param host it, connected */
    public void clear(Host host) throws IOException {
        for (DomainSummary each : host.domains().list().await()) {
            Domain domain = host.domains().domain(each);
            if (each.state().active()) {
                domain.destroy().await();
            }
            if (each.persistent()) {
                domain.undefine(Set.of()).await();
            }
        }
        for (PoolSummary each : host.pools().list().await()) {
            Pool pool = host.pools().pool(each);
            if (each.state().active()) {
                pool.stop().await();
            }
            if (each.persistent()) {
                pool.undefine().await();
            }
        }
        for (SecretSummary secret : host.secrets().list().await()) {
            host.secrets().undefine(secret.uuid()).await();
        }
        run("sh", "-c", """
                cd /dev
                marked=$(wipefs --noheadings -O DEVICE sda sdb sdc sdd | sort -u)
                [ -n "$marked" ] || exit 0
                for group in $(vgs --noheadings -o vg_name); do vgremove -q -y -f "$group" || exit; done
                wipefs -q -a -f $marked
                for disk in $marked; do [ ! -e "/sys/block/$disk/${disk}1" ] || partx -d "$disk" 2>&1; done
                udevadm settle
                """);
        commands.clear();
    }

    /** The path of that disk in it. @param name {@code one}, {@code two}, {@code three}, {@code four}: 512 MiB each, for the test that asks */
    public static String disk(String name) {
        return "/dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_" + name;
    }

    @Override
    public String toString() {
        return folder + " " + process;
    }
}
