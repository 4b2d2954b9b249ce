package dev.virtworkbench.engine.hosts;

import dev.virtworkbench.engine.commands.HostCommands;
import dev.virtworkbench.engine.commands.Programs;
import dev.virtworkbench.engine.facts.Abilities;
import dev.virtworkbench.engine.hosts.Readiness.Backend;
import dev.virtworkbench.engine.hosts.Readiness.Elevation;
import dev.virtworkbench.engine.hosts.Readiness.Machine;
import dev.virtworkbench.engine.hosts.Readiness.Module;
import dev.virtworkbench.engine.hosts.Readiness.Presence;
import dev.virtworkbench.engine.hosts.Readiness.Program;
import dev.virtworkbench.engine.hosts.Readiness.Purpose;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Asks a host what it is ready for: libvirt, and in one go its machine. */
final class ReadinessFinder {

    /** The programs that the engine, or libvirt for it, runs. */
    private static final Map<String, Purpose> PROGRAMS = programs();
    private static final Map<String, Purpose> MODULES = modules();

    /** Storage backends that have a package of their own in Debian: some for long, the others from 13 on; what these run comes with them. */
    private static final Set<String> PACKAGED = Set.of("disk", "gluster", "iscsi", "iscsi-direct", "logical", "mpath", "rbd", "scsi", "zfs");

    /**
     * A line for each thing, of words with tabs between: names of programs first, then a lone {@code --}, then names of modules. Without
     * the folders of the system's programs an ordinary person over ssh would find half of them only.
     */
    private static final String LOOK = """
            PATH=$PATH:/usr/sbin:/sbin
            version() {
                "$1" --version 2>&1 </dev/null | grep -m 1 '[0-9]\\.[0-9]' || "$1" -V 2>&1 </dev/null | grep -m 1 '[0-9]\\.[0-9]'
            }
            system=$(. /etc/os-release 2>/dev/null && printf %s "$PRETTY_NAME")
            printf 'machine\\t%s\\t%s\\t%s\\t%s\\n' "$system" "$(uname -r)" "$(id -un)" "$(id -Gn)"
            if [ "$(id -u)" = 0 ]; then root=ROOT
            elif sudo -n true 2>/dev/null; then root=SUDO
            elif command -v sudo >/dev/null; then root=SUDO_ASKS
            elif command -v pkexec >/dev/null; then root=PKEXEC
            else root=NONE; fi
            printf 'root\\t%s\\n' "$root"
            while [ "$1" != -- ]; do
                path=$(command -v "$1") && printf 'program\\t%s\\t%s\\t%s\\n' "$1" "$path" "$(version "$1" | tr '\\t' ' ')"
                shift
            done
            shift
            for kernel in /boot/vmlinuz-*; do
                [ ! -r "$kernel" ] || printf 'program\\tvmlinuz\\t%s\\t%s\\n' "$kernel" "${kernel#/boot/vmlinuz-}"
            done
            for module; do
                if [ -d "/sys/module/$module" ]; then printf 'module\\t%s\\tWORKING\\n' "$module"
                elif modprobe -n -q "$module" 2>/dev/null; then printf 'module\\t%s\\tLOADABLE\\n' "$module"; fi
            done
            """;

    private ReadinessFinder() {
    }

    /** What libvirt tells. */
    static Readiness find(long libvirt, OptionalLong hypervisor, Abilities abilities) {
        List<Backend> backends = abilities.pools().entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(pool -> new Backend(pool.getKey(), pool.getValue().supported(),
                        Optional.of("libvirt-daemon-driver-storage-" + pool.getKey())
                                .filter(name -> !pool.getValue().supported() && PACKAGED.contains(pool.getKey()))))
                .toList();
        return new Readiness(release(libvirt), hypervisor.isPresent() ? Optional.of(release(hypervisor.getAsLong())) : Optional.empty(), backends,
                Optional.empty());
    }

