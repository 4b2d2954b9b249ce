package dev.virtworkbench.engine.commands;

import dev.virtworkbench.engine.jobs.Task;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * A program that is running and is spoken with. What it answers is bytes, read up to a mark that the speaker has made sure of. For
 * one thread at a time; closing it works from any.
 */
public final class Conversation implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Conversation.class.getName());

    private static final int GRACE_SECONDS = 10;
    private static final int BLOCK = 64 * 1024;
    /** As many blocks wait for a slow reader; then the program waits. */
    private static final int BLOCKS = 16;
    private static final byte[] END = {};

    private final Process process;
    private final OutputStream input;
    private final Way way;
    private final Function<Finished, CommandException> failure;
    private final Stream output;
    private final Stream errors;
    private final AtomicBoolean closed = new AtomicBoolean();

    /** Takes what a program says, in pieces. */
    @FunctionalInterface
    public interface Sink {

        /** @throws IOException ends the reading with it */
        void take(byte[] bytes, int length) throws IOException;
    }

    /**
     * @param way closed with it; null where there is nothing to close
     * @param failure what it means that the program has ended so
     */
    Conversation(Invocation invocation, Way way, Function<Finished, CommandException> failure) throws IOException {
        this.way = way;
        this.failure = failure;
        process = invocation.start();
        input = process.getOutputStream();
        output = new Stream(process.getInputStream(), BLOCKS);
        errors = new Stream(invocation.errors(process), Integer.MAX_VALUE);
    }

    /**
     * Says a line.
     *
     * @param line each character is a byte (ISO 8859-1); no line feed is among them
     */
    public void say(String line) {
        if (line.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("a line feed would be the end of the line");
        }
        try {
            input.write((line + "\n").getBytes(StandardCharsets.ISO_8859_1));
            input.flush();
        } catch (IOException gone) {
            // what it ended with tells why, to whoever reads the answer
            LOG.log(System.Logger.Level.DEBUG, "the program has closed its input", gone);
        }
    }

    /**
     * Reads what the program prints, to a mark.
     *
     * @throws CommandException if the program ends instead
     * @throws CancellationException if the task was cancelled: the program has ended then
     */
    public void read(String mark, Task task, Sink sink) throws CommandException, IOException {
        read(output, mark, task, sink);
        if (way != null) {
            way.arrived();
        }
    }

    /** Reads what it prints for errors, to a mark; otherwise as {@link #read}. */
    public String errors(String mark, Task task) throws CommandException, IOException {
        ByteArrayOutputStream words = new ByteArrayOutputStream();
        read(errors, mark, task, (bytes, length) -> words.write(bytes, 0, length));
        return words.toString(StandardCharsets.UTF_8);
    }

    private void read(Stream stream, String mark, Task task, Sink sink) throws CommandException, IOException {
        try {
            if (!stream.read(mark.getBytes(StandardCharsets.ISO_8859_1), task, sink)) {
                throw ended();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close();
            throw new CancellationException();
        } catch (CancellationException | IOException e) {
            close();
            throw e;
        }
    }

    private CommandException ended() throws IOException, InterruptedException {
        if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        ByteArrayOutputStream words = new ByteArrayOutputStream();
        errors.drain((bytes, length) -> words.write(bytes, 0, length));
        Finished finished = new Finished(process.exitValue(), "", words.toString(StandardCharsets.UTF_8));
        if (way != null && way.closed(finished)) {
            way.failed();
        }
        close();
        return failure.apply(finished);
    }

    /** Whether the program has not ended. */
    public boolean alive() {
        return process.isAlive();
    }

    /** Ends the program and all that it has started; has them some seconds to clear away. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        try {
            input.close();
        } catch (IOException gone) {
            LOG.log(System.Logger.Level.DEBUG, "the program has closed its input first", gone);
        }
        output.drop();
        errors.drop();
        try {
            if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        if (way != null) {
            way.close();
        }
    }

    /** What comes out of one of its pipes. */
    private static final class Stream {

        private final BlockingQueue<byte[]> blocks;
        private byte[] held = {};
        private volatile boolean dropped;

        Stream(InputStream from, int most) {
            blocks = new LinkedBlockingQueue<>(most);
            Thread reader = new Thread(() -> pump(from), "output of a program");
            reader.setDaemon(true);
            reader.start();
        }

        private void pump(InputStream from) {
            byte[] block = new byte[BLOCK];
            try (from) {
                for (int length = from.read(block); length >= 0; length = from.read(block)) {
                    if (!dropped) {
                        blocks.put(Arrays.copyOf(block, length));
                    }
                }
                blocks.put(END);
            } catch (IOException e) {
                LOG.log(System.Logger.Level.DEBUG, "the pipe is closed", e);
                blocks.offer(END);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        /** Nobody reads any more; whoever writes must not wait. */
        void drop() {
            dropped = true;
            blocks.clear();
        }

        /** @return false if it ended before the mark came */
        boolean read(byte[] mark, Task task, Sink sink) throws IOException, InterruptedException {
            byte[] now = held;
            while (true) {
                int at = find(now, mark);
                if (at >= 0) {
                    sink.take(now, at);
                    held = Arrays.copyOfRange(now, at + mark.length, now.length);
                    return true;
                }
                // the beginning of the mark may be at the end
                int sure = Math.max(0, now.length - mark.length + 1);
                sink.take(now, sure);
                held = Arrays.copyOfRange(now, sure, now.length);
                byte[] next = next(task);
                if (next.length == 0) {
                    blocks.offer(END);
                    return false;
                }
                now = Arrays.copyOf(held, held.length + next.length);
                System.arraycopy(next, 0, now, held.length, next.length);
            }
        }

        private byte[] next(Task task) throws InterruptedException {
            while (true) {
                task.stopIfCancelled();
                byte[] next = blocks.poll(Task.LOOK_FOR_CANCEL_MS, TimeUnit.MILLISECONDS);
                if (next != null) {
                    return next;
                }
            }
        }

        /** All that is left, of a program that has ended. */
        void drain(Sink sink) throws IOException, InterruptedException {
            sink.take(held, held.length);
            for (byte[] next = blocks.poll(1, TimeUnit.SECONDS); next != null && next.length > 0; next = blocks.poll(1, TimeUnit.SECONDS)) {
                sink.take(next, next.length);
            }
        }

        private static int find(byte[] in, byte[] mark) {
            for (int at = 0; at <= in.length - mark.length; at++) {
                if (in[at] == mark[0] && Arrays.equals(in, at, at + mark.length, mark, 0, mark.length)) {
                    return at;
                }
            }
            return -1;
        }
    }
}
