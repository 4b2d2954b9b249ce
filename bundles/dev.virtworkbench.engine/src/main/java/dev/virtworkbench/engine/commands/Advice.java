package dev.virtworkbench.engine.commands;

import dev.virtworkbench.language.findings.Message;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What to do about what programs say. Only advice: nothing the engine does turns on a program's words. */
final class Advice {

    /** Debian's packages of the programs that are run, by the beginning of their names. */
    private static final Map<String, String> PACKAGES = packages();

    private static final Map<Pattern, String> WORDS = words();

    private Advice() {
    }

    static Optional<Message> find(String words) {
        return WORDS.entrySet().stream().filter(row -> row.getKey().matcher(words).find()).findFirst()
                .map(row -> Message.of(Advice.class, "advice." + row.getValue()));
    }

    static Message install(String program) {
        return packageOf(program).map(name -> Message.of(Advice.class, "install", name, program))
                .orElseGet(() -> Message.of(Advice.class, "install.unknown", program));
    }

    /** Debian's package with that program. */
    static Optional<String> packageOf(String program) {
        return Optional.ofNullable(PACKAGES.get(program));
    }

    private static Map<Pattern, String> words() {
        Map<Pattern, String> words = new LinkedHashMap<>();
        words.put(Pattern.compile("Failed to get .* lock|Is another process using the image"), "locked");
        words.put(Pattern.compile("Permission denied|Operation not permitted"), "permission");
        words.put(Pattern.compile("No space left on device"), "no-space");
        words.put(Pattern.compile("Read-only file system"), "read-only");
        words.put(Pattern.compile("Could not open backing|backing file"), "backing");
        words.put(Pattern.compile("Image is not in .* format|Unknown driver|Unknown protocol"), "format");
        return words;
    }

    private static Map<String, String> packages() {
        Map<String, String> packages = new LinkedHashMap<>();
        put(packages, "qemu-utils", "qemu-img", "qemu-nbd", "qemu-io");
        put(packages, "lvm2", "lvm", "pvs", "vgs", "lvs", "pvcreate", "pvremove", "pvmove", "pvresize", "vgcreate", "vgextend", "vgreduce",
                "vgremove", "lvcreate", "lvresize", "lvremove", "lvconvert");
        put(packages, "parted", "parted", "partprobe");
        put(packages, "util-linux", "lsblk", "blkid", "wipefs", "findmnt", "fallocate");
        put(packages, "scrub", "scrub");
        put(packages, "e2fsprogs", "mkfs.ext4");
        put(packages, "xfsprogs", "mkfs.xfs");
        put(packages, "dosfstools", "mkfs.vfat");
        put(packages, "cifs-utils", "mount.cifs");
        put(packages, "glusterfs-client", "mount.glusterfs");
        put(packages, "libguestfs-tools", "virt-filesystems", "virt-inspector", "virt-ls", "virt-cat", "virt-copy-out", "guestfish");
        put(packages, "linux-image-amd64", "vmlinuz");
        put(packages, "open-iscsi", "iscsiadm");
        put(packages, "multipath-tools", "multipath");
        put(packages, "nfs-common", "showmount", "mount.nfs");
        put(packages, "pkexec", "pkexec");
        put(packages, "sudo", "sudo");
        put(packages, "openssh-client", "ssh");
        return packages;
    }

    private static void put(Map<String, String> packages, String name, String... programs) {
        for (String program : programs) {
            packages.put(program, name);
        }
    }
}
