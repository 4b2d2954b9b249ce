package dev.virtworkbench.engine.session;

import java.util.concurrent.TimeUnit;

/** Looks now and then how far libvirt is with a call that says nothing until it comes back. */
public final class Watch implements AutoCloseable {

    private static final long BETWEEN_LOOKS_MS = 300;

    private final Thread thread;

    private Watch(Thread thread) {
        this.thread = thread;
    }

    /**
     * Begins to look, until it is closed.
     *
     * @param look on a thread of its own; may use the connection of the call that it is for
     */
    public static Watch of(String what, Runnable look) {
        Thread thread = new Thread(() -> {
            try {
                while (true) {
                    TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MS);
                    look.run();
                }
            } catch (InterruptedException ended) {
                // the call has come back
            }
        }, "how far libvirt is with " + what);
        thread.setDaemon(true);
        thread.start();
        return new Watch(thread);
    }

    /** Waits for a look that is under way: it uses the connection. */
    @Override
    public void close() {
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
