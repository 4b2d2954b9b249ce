package dev.virtworkbench.engine.commands;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A process of root's that starts other programs for us, several at a time, until we close its input: pkexec asks once for it and not for
 * each of them. It is a shell script without a word of ours in it; what it starts is told to it as lists of words, and has the pipes of a
 * process of the person's own, which root may open. Safe to use from any thread.
 */
final class RootProcess implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(RootProcess.class.getName());

    private static final String READY = "ready";
    /** What a program is told to have ended with when that is not known. */
    private static final int LOST = 255;

    /**
     * A line with the number of the process that has the pipes, one with how many words follow, and each word on a line of its own, with
     * octal numbers for what is no letter. It answers with that process and what the program has ended with.
     */
    private static final String SCRIPT = """
            echo ready
            while IFS= read -r pipes && IFS= read -r count; do
                set --
                while [ "$count" -gt 0 ] && IFS= read -r word; do
                    word=$(printf '%b.' "$word")
                    set -- "$@" "${word%.}"
                    count=$((count - 1))
                done
                { "$@" <"/proc/$pipes/fd/0" >"/proc/$pipes/fd/1" 2>"/proc/$pipes/fd/2"; echo "$pipes $?"; } &
            done
            """;

    /** Has pipes and leaves them alone, as long as whoever has started it is there. */
    private static final List<String> PIPES = List.of("sh", "-c", "echo \"$$\"; exec tail --pid=\"$PPID\" -f /dev/null");

    private final Process process;
    private final OutputStream input;
    private final Map<String, CompletableFuture<Integer>> running = new ConcurrentHashMap<>();
    private final CompletableFuture<Boolean> ready = new CompletableFuture<>();
    private final CompletableFuture<String> errors = new CompletableFuture<>();
    /** Nothing more is answered. */
    private volatile boolean over;

    /** Has pkexec start it, which may ask the person first. @throws IOException if there is no pkexec */
    RootProcess(Place place) throws IOException {
        process = Invocation.plain(List.of("pkexec", "sh", "-c", SCRIPT), place).start();
        input = process.getOutputStream();
        reader("answers of a process of root's", this::listen);
        reader("errors of a process of root's", () -> errors.complete(words(process.getErrorStream())));
    }

    /** Whether the person is root by it; never, if pkexec does not let them. */
    CompletableFuture<Boolean> ready() {
        return ready;
    }

    /** Why the person is not. Waits for the end of pkexec. */
    String refusal() {
        return errors.join();
    }

    boolean alive() {
        return process.isAlive();
    }

    /**
     * Has it start a program.
     *
     * @param place the way to it of now
     * @return the program: ends with it, by what it ends with; its pipes are those of a process on this side
     */
    Process start(List<String> words, Place place) throws IOException {
        Process pipes = Invocation.plain(PIPES, place).start();
        CompletableFuture<Integer> end = new CompletableFuture<>();
        try {
            String name = line(pipes.getInputStream());
            running.put(name, end);
            say(name, words);
        } catch (IOException e) {
            pipes.destroyForcibly();
            throw e;
        }
        if (over) {
            end.complete(LOST);
        }
        return new StartedByRoot(pipes, end);
    }

    private void say(String pipes, List<String> words) throws IOException {
        StringBuilder lines = new StringBuilder(pipes).append('\n').append(words.size()).append('\n');
        words.forEach(word -> lines.append(octal(word)).append('\n'));
        synchronized (input) {
            input.write(lines.toString().getBytes(StandardCharsets.US_ASCII));
            input.flush();
        }
    }

    /** Nothing more is started; what runs goes on to its end. */
    @Override
    public void close() {
        try {
            input.close();
        } catch (IOException gone) {
            LOG.log(System.Logger.Level.DEBUG, "it has ended first", gone);
        }
        if (!ready.isDone()) {
            // pkexec is still asking
            process.toHandle().destroy();
        }
    }

    private void listen() {
        try (BufferedReader answers = process.inputReader(StandardCharsets.US_ASCII)) {
            ready.complete(READY.equals(answers.readLine()));
            for (String answer = answers.readLine(); answer != null; answer = answers.readLine()) {
                String[] parts = answer.split(" ");
                CompletableFuture<Integer> end = parts.length == 2 ? running.remove(parts[0]) : null;
                if (end != null) {
                    end.complete(Integer.valueOf(parts[1]));
                }
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "the pipe is closed", e);
        } finally {
            over = true;
            ready.complete(false);
            running.values().forEach(end -> end.complete(LOST));
        }
    }

    private static void reader(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static String words(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** The first line, and nothing of what follows. */
    private static String line(InputStream stream) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = stream.read(); next != '\n'; next = stream.read()) {
            if (next < 0) {
                throw new IOException("a process for pipes has ended");
            }
            line.append((char) next);
        }
        return line.toString();
    }

    private static String octal(String word) {
        StringBuilder octal = new StringBuilder();
        for (byte each : word.getBytes(StandardCharsets.UTF_8)) {
            if (each >= 'a' && each <= 'z' || each >= 'A' && each <= 'Z') {
                octal.append((char) each);
            } else {
                octal.append("\\0%03o".formatted(each & 0xFF));
            }
        }
        return octal.toString();
    }
}
