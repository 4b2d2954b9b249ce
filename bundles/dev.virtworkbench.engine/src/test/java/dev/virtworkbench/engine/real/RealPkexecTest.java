package dev.virtworkbench.engine.real;

import static dev.virtworkbench.engine.jobs.ProgramTask.PATIENT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.commands.CommandException;
import dev.virtworkbench.engine.commands.Conversation;
import dev.virtworkbench.engine.commands.HostCommands;
import dev.virtworkbench.engine.commands.Rights;
import dev.virtworkbench.engine.echo.Command;
import dev.virtworkbench.engine.echo.Echo;
import dev.virtworkbench.engine.jobs.ProgramTask;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Root by the real pkexec, which the real polkitd lets users of the test's own pass: the ssh here runs the other side's command on this
 * machine, as such a user, where the list of users, polkit's rules and the system's bus are others.
 */
@Timeout(60)
class RealPkexecTest {

    private static final Command WHO = new Command(List.of("id", "-u"));
    private static final Path POLKITD = Path.of("/usr/lib/polkit-1/polkitd");

    @TempDir
    private Path folder;
    private Process machine;
    private final List<String> echoed = new CopyOnWriteArrayList<>();

    @BeforeEach
    void furnish() throws IOException {
        PrivateLibvirtd.needsRoot();
        PrivateLibvirtd.needs("pkexec");
        PrivateLibvirtd.needs("dbus-daemon");
        PrivateLibvirtd.needs("dbus-send");
        PrivateLibvirtd.needs("setpriv");
        PrivateLibvirtd.needs("nsenter");
        PrivateLibvirtd.needs(POLKITD);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(folder.resolve("passwd"), Files.readString(Path.of("/etc/passwd")) + """
                anna:x:64101:65534::/nonexistent:/bin/sh
                bob:x:64102:65534::/nonexistent:/bin/sh
                carla:x:64103:65534::/nonexistent:/bin/sh
                """);
        Path rules = Files.createDirectory(folder.resolve("rules"), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        Files.writeString(rules.resolve("10-anna.rules"), """
                var asked = 0;
                polkit.addRule(function(action, subject) {
                    if (action.id != "org.freedesktop.policykit.exec") {
                        return polkit.Result.NO;
                    }
                    return subject.user == "anna" || subject.user == "carla" && asked++ == 0 ? polkit.Result.YES : polkit.Result.NO;
                });
                """);
        // pkexec serves nobody whose parent is the first process
        machine = new ProcessBuilder("unshare", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc", "sh", "-c", """
                mount --bind "$1/passwd" /etc/passwd && mount -t tmpfs none /run && mount --bind "$1/rules" /etc/polkit-1/rules.d && mkdir /run/dbus || exit 1
                dbus-daemon --system --fork --nopidfile || exit 1
                "$2" --no-debug >"$1/polkitd" 2>&1 &
                until dbus-send --system --print-reply --dest=org.freedesktop.DBus / org.freedesktop.DBus.NameHasOwner \
                    string:org.freedesktop.PolicyKit1 | grep -q true; do kill -0 $! || exit 1; done
                echo "it is there"
                read -r end
                """, "sh", folder.toString(), POLKITD.toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        assertEquals("it is there", machine.inputReader().readLine());
        script("ssh", """
                #!/bin/sh
                while [ "$1" != -- ]; do [ "$1" != -l ] || user=$2; shift; done
                shift 2
                exec nsenter --target %d --mount --pid setpriv --pdeathsig KILL sh -c '
                    setpriv --reuid "$1" --regid 65534 --clear-groups --pdeathsig KILL sh -c "exec $2"
                    exit $?
                ' there "$(grep "^$user:" %s | cut -d: -f3)" "$*"
                """.formatted(machine.children().findFirst().orElseThrow().pid(), folder.resolve("passwd")));
    }

    private void script(String name, String text) throws IOException {
        Path script = Files.writeString(folder.resolve(name), text);
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    }

    @AfterEach
    void clear() throws Exception {
        if (machine != null) {
            machine.getOutputStream().close();
            machine.waitFor();
        }
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
    void whoIsLetPassOnceIsAskedOnceForAllProgramsUntilTheHostIsGivenUp() throws Exception {
        HostCommands commands = as("carla");
        Command odd = new Command(List.of("printf", "<%s>", "it's \"odd\"", "-n", "", "\\0101 %s $HOME `id`", "字\n\n", "a,b\t"));
        try (Conversation beside = commands.converse(new Command(List.of("sh", "-c", "while read -r line; do echo \"$(id -u) $line.\"; done")), Rights.PKEXEC, PATIENT)) {
            assertEquals(commands.run(odd, Rights.PERSON, PATIENT).output(), commands.run(odd, Rights.PKEXEC, PATIENT).output());
            beside.say("is there");
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            beside.read(".\n", PATIENT, (bytes, length) -> answer.write(bytes, 0, length));
            assertEquals("0 is there", answer.toString(StandardCharsets.UTF_8));
            assertEquals("0\n", commands.run(WHO, Rights.PKEXEC, PATIENT).output());
        }
        assertThrows(CancellationException.class, () -> cancelled(commands));
        assertEquals("0\n", commands.run(WHO, Rights.PKEXEC, PATIENT).output());
        commands.forget();
        CommandException again = assertThrows(CommandException.class, () -> commands.run(WHO, Rights.PKEXEC, PATIENT));
        assertTrue(again.getMessage().contains("Not authorized"), again.getMessage());
    }

    @Test
    void whatIsPrintedIsWholeHoweverMuch() throws Exception {
        String lines = as("anna").run(new Command(List.of("seq", "200000")), Rights.PKEXEC, PATIENT).output();
        assertEquals(200_000, lines.lines().count());
        assertTrue(lines.endsWith("\n200000\n"));
    }

    @Test
    void whoCancelsWhilePkexecAsksWaitsForNoAnswer() throws Exception {
        Path asked = folder.resolve("asked");
        script("ssh", "#!/bin/sh\ntouch '%s'\nexec sleep infinity\n".formatted(asked));
        AtomicBoolean stop = new AtomicBoolean();
        Thread person = Thread.ofVirtual().start(() -> {
            while (!Files.exists(asked)) {
                Thread.onSpinWait();
            }
            stop.set(true);
        });
        assertThrows(CancellationException.class, () -> as("anna").run(WHO, Rights.PKEXEC, "", new ProgramTask(stop), piece -> { }));
        person.join();
    }

    @Test
    void aProgramThatIsNotThereIsNamed() {
        CommandException failure = assertThrows(CommandException.class, () -> as("anna").run(new Command(List.of("no-such-program")), Rights.PKEXEC, PATIENT));
        assertTrue(failure.getMessage().contains("no program no-such-program"), failure.getMessage());
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
        assertThrows(CancellationException.class, () -> cancelled(as("anna")));
        assertEquals(List.of(), ProcessHandle.allProcesses().filter(each -> each.info().commandLine().orElse("").contains(folder + " runs on")).toList());
    }

    private void cancelled(HostCommands commands) throws CommandException, IOException {
        AtomicBoolean stop = new AtomicBoolean();
        commands.run(new Command(List.of("sh", "-c", "id -u; sleep infinity & wait; exit 0", folder + " runs on")), Rights.PKEXEC, "", new ProgramTask(stop),
                piece -> stop.set(piece.equals("0")));
    }

    @Test
    void whomPolkitDoesNotLetPassIsToldSo() {
        CommandException refusal = assertThrows(CommandException.class, () -> as("bob").run(WHO, Rights.PKEXEC, PATIENT));
        assertTrue(refusal.getMessage().startsWith("pkexec says: Error") && refusal.getMessage().contains("Not authorized"), refusal.getMessage());
        assertTrue(refusal.hint().orElseThrow().in(Locale.ENGLISH).contains("by the desktop’s own agent"));
    }
}
