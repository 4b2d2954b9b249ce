package dev.virtworkbench.engine.threads;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The threads that have to go on: those that draw a front end's windows, and libvirt's event loop, without which no call of this process would
 * come to its end. Who would wait for libvirt on one of them has a defect and is refused, always and at once, and not only when libvirt takes
 * long. For the whole process, as that loop is. Safe to use from any thread.
 */
public final class UnblockedThreads {

    private static final Set<Thread> ALL = ConcurrentHashMap.newKeySet();

    private UnblockedThreads() { }

    /** Adds one, for as long as it lives. */
    public static void add(Thread thread) {
        ALL.removeIf(each -> each.getState() == Thread.State.TERMINATED);
        ALL.add(thread);
    }

    /**
     * Called before anything that waits.
     *
     * @param wait for what, as it prints itself
     * @throws IllegalStateException on one of these threads
     */
    public static void refuse(Object wait) {
        Thread here = Thread.currentThread();
        if (ALL.contains(here)) {
            throw new IllegalStateException("to wait for " + wait + " would hold up the thread “" + here.getName()
                    + "”, which has to go on: wait on another thread, or hang what comes next on Job.result()");
        }
    }
}
