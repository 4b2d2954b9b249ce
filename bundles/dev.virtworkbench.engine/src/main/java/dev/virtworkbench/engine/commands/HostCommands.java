package dev.virtworkbench.engine.commands;

import dev.virtworkbench.engine.echo.Command;
import dev.virtworkbench.engine.echo.Echo;
import dev.virtworkbench.engine.jobs.Task;
import dev.virtworkbench.engine.libvirt.CredentialSource;
import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Runs programs on one host. Names reach them as arguments: no shell reads them here, and over ssh, where there is one, each
 * word is quoted for it. What a program needs to know in secret comes through its standard input. Blocks; safe to use from any
 * thread.
 */
public final class HostCommands {

    /** What a shell ends with when there is no such program. */
    static final int NO_PROGRAM = 127;

    private final String uri;
    private final Echo echo;
    private final KnownAnswers ways;
    private final SudoPassword password;
    private final PkexecRoot root = new PkexecRoot();

    /**
     * @param uri libvirt's URI of the host
     * @param person answers what ssh and sudo ask
     * @param echo is told each command
     */
    public HostCommands(String uri, CredentialSource person, Echo echo) {
        this.uri = uri;
        this.ways = new KnownAnswers(person);
        this.password = new SudoPassword(person);
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

    /** Forgets what it was told in secret, and that it may be root. */
    public void forget() {
        password.forget();
        root.forget();
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
        try (Way way = Way.to(uri, ways)) {
            return run(command, way, rights, input, task, piece);
        }
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

    private Finished run(Command command, Way way, Rights rights, String input, Task task, Consumer<String> piece)
            throws CommandException, IOException {
        Optional<String> secret = rights == Rights.SUDO ? password.on(way, task) : Optional.empty();
        Optional<RootProcess> starter = starter(way, rights, task);
        task.stopIfCancelled();
        echo.tell(rights == Rights.PERSON ? command : prefixed(command, rights));
        Invocation invocation = starter.map(by -> Invocation.of(command, way.place(), by))
                .orElseGet(() -> Invocation.of(command, way.place(), rights, secret.isPresent()));
        List<String> lines = new ArrayList<>();
        secret.ifPresent(lines::add);
        if (invocation.guarded() || !input.isEmpty()) {
            lines.add(input);
        }
        Finished finished = way.run(invocation, lines, task, piece);
        if (finished.code() == 0) {
            return finished;
        }
        throw failure(command, way, invocation, finished);
    }

    /**
     * Starts a program that is spoken with: it reads commands and answers each.
     *
     * @param command may begin with {@code env} and variables
     * @return closing it ends the program and all that it has started
     * @throws java.util.concurrent.CancellationException if the task was cancelled before it began
     */
    public Conversation converse(Command command, Rights rights, Task task) throws CommandException, IOException {
        Way way = Way.to(uri, ways);
        try {
            return converse(command, way, rights, task);
        } catch (CommandException | IOException | RuntimeException e) {
            way.close();
            throw e;
        }
    }

    private Conversation converse(Command command, Way way, Rights rights, Task task) throws CommandException, IOException {
        Optional<String> secret = rights == Rights.SUDO ? password.on(way, task) : Optional.empty();
        Optional<RootProcess> starter = starter(way, rights, task);
        task.stopIfCancelled();
        echo.tell(rights == Rights.PERSON ? command : prefixed(command, rights));
        Invocation invocation = starter.map(by -> Invocation.relayed(command, way.place(), by))
                .orElseGet(() -> Invocation.relayed(command, way.place(), rights, secret.isPresent()));
        try {
            Conversation begun = new Conversation(invocation, way, finished -> failure(named(command), way, invocation, finished));
            if (secret.isPresent()) {
                begun.say(new String(secret.get().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
            }
            return begun;
        } catch (IOException e) {
            throw Way.unstarted(invocation, e);
        }
    }

    private Optional<RootProcess> starter(Way way, Rights rights, Task task) throws CommandException, IOException {
        return rights == Rights.PKEXEC ? Optional.of(root.on(way.place(), task)) : Optional.empty();
    }

    /** Without {@code env} and its variables: what failed is the program behind them. */
    private static Command named(Command command) {
        List<String> words = command.arguments();
        boolean bare = !words.getFirst().equals("env");
        return bare ? command : new Command(words.stream().skip(1).dropWhile(word -> word.contains("=")).toList());
    }

    private CommandException failure(Command command, Way way, Invocation invocation, Finished finished) {
        if (way.closed(finished)) {
            return CommandException.closed("ssh", finished.errors());
        }
        if (invocation.refused()) {
            password.forget();
            return CommandException.closed("sudo.stale", "");
        }
        if (finished.code() == NO_PROGRAM) {
            return CommandException.missing(command, null);
        }
        // in front of a program's own words it may only have warned, as that it cannot resolve the host's name
        if (finished.errors().lines().reduce("", (earlier, last) -> last).startsWith("sudo: ")) {
            return CommandException.closed("sudo", finished.errors());
        }
        return CommandException.failed(command, finished);
    }

    private static Command prefixed(Command command, Rights rights) {
        List<String> all = new ArrayList<>();
        all.add(rights == Rights.SUDO ? "sudo" : "pkexec");
        all.addAll(command.arguments());
        return new Command(all);
    }
}
