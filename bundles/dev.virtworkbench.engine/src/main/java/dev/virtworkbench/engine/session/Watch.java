package dev.virtworkbench.engine.session;

import dev.virtworkbench.engine.libvirt.Connection;
import dev.virtworkbench.engine.libvirt.LibvirtError;
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
     * @param connection of the call that it is for
     */
    public static Watch of(String what, Connection connection, Look look) {
        Thread thread = new Thread(() -> {
            try {
                while (true) {
                    TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MS);
                    look(connection, look);
                }
            } catch (InterruptedException ended) {
                // the call has come back
            }
        }, "how far libvirt is with " + what);
        thread.setDaemon(true);
        thread.start();
        return new Watch(thread);
    }

    private static void look(Connection connection, Look look) {
        try {
            connection.call(open -> {
                look.at(open);
                return null;
            });
        } catch (LibvirtError notNow) {
            // what it is for has not begun yet, or has just ended: how that went is told by its call
        }
    }

    /** Looks once. */
    @FunctionalInterface
    public interface Look {
        /** On a thread of the watch. @throws LibvirtError if there is nothing to be seen at the moment */
        void at(Connection connection) throws LibvirtError;
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
