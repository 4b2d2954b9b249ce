package dev.virtworkbench.engine.commands;

import dev.virtworkbench.engine.echo.Command;
import java.util.ArrayList;
import java.util.List;

/**
 * What is started on this machine so that a command runs at a place with some rights. Where another program stands between us
 * and the command (ssh, sudo), killing that one would leave the command running: a guard at the far end kills it when our end
 * of its standard input closes. The guard is a shell script without a word of ours in it; the command is its arguments.
 *
 * @param arguments the process to start
 * @param guarded whether the guard is there: then its standard input stays open as long as the command may run
 */
record Invocation(List<String> arguments, boolean guarded) {

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

    Invocation {
        arguments = List.copyOf(arguments);
    }

    /** @param passwordFollows whether sudo finds a password in the first line of its input */
    static Invocation of(Command command, Place place, Rights rights, boolean passwordFollows) {
        List<String> inner = new ArrayList<>();
        switch (rights) {
            case PERSON -> { }
            // with -k sudo reads the password though it may remember the person: the line must not be left to the command
            case SUDO -> inner.addAll(passwordFollows ? List.of("sudo", "-k", "-S", "-p", "", "--") : List.of("sudo", "-n", "--"));
            case PKEXEC -> inner.add("pkexec");
        }
        boolean guarded = rights != Rights.PERSON || place instanceof Place.OverSsh;
        if (guarded) {
            inner.addAll(List.of("sh", "-c", GUARD, "sh"));
        }
        inner.addAll(command.arguments());
        return switch (place) {
            case Place.Here here -> new Invocation(inner, guarded);
            case Place.OverSsh over -> {
                List<String> outer = new ArrayList<>(over.ssh());
                // ssh hands the far side's shell one line: every word is quoted for it
                outer.add(new Command(inner).shell());
                yield new Invocation(outer, true);
            }
        };
    }
}
