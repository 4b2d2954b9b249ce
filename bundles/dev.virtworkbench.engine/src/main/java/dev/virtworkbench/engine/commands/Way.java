package dev.virtworkbench.engine.commands;

import dev.virtworkbench.engine.echo.Command;
import dev.virtworkbench.engine.jobs.Task;
import dev.virtworkbench.engine.ssh.SshQuestions;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The way to where the programs of a host run, and whoever answers what ssh asks on it. One command may take it several times, as sudo is
 * spoken with first; what ssh was told once is told again, unless it did not get there.
 */
final class Way implements AutoCloseable {

    /** What ssh ends with when it could not get there. */
    private static final int SSH_FAILED = 255;

    private final Place place;
    /** Both null where ssh asks nothing. */
    private final SshQuestions questions;
    private final KnownAnswers.Attempt attempt;

    private Way(Place place, SshQuestions questions, KnownAnswers.Attempt attempt) {
        this.place = place;
        this.questions = questions;
        this.attempt = attempt;
    }

    /** @throws CommandException if libvirt gets there by a way that carries no programs */
    static Way to(String uri, KnownAnswers answers) throws CommandException, IOException {
        Place place = Place.of(uri).orElseThrow(() -> CommandException.closed("no-way", uri));
        if (!(place instanceof Place.OverSsh) || !SshQuestions.mayCome(uri)) {
            return new Way(place, null, null);
        }
        KnownAnswers.Attempt attempt = answers.attempt();
        SshQuestions questions = SshQuestions.answer(uri, attempt);
        return new Way(Place.of(questions.uri()).orElseThrow(), questions, attempt);
    }

    Place place() {
        return place;
    }

    /**
     * Runs something to its end.
     *
     * @param lines as {@link Execution#run} takes them
     * @throws CommandException if it could not be started, or ssh did not get there
     */
    Finished run(Invocation invocation, List<String> lines, Task task, Consumer<String> piece) throws CommandException, IOException {
        try {
            Finished finished = new Execution(invocation).run(lines, task, piece);
            if (closed(finished)) {
                failed();
                throw CommandException.closed("ssh", finished.errors());
            }
            arrived();
            return finished;
        } catch (IOException e) {
            throw unstarted(invocation, e);
        }
    }

    /** What it means that something could not be started: most likely that the program is not there. */
    static CommandException unstarted(Invocation invocation, IOException why) throws IOException {
        // the exception says why in words alone
        String program = invocation.arguments().getFirst();
        if (Stream.of(Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder).resolve(program)))) {
            throw why;
        }
        return CommandException.missing(new Command(invocation.arguments()), why);
    }

    /** Whether ssh did not get there. */
    boolean closed(Finished finished) {
        return finished.code() == SSH_FAILED && place instanceof Place.OverSsh;
    }

    /** A program was there: what ssh was told is right. */
    void arrived() {
        if (attempt != null) {
            attempt.right();
        }
    }

    void failed() {
        if (attempt != null) {
            attempt.wrong();
        }
    }

    @Override
    public void close() {
        if (questions != null) {
            questions.close();
        }
    }
}
