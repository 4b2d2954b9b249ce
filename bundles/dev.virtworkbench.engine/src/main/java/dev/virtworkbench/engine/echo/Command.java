package dev.virtworkbench.engine.echo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A program and its arguments. A document is named by a file ({@code images.pool.xml}) that the reader has to supply:
 * what it holds is not part of a command, and neither is any secret.
 */
public record Command(List<String> arguments) {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    public Command {
        arguments = List.copyOf(arguments);
    }

    /**
     * A command of {@code virsh}.
     *
     * @param name as in {@code pool-start}
     * @param flags options that take no name from outside, as in {@code --overwrite}
     * @param operands names and paths in virsh's own order; they may begin with a dash
     */
    public static Command virsh(String name, List<String> flags, String... operands) {
        List<String> all = new ArrayList<>();
        all.add("virsh");
        all.add(name);
        all.addAll(flags);
        // behind this virsh takes a name for a name, whatever it begins with
        if (List.of(operands).stream().anyMatch(operand -> operand.startsWith("-"))) {
            all.add("--");
        }
        Collections.addAll(all, operands);
        return new Command(all);
    }

    public static Command virsh(String name, String... operands) {
        return virsh(name, List.of(), operands);
    }

    /** The same on that host: {@code virsh -c URI …}. */
    public Command at(String uri) {
        List<String> all = new ArrayList<>(arguments);
        all.addAll(1, List.of("-c", uri));
        return new Command(all);
    }

    /** As a POSIX shell takes it, on one line unless a name has line breaks. */
    public String shell() {
        return arguments.stream().map(Command::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    @Override
    public String toString() {
        return shell();
    }
}
