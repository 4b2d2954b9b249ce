package dev.virtworkbench.engine.images;

import dev.virtworkbench.engine.commands.CommandException;
import dev.virtworkbench.engine.commands.Finished;
import dev.virtworkbench.engine.commands.HostCommands;
import dev.virtworkbench.engine.commands.Rights;
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
 * @param object the image that the job is about
 */
record Programs(HostCommands commands, Rights rights, Operation operation, String object, Task task) {

    /** As qemu-img's {@code -p} writes it: {@code (12.34/100%)}. */
    private static final Pattern PERCENT = Pattern.compile("\\((\\d+\\.\\d+)/100%\\)");

    /** The same, whatever becomes of the job: for what must not stop halfway, and for clearing away. */
    Programs steadfast() {
        return new Programs(commands, rights, operation, object, new Steadfast(task));
    }

    /** Runs a program to its good end and gives its output. */
    String run(String... words) {
        return run(List.of(words), Set.of(0)).output();
    }

    /** @param ends what it may end with */
    Finished run(List<String> words, Set<Integer> ends) {
        return run(new Command(words), "", ends, piece -> { });
    }

    /** Runs a command of qemu-img's to its good end and gives its output. */
    String run(QemuImg qemuImg) {
        return run(qemuImg, Set.of(0)).output();
    }

    /** @param ends what it may end with */
    Finished run(QemuImg qemuImg, Set<Integer> ends) {
        return run(qemuImg.command(), qemuImg.input(), ends, piece -> { });
    }

    /** Runs one that was told {@code -p}: the job's progress is its progress. */
    Finished runWithProgress(QemuImg qemuImg, Set<Integer> ends) {
        return run(qemuImg.command(), qemuImg.input(), ends, this::progress);
    }

    /** A failure of the job that no program told. */
    VirtException failure(Message why, Message hint) {
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

    private void progress(String piece) {
        Matcher percent = PERCENT.matcher(piece);
        if (percent.find()) {
            task.progress(Math.round(Double.parseDouble(percent.group(1)) * 100), 10_000);
        }
    }

    /** The words of a command with more behind them. */
    static List<String> words(List<String> first, Iterable<String> more) {
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
