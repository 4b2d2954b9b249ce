package dev.virtworkbench.engine.real;

import static dev.virtworkbench.engine.jobs.ProgramTask.PATIENT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.commands.CommandException;
import dev.virtworkbench.engine.commands.Conversation;
import dev.virtworkbench.engine.commands.HostCommands;
import dev.virtworkbench.engine.commands.Rights;
import dev.virtworkbench.engine.echo.Command;
import dev.virtworkbench.engine.echo.Echo;
import dev.virtworkbench.engine.libvirt.CredentialSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Root by the real sudo, for users of the test's own. Whatever sudo is given, nobody waits for it for ever. */
@Timeout(60)
class RealSudoTest {

    private static final String RIGHT = "it's $(a) \"pass\" & wörd";
    private static final Command WHO = new Command(List.of("id", "-u"));

    @TempDir
    private Path folder;
    private OtherUsers users;
    private final List<String> questions = new CopyOnWriteArrayList<>();
    private final List<String> echoed = new CopyOnWriteArrayList<>();

    @BeforeEach
    void furnish() throws IOException {
        users = OtherUsers.in(folder, RIGHT);
    }

    /** @param answers of the person, in turn; null gives up */
    private HostCommands as(String user, String... answers) {
        Deque<Optional<String>> left = new ArrayDeque<>(Arrays.stream(answers).map(Optional::ofNullable).toList());
        CredentialSource person = (prompt, proposal, secret) -> {
            assertTrue(secret, prompt);
            questions.add(prompt);
            return left.removeFirst();
        };
        Echo echo = new Echo();
        echo.addListener(command -> echoed.add(command.shell()));
        return new HostCommands(users.uri(user), person, echo);
    }

    private static String run(HostCommands commands) throws CommandException, IOException {
        return commands.run(WHO, Rights.SUDO, PATIENT).output();
    }

    private static String refused(HostCommands commands) {
        CommandException refusal = assertThrows(CommandException.class, () -> run(commands));
        assertFalse(refusal.getMessage().contains(RIGHT), refusal.getMessage());
        return refusal.getMessage() + "\n" + refusal.hint().orElseThrow().in(Locale.ENGLISH);
    }

    @Test
    void aRightPasswordIsAskedOnceForAllCommandsUntilItIsForgotten() throws Exception {
        HostCommands commands = as("anna", RIGHT, RIGHT);
        assertEquals("64101\n", commands.run(WHO, Rights.PERSON, PATIENT).output());
        assertEquals("0\n", run(commands));
        assertEquals("0\n", run(commands));
        Command reads = new Command(List.of("cat"));
        assertEquals("it's an input", commands.run(reads, Rights.SUDO, "it's an input", PATIENT, piece -> { }).output());
        assertEquals(1, questions.size(), questions.toString());
        assertEquals(List.of("id -u", "sudo id -u", "sudo id -u", "sudo cat"), echoed);
        commands.forget();
        assertEquals("0\n", run(commands));
        assertEquals(2, questions.size(), questions.toString());
    }

    @Test
    void afterAWrongPasswordThePersonIsAskedAgainAndToldWhy() throws Exception {
        HostCommands commands = as("anna", "wrong", RIGHT);
        assertEquals("0\n", run(commands));
        assertEquals("0\n", run(commands));
        assertEquals(2, questions.size(), questions.toString());
        assertFalse(questions.getFirst().contains("did not take"), questions.getFirst());
        assertTrue(questions.getLast().contains("did not take this password"), questions.getLast());
    }

    @Test
    void afterThreeWrongPasswordsItIsRefusedAndNoneIsKept() throws Exception {
        HostCommands commands = as("anna", "wrong", "-k", "quite wrong", RIGHT);
        String refusal = refused(commands);
        assertTrue(refusal.contains("sudo did not take the password, 3 times") && refusal.contains("Nothing was done"), refusal);
        assertEquals(3, questions.size(), questions.toString());
        assertEquals("0\n", run(commands));
        assertEquals(4, questions.size(), questions.toString());
    }

    @Test
    void whoGivesUpIsToldWhatWasMissing() {
        String refusal = refused(as("anna", "wrong", null));
        assertTrue(refusal.contains("sudo wants a password, and none was given"), refusal);
        assertEquals(List.of(), echoed);
    }

    @Test
    void whoMayNotIsToldInSudosWords() {
        String refusal = refused(as("bob", RIGHT));
        assertTrue(refusal.contains("bob is not in the sudoers file") && refusal.contains("administrator"), refusal);
        assertFalse(refusal.contains("<"), "what sudo was told to ask with is none of its words: " + refusal);
        assertEquals(1, questions.size(), questions.toString());
    }

    @Test
    void whomSudoLetsPassIsNotAsked() throws Exception {
        assertEquals("0\n", run(as("carol")));
        assertEquals(List.of(), questions);
    }

    @Test
    void aPasswordThatIsNotRightAnyMoreIsForgottenAndNotWaitedFor() throws Exception {
        HostCommands commands = as("anna", RIGHT, "new", "newer");
        assertEquals("0\n", run(commands));
        users.allPasswordsAre("new");
        assertTrue(refused(commands).contains("does not take the password any more"));
        assertEquals("0\n", run(commands));
        users.allPasswordsAre("newer");
        try (Conversation held = commands.converse(new Command(List.of("cat")), Rights.SUDO, PATIENT)) {
            CommandException refusal = assertThrows(CommandException.class, () -> answer(held));
            assertTrue(refusal.getMessage().contains("does not take the password any more"), refusal.getMessage());
        }
        try (Conversation held = commands.converse(new Command(List.of("cat")), Rights.SUDO, PATIENT)) {
            held.say("hello");
            assertEquals("hello", answer(held));
        }
        assertEquals(3, questions.size(), questions.toString());
    }

    /** There is no desktop here whose agent could ask: nobody is let. */
    @Test
    void thatPkexecLetsNobodyIsNoMissingProgram() {
        PrivateLibvirtd.needs("pkexec");
        CommandException refusal = assertThrows(CommandException.class, () -> as("anna").run(WHO, Rights.PKEXEC, PATIENT));
        assertTrue(refusal.getMessage().startsWith("pkexec says: Error"), refusal.getMessage());
        assertTrue(refusal.hint().orElseThrow().in(Locale.ENGLISH).contains("by the desktop’s own agent"));
        assertEquals(List.of(), questions);
    }

    private static String answer(Conversation held) throws CommandException, IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        held.read("\n", PATIENT, (bytes, length) -> all.write(bytes, 0, length));
        return all.toString(StandardCharsets.UTF_8);
    }
}
