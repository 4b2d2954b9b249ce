package dev.virtworkbench.engine.real;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * Users of a test's own on a host that is reached over ssh, which is this machine: the ssh here runs the other side's command as one of
 * them, where this machine's lists of users and of who may do what are others. By the real sudo anna may do anything with her password
 * and carol without; bob may not.
 *
 * @param folder where those lists are
 */
record OtherUsers(Path folder) {

    private static final List<String> PROGRAMS = List.of("sudo", "openssl", "setpriv", "unshare");

    /** Whether this machine lets a test have them. */
    static boolean possible() {
        return PrivateLibvirtd.root() && PROGRAMS.stream().allMatch(PrivateLibvirtd::installed);
    }

    /** Has them in that folder, which all may look into then; the test is skipped where they are not {@link #possible}. */
    static OtherUsers in(Path folder, String password) throws IOException {
        PrivateLibvirtd.needsRoot();
        PROGRAMS.forEach(PrivateLibvirtd::needs);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(folder.resolve("passwd"), Files.readString(Path.of("/etc/passwd")) + """
                anna:x:64101:65534::/nonexistent:/bin/sh
                bob:x:64102:65534::/nonexistent:/bin/sh
                carol:x:64103:65534::/nonexistent:/bin/sh
                """);
        OtherUsers users = new OtherUsers(folder);
        users.allPasswordsAre(password);
        Path sudoers = folder.resolve("sudoers");
        // where this machine has no kernel of its own for libguestfs these say where one is; the last setting sudo does not know, and says so each time
        Files.writeString(sudoers, """
                Defaults env_keep += "SUPERMIN_KERNEL SUPERMIN_MODULES LIBGUESTFS_CACHEDIR"
                Defaults of_another_release
                root ALL=(ALL) ALL
                anna ALL=(ALL) ALL
                carol ALL=(ALL) NOPASSWD: ALL
                """);
        Files.setPosixFilePermissions(sudoers, PosixFilePermissions.fromString("r--r-----"));
        Files.writeString(users.ssh(), """
                #!/bin/sh
                user=there
                while [ "$1" != -- ]; do [ "$1" != -l ] || user=$2; shift; done
                shift 2
                exec unshare --mount sh -c '
                    for file in passwd shadow sudoers; do mount --bind "$1/$file" "/etc/$file" || exit 255; done
                    mount -t tmpfs none /run || exit 255
                    exec setpriv --reuid "$2" --regid 65534 --clear-groups sh -c "$3"
                ' there %s "$(grep "^$user:" %s | cut -d: -f3)" "$*"
                """.formatted(folder, folder.resolve("passwd")));
        Files.setPosixFilePermissions(users.ssh(), PosixFilePermissions.fromString("rwx------"));
        return users;
    }

    /** Sets the password of all but root, who has none. */
    void allPasswordsAre(String password) throws IOException {
        String hash = LocalProgram.run("openssl", "passwd", "-6", password).strip();
        StringBuilder shadow = new StringBuilder();
        for (String user : List.of("root", "anna", "bob", "carol")) {
            shadow.append(user).append(':').append(user.equals("root") ? "*" : hash).append(":19000:0:99999:7:::\n");
        }
        Files.writeString(folder.resolve("shadow"), shadow);
    }

    /** How one of them reaches the host. */
    String uri(String user) {
        return "qemu+ssh://" + user + "@there/system?command=" + ssh();
    }

    private Path ssh() {
        return folder.resolve("ssh");
    }
}
