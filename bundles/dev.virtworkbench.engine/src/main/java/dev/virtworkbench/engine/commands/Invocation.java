package dev.virtworkbench.engine.commands;

import dev.virtworkbench.engine.echo.Command;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is started on this machine so that a command runs at a place with some rights. Where another program stands between us
 * and the command (ssh, sudo, a process of root's), killing that one would leave the command running: a guard at the far end kills it when our end
 * of its standard input closes. The guard is a shell script without a word of ours in it; the command is its arguments.
 *
 * @param arguments the process to start
 * @param guarded whether the guard is there: then its standard input stays open as long as the command may run
 * @param prompt how sudo asks for the password, which is the first line of input; empty where it finds none there
 * @param starter what starts it instead of us; empty where we do
 */
record Invocation(List<String> arguments, boolean guarded, Optional<SudoPrompt> prompt, Optional<Starter> starter) {

    /** Starts processes that are not ours. */
    @FunctionalInterface
    interface Starter {
        Process start() throws IOException;
    }

    /** The first line of input is what the command reads; the end of input is the end of the command. */
    private static final String GUARD = """
            IFS= read -r input
            exec 3<&0
            printf %s "$input" | LC_ALL=C.UTF-8 "$@" 3<&- &
            command=$!
            { cat <&3; kill -TERM "$command"; } >/dev/null 2>&1 &
            exec 3<&-
            wait "$command"
            code=$?
            kill "$!" 2>/dev/null
            exit "$code"
            """;

    /**
     * The same for a command that reads more than a line: it is handed all that comes, and is asked to end by the end of input. What
     * it does not come out of by itself then is what its children do; they are ended first, so that it can clear away after itself.
     */
    private static final String RELAY = """
            folder=$(mktemp -d) && mkfifo "$folder/input" || exit
            exec 3<&0
            LC_ALL=C.UTF-8 LIBGUESTFS_TMPDIR=$folder "$@" <"$folder/input" 3<&- &
            command=$!
            {
                cat <&3 >"$folder/input"
                sleep 1
                kill -TERM $(cat "/proc/$command/task/$command/children")
                sleep 3
                kill -TERM "$command"
                sleep 2
                kill -KILL "$command"
            } >/dev/null 2>&1 &
            exec 3<&-
            wait "$command"
            code=$?
            kill "$!" 2>/dev/null
            rm -rf "$folder"
            exit "$code"
            """;

    Invocation {
        arguments = List.copyOf(arguments);
    }

    /** Of nothing, to see whether sudo takes a password: it finds that in its input, and then the end of it. */
    static Invocation proof(Place place) {
        return of(new Command(List.of("sh", "-c", ":")), place, Rights.SUDO, true, "");
    }

    /** As the person, with nothing between us and the command but the way to its place. */
    static Invocation plain(List<String> arguments, Place place) {
        return new Invocation(at(place, arguments), false, Optional.empty(), Optional.empty());
    }

    /** @param passwordFollows whether sudo finds a password in the first line of its input */
    static Invocation of(Command command, Place place, Rights rights, boolean passwordFollows) {
        return of(command, place, rights, passwordFollows, rights != Rights.PERSON || place instanceof Place.OverSsh ? GUARD : "");
    }

    /** As root, by a process of root's. */
    static Invocation of(Command command, Place place, RootProcess root) {
        return by(root, place, guarded(GUARD, command));
    }

    /** For a command that is spoken with as long as its standard input is open. */
    static Invocation relayed(Command command, Place place, Rights rights, boolean passwordFollows) {
        return of(command, place, rights, passwordFollows, RELAY);
    }

    /** The same as root, by a process of root's. */
    static Invocation relayed(Command command, Place place, RootProcess root) {
        return by(root, place, guarded(RELAY, command));
    }

    private static Invocation by(RootProcess root, Place place, List<String> words) {
        return new Invocation(words, true, Optional.empty(), Optional.of(() -> root.start(words, place)));
    }

    private static Invocation of(Command command, Place place, Rights rights, boolean passwordFollows, String guard) {
        List<String> inner = new ArrayList<>();
        Optional<SudoPrompt> prompt = rights == Rights.SUDO && passwordFollows ? Optional.of(new SudoPrompt()) : Optional.empty();
        if (rights == Rights.SUDO) {
            // with -k sudo reads the password though it may remember the person: the line must not be left to the command
            inner.addAll(prompt.map(words -> List.of("sudo", "-k", "-S", "-p", words.words(), "--"))
                    .orElse(List.of("sudo", "-n", "--")));
        }
        boolean guarded = !guard.isEmpty();
        inner.addAll(guarded ? guarded(guard, command) : command.arguments());
        return new Invocation(at(place, inner), guarded, prompt, Optional.empty());
    }

    private static List<String> guarded(String guard, Command command) {
        return Programs.words(List.of("sh", "-c", guard, "sh"), command.arguments());
    }

    private static List<String> at(Place place, List<String> inner) {
        return switch (place) {
            case Place.Here here -> inner;
            // ssh hands the far side's shell one line: every word is quoted for it
            case Place.OverSsh over -> Programs.words(over.ssh(), List.of(new Command(inner).shell()));
        };
    }

    /** Starts it. */
    Process start() throws IOException {
        if (starter.isPresent()) {
            return starter.get().start();
        }
        ProcessBuilder builder = new ProcessBuilder(arguments);
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder.start();
    }

    /** What the process that was started prints for errors, without what sudo asks. */
    InputStream errors(Process process) {
        return prompt.map(each -> each.listen(process.getErrorStream(), process.getOutputStream())).orElseGet(process::getErrorStream);
    }

    /** Whether sudo did not take the password, and so did nothing. For sure once the process has ended. */
    boolean refused() {
        return prompt.map(SudoPrompt::refused).orElse(false);
    }
}
