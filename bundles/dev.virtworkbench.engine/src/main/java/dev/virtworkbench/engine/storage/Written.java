package dev.virtworkbench.engine.storage;

import dev.virtworkbench.engine.libvirt.LibvirtError;
import dev.virtworkbench.engine.libvirt.VolumeCalls;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/** Tells how much libvirt has written of a volume that it makes: it says nothing itself until it has made it, so it is asked now and then. */
final class Written implements AutoCloseable {

    private static final long BETWEEN_LOOKS_MS = 300;

    private final Thread look;

    private Written(Thread look) {
        this.look = look;
    }

    /**
     * Begins to look, until it is closed.
     *
     * @param written told the bytes that the volume takes by then, on a thread of its own
     */
    static Written of(VolumeCalls volumes, VolumeCalls.Place made, LongConsumer written) {
        Thread look = new Thread(() -> look(volumes, made, written), "how far libvirt is with " + made.name());
        look.setDaemon(true);
        look.start();
        return new Written(look);
    }

    private static void look(VolumeCalls volumes, VolumeCalls.Place made, LongConsumer written) {
        try {
            while (true) {
                TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MS);
                try {
                    written.accept(VolumeSummaries.of(volumes.xml(made.pool(), made.name())).allocation());
                } catch (LibvirtError notThereYet) {
                    // it tells how far it is where it can; whether it was made is told by the call that makes it
                }
            }
        } catch (InterruptedException ended) {
            // the volume is made, or is not going to be
        }
    }

    /** Waits for a look that is under way: it uses the connection. */
    @Override
    public void close() {
        look.interrupt();
        boolean interrupted = false;
        while (look.isAlive()) {
            try {
                look.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