    /** libvirt tells releases as 1000000 × major + 1000 × minor + release. */
    private static String release(long version) {
        return version / 1_000_000 + "." + version / 1000 % 1000 + "." + version % 1000;
    }

    /** Empty where programs cannot be run on the host. */
    static Optional<Machine> machine(Programs programs) {
        if (!programs.commands().possible()) {
            return Optional.empty();
        }
        List<String> words = new ArrayList<>(List.of("sh", "-c", LOOK, "sh"));
        words.addAll(PROGRAMS.keySet());
        words.add("--");
        words.addAll(MODULES.keySet());
        return Optional.of(machine(programs.run(words, Set.of(0, 1)).output()));
    }

    static Machine machine(String output) {
        Map<String, Program> programs = new LinkedHashMap<>();
        PROGRAMS.forEach((name, purpose) -> programs.put(name,
                new Program(name, purpose, Optional.empty(), "", HostCommands.packageOf(name))));
        Map<String, Module> modules = new LinkedHashMap<>();
        MODULES.forEach((name, purpose) -> modules.put(name, new Module(name, purpose, Presence.MISSING)));
        String[] host = {"machine", "", "", "", ""};
        Elevation elevation = Elevation.NONE;
        for (String line : output.split("\n")) {
            String[] words = line.split("\t", -1);
            switch (words[0]) {
                case "machine" -> host = words;
                case "root" -> elevation = Elevation.valueOf(words[1]);
                case "program" -> programs.computeIfPresent(words[1], (name, program) ->
                        new Program(name, program.purpose(), Optional.of(words[2]), words[3].strip(), program.install()));
                case "module" -> modules.computeIfPresent(words[1], (name, module) ->
                        new Module(name, module.purpose(), Presence.valueOf(words[2])));
                default -> {
                    // what a login script of the person's prints is no answer
                }
            }
        }
        return new Machine(host[1], host[2], host[3], List.of(host[4].split(" ")), elevation, List.copyOf(programs.values()),
                List.copyOf(modules.values()));
    }

    private static Map<String, Purpose> programs() {
        Map<String, Purpose> all = new LinkedHashMap<>();
        put(all, Purpose.IMAGES, "qemu-img", "qemu-nbd");
        put(all, Purpose.WIPE, "scrub");
        put(all, Purpose.FS, "mkfs.ext4", "mkfs.xfs", "mkfs.vfat");
        put(all, Purpose.LOGICAL, "lvm");
        put(all, Purpose.DISK, "parted", "lsblk", "wipefs");
        put(all, Purpose.NETFS, "mount.nfs", "showmount");
        put(all, Purpose.SMB, "mount.cifs");
        put(all, Purpose.GLUSTERFS, "mount.glusterfs");
        put(all, Purpose.ISCSI, "iscsiadm");
        put(all, Purpose.MPATH, "multipath");
        // what libvirt's backends of these types run
        put(all, Purpose.SHEEPDOG, "dog");
        put(all, Purpose.VSTORAGE, "vstorage", "vstorage-mount");
        // a kernel that whoever runs programs may read: libguestfs makes its appliance of it
        put(all, Purpose.INSIDE, "guestfish", "vmlinuz");
        return all;
    }

    private static Map<String, Purpose> modules() {
        Map<String, Purpose> all = new LinkedHashMap<>();
        put(all, Purpose.DOMAINS, "kvm");
        put(all, Purpose.LOGICAL, "dm_mod", "dm_snapshot", "dm_mirror");
        put(all, Purpose.NETFS, "nfs");
        put(all, Purpose.SMB, "cifs");
        put(all, Purpose.ISCSI, "iscsi_tcp");
        put(all, Purpose.MPATH, "dm_multipath");
        put(all, Purpose.IMAGES, "loop", "nbd");
        return all;
    }

    private static void put(Map<String, Purpose> all, Purpose purpose, String... names) {
        for (String name : names) {
            all.put(name, purpose);
        }
    }
}
