package dev.virtworkbench.engine.libvirt;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/**
 * Keeps calls over one connection from waiting for each other. Of the threads that call over a connection one waits for what arrives, for
 * all of them; another thread that has something to send interrupts its wait (virNetClientIO). If that comes just before it begins to wait,
 * it is lost, and what was to be sent lies there until something arrives or a further call interrupts once more: beside a call that takes
 * its time, say a domain's memory being saved, half of the others took as long. So while there are several, a small one follows now and then.
 * What counts is libvirt's calls themselves: a job that waits between two of its own needs nothing.
 */
final class Wakeups {

    private static final int PAUSE_MS = 25;
    private static final int SEVERAL = 2;

    private final Runnable smallCall;
    private Thread thread;
    private int underWay;
    private boolean ended;

    /** @param smallCall calls over the connection and comes back at once, whatever comes of it; on a thread that is only for that */
    Wakeups(Runnable smallCall) {
        this.smallCall = smallCall;
    }

    /** The same calls, each counted while it is under way. */
    NativeLibvirt counting(NativeLibvirt calls) {
        return (NativeLibvirt) Proxy.newProxyInstance(NativeLibvirt.class.getClassLoader(), new Class<?>[] {NativeLibvirt.class}, (counted, call, arguments) -> {
            enter();
            try {
                return call.invoke(calls, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            } finally {
                leave();
            }
        });
    }

    private synchronized void enter() {
        underWay++;
        if (underWay == SEVERAL) {
            if (thread == null) {
                thread = new Thread(this::run, "wakeups of libvirt");
                thread.setDaemon(true);
                thread.start();
            }
            notifyAll();
        }
    }

    private synchronized void leave() {
        underWay--;
    }

    /** There will be no more calls. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    private void run() {
        try {
            while (awaitSeveral()) {
                Thread.sleep(PAUSE_MS);
                if (several()) {
                    smallCall.run();
                }
            }
        } catch (InterruptedException e) {
            // nobody interrupts it: it ends with the connection
            Thread.currentThread().interrupt();
        }
    }

    /** @return false when there will be none any more */
    private synchronized boolean awaitSeveral() throws InterruptedException {
        while (!several() && !ended) {
            wait();
        }
        return !ended;
    }

    private synchronized boolean several() {
        return underWay >= SEVERAL;
    }
}
