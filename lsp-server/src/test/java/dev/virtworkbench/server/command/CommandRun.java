package dev.virtworkbench.server.command;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One call of the command, and what came of it.
 *
 * @param out standard output
 * @param err standard error
 * @param exitCode what the process would have ended with
 */
record CommandRun(String out, String err, int exitCode) {

    /** A call in {@code folder}, in English, without a terminal and with an empty standard input. */
    static CommandRun in(Path folder, String... words) {
        return in(folder, "", Locale.ENGLISH, words);
    }

    static CommandRun in(Path folder, String standardInput, Locale locale, String... words) {
        return in(folder, standardInput, locale, false, words);
    }

    static CommandRun in(Path folder, String standardInput, Locale locale, boolean terminal, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(new ByteArrayInputStream(standardInput.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, false, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8),
                terminal, terminal, Map.of("TERM", "xterm"), folder);
        int exitCode = new ValidateCommand(console, locale, "0").run(List.of(words));
        return new CommandRun(out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8), exitCode);
    }
}
