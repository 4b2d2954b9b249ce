package dev.virtworkbench.engine.libvirt;

/**
 * Keeps calls over one connection from waiting for each other. Of the threads that call over a connection one waits for what arrives, for
 * all of them; another thread that has something to send interrupts its wait (virNetClientIO). If that comes just before it begins to wait,
 * it is lost, and what was to be sent lies there until something arrives or a further call interrupts once more: beside a call that takes
 * its time, say a domain's memory being saved, half of the others took as long. So while there are several, a small one follows now and then.
 */
final class Wakeups {

    private static final int PAUSE_MS = 25;
    private static final int SEVERAL = 2;

    private final Runnable smallCall;
    private Thread thread;
    private int callers;
    private boolean ended;

    /** @param smallCall calls over the connection and comes back at once, whatever comes of it; on a thread that is only for that */
    Wakeups(Runnable smallCall) {
        this.smallCall = smallCall;
    }

    /** A call begins. */
    synchronized void enter() {
        callers++;
        if (callers == SEVERAL) {
            if (thread == null) {
                thread = new Thread(this::run, "wakeups of libvirt");
                thread.setDaemon(true);
                thread.start();
            }
            notifyAll();
        }
    }

    /** It has ended. */
    synchronized void leave() {
        callers--;
    }

    /** There will be no more calls. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    private void run() {
        try {
            while (awaitSeveral()) {
                smallCall.run();
            }
        } catch (InterruptedException e) {
            // nobody interrupts it: it ends with the connection
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until there are several that have not come back within the pause. @return false when there will be none */
    private synchronized boolean awaitSeveral() throws InterruptedException {
        do {
            while (callers < SEVERAL && !ended) {
                wait();
            }
            if (!ended) {
                wait(PAUSE_MS);
            }
        } while (callers < SEVERAL && !ended);
        return !ended;
    }
}
