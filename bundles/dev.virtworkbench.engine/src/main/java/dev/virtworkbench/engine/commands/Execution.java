package dev.virtworkbench.engine.commands;

import dev.virtworkbench.engine.jobs.Task;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One process from its start to its end. */
final class Execution {

    private static final System.Logger LOG = System.getLogger(Execution.class.getName());

    /** A program that is asked to end may have to clear away first. */
    private static final int GRACE_SECONDS = 10;

    private final Invocation invocation;

    Execution(Invocation invocation) {
        this.invocation = invocation;
    }

    /**
     * Runs it to its end.
     *
     * @param lines what goes to its standard input, a line each; secrets among them are in no other place
     * @param piece is told each piece of its output that a carriage return or line feed ends, on another thread
     * @throws IOException if it cannot be started
     * @throws CancellationException if the task was cancelled: the process has ended by then, or did not within ten seconds
     */
    Finished run(List<String> lines, Task task, Consumer<String> piece) throws IOException {
        Process process = invocation.start();
        CompletableFuture<String> output = read(process.getInputStream(), piece);
        CompletableFuture<String> errors = read(invocation.errors(process), words -> { });
        OutputStream input = process.getOutputStream();
        try {
            feed(input, lines);
            while (!process.waitFor(Task.LOOK_FOR_CANCEL_MS, TimeUnit.MILLISECONDS)) {
                if (task.cancelled()) {
                    end(process, input);
                    throw new CancellationException();
                }
            }
            return new Finished(process.exitValue(), text(output), text(errors));
        } catch (InterruptedException e) {
            end(process, input);
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } finally {
            close(input);
        }
    }

    private void feed(OutputStream input, List<String> lines) {
        try {
            for (String line : lines) {
                // the guard reads lines; a program gets what it is meant to read and no more: a passphrase has no line feed
                input.write((invocation.guarded() ? line + "\n" : line).getBytes(StandardCharsets.UTF_8));
            }
            input.flush();
            if (!invocation.guarded()) {
                input.close();
            }
        } catch (IOException gone) {
            // a process that has ended reads nothing more; what it ended with tells why
            LOG.log(System.Logger.Level.DEBUG, "input of " + invocation.arguments().getFirst(), gone);
        }
    }

    private void end(Process process, OutputStream input) {
        close(input);
        if (!invocation.guarded()) {
            process.destroy();
        }
        try {
            if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static void close(OutputStream input) {
        try {
            input.close();
        } catch (IOException gone) {
            LOG.log(System.Logger.Level.DEBUG, "the process has closed its input first", gone);
        }
    }

    private static CompletableFuture<String> read(InputStream stream, Consumer<String> piece) {
        CompletableFuture<String> all = new CompletableFuture<>();
        Thread reader = new Thread(() -> {
            try (stream) {
                all.complete(pieces(stream, piece));
            } catch (IOException | RuntimeException e) {
                all.completeExceptionally(e);
            }
        }, "output of a program");
        reader.setDaemon(true);
        reader.start();
        return all;
    }

    private static String pieces(InputStream stream, Consumer<String> piece) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        ByteArrayOutputStream one = new ByteArrayOutputStream();
        byte[] block = new byte[8192];
        for (int length = stream.read(block); length >= 0; length = stream.read(block)) {
            all.write(block, 0, length);
            for (int i = 0; i < length; i++) {
                if (block[i] == '\n' || block[i] == '\r') {
                    piece.accept(one.toString(StandardCharsets.UTF_8));
                    one.reset();
                } else {
                    one.write(block[i]);
                }
            }
        }
        return all.toString(StandardCharsets.UTF_8);
    }

    private static String text(CompletableFuture<String> all) throws IOException {
        try {
            return all.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }
}
