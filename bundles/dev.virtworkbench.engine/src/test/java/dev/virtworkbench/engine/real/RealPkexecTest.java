package dev.virtworkbench.engine.real;

import static dev.virtworkbench.engine.jobs.ProgramTask.PATIENT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.commands.CommandException;
import dev.virtworkbench.engine.commands.HostCommands;
import dev.virtworkbench.engine.commands.Rights;
import dev.virtworkbench.engine.echo.Command;
import dev.virtworkbench.engine.echo.Echo;
import dev.virtworkbench.engine.jobs.ProgramTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Root by the real pkexec, which the real polkitd lets a user of the test's own pass: the ssh here runs the other side's command on this
 * machine, as that user, where the list of users, polkit's rules and the system's bus are others.
 */
@Timeout(60)
class RealPkexecTest {

    private static final Command WHO = new Command(List.of("id", "-u"));
    private static final Path POLKITD = Path.of("/usr/lib/polkit-1/polkitd");

    @TempDir
    private Path folder;
    private final List<String> echoed = new CopyOnWriteArrayList<>();

    @BeforeEach
    void furnish() throws IOException {
        PrivateLibvirtd.needsRoot();
        PrivateLibvirtd.needs("pkexec");
        PrivateLibvirtd.needs("dbus-daemon");
        PrivateLibvirtd.needs("dbus-send");
        PrivateLibvirtd.needs("setpriv");
        PrivateLibvirtd.needs(POLKITD);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(folder.resolve("passwd"), Files.readString(Path.of("/etc/passwd")) + """
                anna:x:64101:65534::/nonexistent:/bin/sh
                bob:x:64102:65534::/nonexistent:/bin/sh
                """);
        Path rules = Files.createDirectory(folder.resolve("rules"), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        Files.writeString(rules.resolve("10-anna.rules"), """
                polkit.addRule(function(action, subject) {
                    return action.id == "org.freedesktop.policykit.exec" && subject.user == "anna" ? polkit.Result.YES : polkit.Result.NO;
                });
                """);
        Path ssh = folder.resolve("ssh");
        // pkexec serves nobody whose parent is the first process
        Files.writeString(ssh, """
                #!/bin/sh
                user=there
                while [ "$1" != -- ]; do [ "$1" != -l ] || user=$2; shift; done
                shift 2
                exec unshare --mount --pid --fork --kill-child --mount-proc sh -c '
                    mount --bind "$1/passwd" /etc/passwd && mount -t tmpfs none /run && mount --bind "$1/rules" /etc/polkit-1/rules.d && mkdir /run/dbus || exit 255
                    dbus-daemon --system --fork --nopidfile || exit 255
                    %s --no-debug >"$1/polkitd" 2>&1 &
                    until dbus-send --system --print-reply --dest=org.freedesktop.DBus / org.freedesktop.DBus.NameHasOwner \\
                        string:org.freedesktop.PolicyKit1 | grep -q true; do kill -0 $! || exit 255; done
                    setpriv --reuid "$2" --regid 65534 --clear-groups sh -c "$3"
                    exit $?
                ' there %s "$(grep "^$user:" %s | cut -d: -f3)" "$*"
                """.formatted(POLKITD, folder, folder.resolve("passwd")));
        Files.setPosixFilePermissions(ssh, PosixFilePermissions.fromString("rwx------"));
    }

    private HostCommands as(String user) {
        Echo echo = new Echo();
        echo.addListener(command -> echoed.add(command.shell()));
        return new HostCommands("qemu+ssh://" + user + "@there/system?command=" + folder.resolve("ssh"), (prompt, proposal, secret) -> {
            throw new AssertionError("asked " + prompt);
        }, echo);
    }

    @Test
    void whomPolkitLetsPassIsRoot() throws Exception {
        HostCommands commands = as("anna");
        assertEquals("64101\n", commands.run(WHO, Rights.PERSON, PATIENT).output());
        assertEquals("0\n", commands.run(WHO, Rights.PKEXEC, PATIENT).output());
        assertEquals(List.of("id -u", "pkexec id -u"), echoed);
        assertEquals("it's an input", commands.run(new Command(List.of("cat")), Rights.PKEXEC, "it's an input", PATIENT, piece -> { }).output());
    }

    @Test
    void aProgramThatFailsSaysSoItself() {
        CommandException failure = assertThrows(CommandException.class,
                () -> as("anna").run(new Command(List.of("sh", "-c", "echo broken >&2; exit 3")), Rights.PKEXEC, PATIENT));
        assertEquals(3, failure.finished().orElseThrow().code());
        assertTrue(failure.getMessage().contains("broken"), failure.getMessage());
    }

    @Test
    void whoCancelsEndsWhatRunsAsRoot() {
        AtomicBoolean stop = new AtomicBoolean();
        assertThrows(CancellationException.class, () -> as("anna").run(new Command(List.of("sh", "-c", "id -u; exec sleep infinity")), Rights.PKEXEC, "",
                new ProgramTask(stop), piece -> stop.set(piece.equals("0"))));
    }

    @Test
    void whomPolkitDoesNotLetPassIsToldSo() {
        CommandException refusal = assertThrows(CommandException.class, () -> as("bob").run(WHO, Rights.PKEXEC, PATIENT));
        assertTrue(refusal.getMessage().startsWith("pkexec says: Error") && refusal.getMessage().contains("Not authorized"), refusal.getMessage());
        assertTrue(refusal.hint().orElseThrow().in(Locale.ENGLISH).contains("for each program"));
    }
}
