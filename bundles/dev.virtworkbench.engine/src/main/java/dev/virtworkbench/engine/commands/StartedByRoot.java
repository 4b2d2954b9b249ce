package dev.virtworkbench.engine.commands;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A program that {@link RootProcess} has started: it is no child of ours, and its pipes are those of a process that is. */
final class StartedByRoot extends Process {

    private final Process pipes;
    private final CompletableFuture<Integer> end;

    /** @param end what the program ends with */
    StartedByRoot(Process pipes, CompletableFuture<Integer> end) {
        this.pipes = pipes;
        // by its handle: what was printed and not read yet stays to be read
        this.end = end.whenComplete((code, never) -> pipes.toHandle().destroyForcibly());
    }

    @Override
    public OutputStream getOutputStream() {
        return pipes.getOutputStream();
    }

    @Override
    public InputStream getInputStream() {
        return pipes.getInputStream();
    }

    @Override
    public InputStream getErrorStream() {
        return pipes.getErrorStream();
    }

    @Override
    public int waitFor() throws InterruptedException {
        try {
            return end.get();
        } catch (ExecutionException e) {
            throw new CompletionException(e.getCause());
        }
    }

    @Override
    public boolean waitFor(long timeout, TimeUnit unit) throws InterruptedException {
        try {
            end.get(timeout, unit);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new CompletionException(e.getCause());
        }
    }

    @Override
    public int exitValue() {
        if (!end.isDone()) {
            throw new IllegalThreadStateException("it has not ended");
        }
        return end.join();
    }

    /** Closes its pipes, which is what a program of root's is ended by. */
    @Override
    public void destroy() {
        pipes.destroy();
    }

    @Override
    public ProcessHandle toHandle() {
        return pipes.toHandle();
    }
}
