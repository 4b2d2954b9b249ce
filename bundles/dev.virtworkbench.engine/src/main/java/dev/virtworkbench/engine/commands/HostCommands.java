package dev.virtworkbench.engine.commands;

import dev.virtworkbench.engine.echo.Command;
import dev.virtworkbench.engine.echo.Echo;
import dev.virtworkbench.engine.jobs.Task;
import dev.virtworkbench.engine.libvirt.CredentialSource;
import dev.virtworkbench.engine.ssh.SshQuestions;
import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Runs programs on one host. Names reach them as arguments: no shell reads them here, and over ssh, where there is one, each
 * word is quoted for it. What a program needs to know in secret comes through its standard input. Blocks; safe to use from any
 * thread.
 */
public final class HostCommands {

    /** What ssh ends with when it could not get there, and a shell when there is no such program. */
    private static final int SSH_FAILED = 255;
    private static final int NO_PROGRAM = 127;

    private final String uri;
    private final CredentialSource person;
    private final Echo echo;
    private final KnownAnswers ways;
    /** Asked once for a connection, kept in memory only. Null until then, and where sudo wants none. */
    private volatile String password;

    /**
     * @param uri libvirt's URI of the host
     * @param person answers what ssh and sudo ask
     * @param echo is told each command
     */
    public HostCommands(String uri, CredentialSource person, Echo echo) {
        this.uri = uri;
        this.person = person;
        this.ways = new KnownAnswers(person);
        this.echo = echo;
    }

    /** Whether programs can be run there at all; see {@link Place#of}. */
    public boolean possible() {
        return Place.of(uri).isPresent();
    }

    /** Debian's package with that program, of those that the engine runs. */
    public static Optional<String> packageOf(String program) {
        return Advice.packageOf(program);
    }

    /** Forgets what it was told in secret. */
    public void forget() {
        password = null;
        ways.forget();
    }

    /** Runs a command that only looks at something; its output matters at its end. */
    public Finished run(Command command, Rights rights, Task task) throws CommandException, IOException {
        return run(command, rights, "", task, piece -> { });
    }

    /**
     * Runs a command to its end.
     *
     * @param input what it reads from its standard input, one line; empty for nothing
     * @param piece is told each line of its output, also those that a carriage return ends, on another thread
     * @return what it left behind; it ended with 0
     * @throws CommandException if it ended with something else, or could not be run
     * @throws java.util.concurrent.CancellationException if the task was cancelled
     */
    public Finished run(Command command, Rights rights, String input, Task task, Consumer<String> piece)
            throws CommandException, IOException {
        refuseUnsayable(command);
        Place place = Place.of(uri).orElseThrow(() -> CommandException.closed("no-way", uri));
        if (place instanceof Place.OverSsh && SshQuestions.mayCome(uri)) {
            KnownAnswers.Attempt attempt = ways.attempt();
            try (SshQuestions questions = SshQuestions.answer(uri, attempt)) {
                Finished finished = run(command, Place.of(questions.uri()).orElseThrow(), rights, input, task, piece);
                attempt.right();
                return finished;
            } catch (CommandException e) {
                e.finished().ifPresentOrElse(got -> attempt.right(), attempt::wrong);
                throw e;
            }
        }
        return run(command, place, rights, input, task, piece);
    }

    /** But for Windows Java hands programs their words in the locale's encoding, with a question mark for what that lacks: another file's name. */
    private static void refuseUnsayable(Command command) throws CommandException {
        if (File.separatorChar != '/') {
            return;
        }
        CharsetEncoder encoder = Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8")).newEncoder();
        for (String word : command.arguments()) {
            if (!encoder.canEncode(word)) {
                throw CommandException.closed("locale", word);
            }
        }
    }

    private Finished run(Command command, Place place, Rights rights, String input, Task task, Consumer<String> piece)
            throws CommandException, IOException {
        Optional<String> secret = rights == Rights.SUDO ? sudoPassword(place, task) : Optional.empty();
        task.stopIfCancelled();
        echo.tell(rights == Rights.PERSON ? command : prefixed(command, rights));
        Invocation invocation = Invocation.of(command, place, rights, secret.isPresent());
        List<String> lines = new ArrayList<>();
        secret.ifPresent(lines::add);
        if (invocation.guarded() || !input.isEmpty()) {
            lines.add(input);
        }
        Finished finished = execute(command, invocation, lines, task, piece);
        if (finished.code() == 0) {
            return finished;
        }
        throw failure(command, place, finished);
    }

