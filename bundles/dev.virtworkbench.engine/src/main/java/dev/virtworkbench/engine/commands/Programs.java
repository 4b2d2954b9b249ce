package dev.virtworkbench.engine.commands;

import dev.virtworkbench.engine.echo.Command;
import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.jobs.Task;
import dev.virtworkbench.language.findings.Message;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The programs of a host as one job runs them: their failure is the job's.
 *
 * @param object what the job is about
 */
public record Programs(HostCommands commands, Rights rights, Operation operation, String object, Task task) {

    private static final System.Logger LOG = System.getLogger(Programs.class.getName());

    /** The same, whatever becomes of the job: for what must not stop halfway, and for clearing away. */
    public Programs steadfast() {
        return new Programs(commands, rights, operation, object, new Steadfast(task));
    }

    /** Runs a program to its good end and gives its output. */
    public String run(String... words) {
        return run(List.of(words), Set.of(0)).output();
    }

    /** @param ends what it may end with */
    public Finished run(List<String> words, Set<Integer> ends) {
        return run(new Command(words), "", ends, piece -> { });
    }

    /** Runs a program that the job can do without: that there is none, or that it fails, is not the job's failure; that the way to the host is closed is. */
    public void runIfAny(String... words) {
        try {
            commands.run(new Command(List.of(words)), rights, "", task, piece -> { });
        } catch (CommandException | IOException e) {
            if (e instanceof CommandException way && way.closed()) {
                throw way.in(operation, object);
            }
            LOG.log(System.Logger.Level.DEBUG, "going on without " + words[0], e);
        }
    }

    /**
     * Runs a command.
     *
     * @param input what it reads, one line; empty for nothing
     * @param ends what it may end with
     */
    public Finished run(Command command, String input, Set<Integer> ends) {
        return run(command, input, ends, piece -> { });
    }

    /**
     * Runs a command whose progress is the job's.
     *
     * @param percent finds in a piece of its output how much is done; its first group is a number from 0 to 100
     */
    public Finished run(Command command, String input, Set<Integer> ends, Pattern percent) {
        return run(command, input, ends, piece -> {
            Matcher found = percent.matcher(piece);
            if (found.find()) {
                task.progress(Math.round(Double.parseDouble(found.group(1)) * 100), 10_000);
            }
        });
    }

    /** A failure of the job that no program told. */
    public VirtException failure(Message why, Message hint) {
        return VirtException.of(operation, object, why, hint, null);
    }

    private Finished run(Command command, String input, Set<Integer> ends, Consumer<String> piece) {
        try {
            return commands.run(command, rights, input, task, piece);
        } catch (CommandException e) {
            return e.finished().filter(finished -> ends.contains(finished.code())).orElseThrow(() -> e.in(operation, object));
        } catch (IOException e) {
            throw VirtException.of(operation, object,
                    Message.of(Programs.class, "not-run", command.arguments().getFirst(), String.valueOf(e.getMessage())), null, e);
        }
    }

    /** The words of a command with more behind them. */
    public static List<String> words(List<String> first, Iterable<String> more) {
        List<String> all = new ArrayList<>(first);
        more.forEach(all::add);
        return all;
    }

    private record Steadfast(Task task) implements Task {

        @Override
        public void progress(long done, long total) {
            task.progress(done, total);
        }

        @Override
        public void bytes(long done, long total) {
            task.bytes(done, total);
        }

        @Override
        public boolean cancelled() {
            return false;
        }

        @Override
        public void stopIfCancelled() {
            // goes on
        }

        @Override
        public void beginChanging() {
            task.beginChanging();
        }
    }
}
