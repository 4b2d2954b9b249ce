package dev.virtworkbench.engine.commands;

import static dev.virtworkbench.engine.jobs.ProgramTask.PATIENT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.echo.Command;
import dev.virtworkbench.engine.echo.Echo;
import dev.virtworkbench.engine.jobs.ProgramTask;
import dev.virtworkbench.engine.libvirt.CredentialSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class HostCommandsTest {

    /** A far side of its own: a shell that reads one line, as ssh gives it to. */
    private static final Place FAR = new Place.OverSsh(List.of("sh", "-c"));

    static List<Place> places() {
        return List.of(new Place.Here(), FAR);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            qemu:///system                                   | here
            qemu:///session                                  | here
            qemu+unix:///system?socket=/run/x                | here
            test:///default                                  | none
            qemu+tls://kvm1/system                           | none
            qemu+tcp://127.0.0.1:16509/system                | none
            qemu://kvm1/system                               | none
            qemu+ssh://kvm1/system                           | ssh -T -- kvm1
            qemu+ssh://root@kvm1:2222/system                 | ssh -T -p 2222 -l root -- kvm1
            qemu+ssh://[::1]/system                          | ssh -T -- ::1
            qemu+ssh://kvm1/system?keyfile=/k%20k&no_verify=1 | ssh -T -i '/k k' -o StrictHostKeyChecking=no -- kvm1
            """)
    void programsRunWhereTheUriLeads(String uri, String place) {
        assertEquals(Optional.ofNullable(place), Place.of(uri).map(each -> switch (each) {
            case Place.Here here -> "here";
            case Place.OverSsh over -> new Command(over.ssh()).shell();
        }));
    }

    @ParameterizedTest
    @MethodSource("places")
    void argumentsArriveAsTheyAre(Place place) throws Exception {
        List<String> names = List.of("a b", "it's", "\"q\"", "-x", "a,b", "线\n二", "$(reboot)", "*", "");
        List<String> words = new ArrayList<>(List.of("printf", "%s\\0"));
        words.addAll(names);
        assertEquals(String.join("\0", names) + "\0", run(place, new Command(words), List.of("")).output());
    }

    @ParameterizedTest
    @MethodSource("places")
    void whatItReadsInSecretIsOnNoCommandLine(Place place) throws Exception {
        assertEquals("s3cret", run(place, new Command(List.of("cat")), List.of("s3cret")).output());
    }

    @ParameterizedTest
    @MethodSource("places")
    void itsEndIsTold(Place place) throws Exception {
        Finished finished = run(place, new Command(List.of("ls", "--", "/no/such")), List.of(""));
        assertEquals(2, finished.code());
        assertTrue(finished.errors().contains("/no/such"), finished.errors());
    }

    @ParameterizedTest
    @MethodSource("places")
    void cancellingEndsTheProgramItself(Place place) throws Exception {
        AtomicBoolean cancelled = new AtomicBoolean();
        CountDownLatch begun = new CountDownLatch(1);
        AtomicLong pid = new AtomicLong();
        Command command = new Command(List.of("sh", "-c", "echo $$; exec sleep 1000"));
        Thread canceller = new Thread(() -> {
            try {
                begun.await();
                cancelled.set(true);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        canceller.start();
        Invocation invocation = Invocation.of(command, place, Rights.PERSON, false);
        assertThrows(CancellationException.class, () -> new Execution(invocation)
                .run(invocation.guarded() ? List.of("") : List.of(), new ProgramTask(cancelled), line -> {
                    pid.set(Long.parseLong(line));
                    begun.countDown();
                }));
        ProcessHandle.of(pid.get()).ifPresent(left -> left.onExit().join());
        assertFalse(ProcessHandle.of(pid.get()).map(ProcessHandle::isAlive).orElse(false));
    }

    @ParameterizedTest
    @MethodSource("places")
    void aConversationEndsWithAllThatItsProgramHasStarted(Place place) throws Exception {
        Command command = new Command(List.of("sh", "-c", "echo $$; while read -r line; do echo \"got $line\"; echo mark; done; sleep 1000; exit 0"));
        Conversation held = new Conversation(Invocation.relayed(command, place, Rights.PERSON, false), null, finished -> null);
        long pid = Long.parseLong(answer(held, "\n"));
        held.say("it's \\ a b");
        assertEquals("got it's \\ a b\n", answer(held, "mark\n"));
        held.say("");
        assertEquals("got \n", answer(held, "mark\n"));
        held.close();
        assertFalse(held.alive());
        assertFalse(ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false));
    }

    @ParameterizedTest
    @MethodSource("places")
    void aConversationTellsHowItsProgramEnded(Place place) throws Exception {
        Command command = new Command(List.of("sh", "-c", "echo some; echo words >&2; exit 3"));
        try (Conversation held = new Conversation(Invocation.relayed(command, place, Rights.PERSON, false), null,
                finished -> CommandException.failed(command, finished))) {
            CommandException ended = assertThrows(CommandException.class, () -> answer(held, "mark"));
            assertEquals(3, ended.finished().orElseThrow().code());
            assertEquals("words\n", ended.finished().orElseThrow().errors());
        }
    }

    private static String answer(Conversation held, String mark) throws CommandException, IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        held.read(mark, PATIENT, (bytes, length) -> all.write(bytes, 0, length));
        return all.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aProgramThatIsNotThereIsNamedWithItsPackage() {
        HostCommands commands = new HostCommands("qemu:///session", CredentialSource.NONE, new Echo());
        CommandException failure = assertThrows(CommandException.class,
                () -> commands.run(new Command(List.of("no-such-program", "x")), Rights.PERSON, PATIENT));
        assertTrue(failure.getMessage().contains("no-such-program"), failure.getMessage());
        assertEquals(Optional.of("qemu-utils"), Advice.packageOf("qemu-img"));
    }

    @Test
    void aFailureSpeaksInTheProgramsWords() {
        HostCommands commands = new HostCommands("qemu:///session", CredentialSource.NONE, new Echo());
        CommandException failure = assertThrows(CommandException.class,
                () -> commands.run(new Command(List.of("ls", "--", "/no/such")), Rights.PERSON, PATIENT));
        assertTrue(failure.getMessage().startsWith("ls says: ") && failure.getMessage().contains("/no/such"), failure.getMessage());
    }

    @Test
    void aHostWithoutAWayForProgramsSaysSo() {
        HostCommands commands = new HostCommands("qemu+tls://kvm1/system", CredentialSource.NONE, new Echo());
        assertFalse(commands.possible());
        assertThrows(CommandException.class, () -> commands.run(new Command(List.of("true")), Rights.PERSON, PATIENT));
    }

    private static Finished run(Place place, Command command, List<String> lines) throws Exception {
        return new Execution(Invocation.of(command, place, Rights.PERSON, false)).run(lines, PATIENT, piece -> { });
    }
}