    /**
     * Starts a program that is spoken with: it reads commands and answers each.
     *
     * @param command may begin with {@code env} and variables
     * @return closing it ends the program and all that it has started
     * @throws java.util.concurrent.CancellationException if the task was cancelled before it began
     */
    public Conversation converse(Command command, Rights rights, Task task) throws CommandException, IOException {
        Place place = Place.of(uri).orElseThrow(() -> CommandException.closed("no-way", uri));
        if (place instanceof Place.OverSsh && SshQuestions.mayCome(uri)) {
            KnownAnswers.Attempt attempt = ways.attempt();
            SshQuestions questions = SshQuestions.answer(uri, attempt);
            try {
                return converse(command, Place.of(questions.uri()).orElseThrow(), rights, task, new Conversation.Way(questions, attempt));
            } catch (CommandException | IOException | RuntimeException e) {
                questions.close();
                throw e;
            }
        }
        return converse(command, place, rights, task, null);
    }

    private Conversation converse(Command command, Place place, Rights rights, Task task, Conversation.Way way)
            throws CommandException, IOException {
        Optional<String> secret = rights == Rights.SUDO ? sudoPassword(place, task) : Optional.empty();
        task.stopIfCancelled();
        echo.tell(rights == Rights.PERSON ? command : prefixed(command, rights));
        Invocation invocation = Invocation.relayed(command, place, rights, secret.isPresent());
        try {
            Conversation begun = new Conversation(invocation, way, finished -> failure(named(command), place, finished));
            if (secret.isPresent()) {
                begun.say(new String(secret.get().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
            }
            return begun;
        } catch (IOException e) {
            if (!there(invocation.arguments().getFirst())) {
                throw CommandException.missing(new Command(invocation.arguments()), e);
            }
            throw e;
        }
    }

    /** Without {@code env} and its variables: what failed is the program behind them. */
    private static Command named(Command command) {
        List<String> words = command.arguments();
        boolean bare = !words.getFirst().equals("env");
        return bare ? command : new Command(words.stream().skip(1).dropWhile(word -> word.contains("=")).toList());
    }

    private static Finished execute(Command command, Invocation invocation, List<String> lines, Task task, Consumer<String> piece)
            throws CommandException, IOException {
        try {
            return new Execution(invocation).run(lines, task, piece);
        } catch (IOException e) {
            if (!there(invocation.arguments().getFirst())) {
                throw CommandException.missing(new Command(invocation.arguments()), e);
            }
            throw e;
        }
    }

    /** The exception of a program that could not be started says why in words alone. */
    private static boolean there(String program) {
        return Stream.of(Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder).resolve(program)));
    }

    private static CommandException failure(Command command, Place place, Finished finished) {
        if (finished.code() == NO_PROGRAM) {
            return CommandException.missing(command, null);
        }
        if (finished.code() == SSH_FAILED && place instanceof Place.OverSsh) {
            return CommandException.closed("ssh", finished.errors());
        }
        if (finished.errors().startsWith("sudo: ")) {
            return CommandException.closed("sudo", finished.errors());
        }
        return CommandException.failed(command, finished);
    }

    /** Empty where sudo lets the person pass without. */
    private Optional<String> sudoPassword(Place place, Task task) throws CommandException, IOException {
        Command nothing = new Command(List.of("true"));
        Invocation trial = Invocation.of(nothing, place, Rights.SUDO, false);
        Finished tried = execute(nothing, trial, List.of(""), task, piece -> { });
        if (tried.code() == 0) {
            return Optional.empty();
        }
        if (tried.code() == SSH_FAILED && place instanceof Place.OverSsh) {
            throw CommandException.closed("ssh", tried.errors());
        }
        String known = password;
        if (known == null) {
            known = person.answer("sudo", "", true)
                    .orElseThrow(() -> CommandException.closed("sudo", tried.errors()));
            Finished right = execute(nothing, Invocation.of(nothing, place, Rights.SUDO, true), List.of(known, ""), task, piece -> { });
            if (right.code() != 0) {
                throw CommandException.closed("sudo", right.errors());
            }
            password = known;
        }
        return Optional.of(known);
    }

    private static Command prefixed(Command command, Rights rights) {
        List<String> all = new ArrayList<>();
        all.add(rights == Rights.SUDO ? "sudo" : "pkexec");
        all.addAll(command.arguments());
        return new Command(all);
    }
}
