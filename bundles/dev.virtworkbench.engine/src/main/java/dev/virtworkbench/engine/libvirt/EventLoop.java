package dev.virtworkbench.engine.libvirt;

import com.sun.jna.Callback;
import com.sun.jna.Function;
import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import dev.virtworkbench.engine.threads.UnblockedThreads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The event loop that libvirt is given (virEventRegisterImpl), on poll(2) and a thread of its own. libvirt's default loop runs
 * GLib's default main context, which belongs to GTK: inside a workbench it would run the toolkit's timers on this thread.
 */
final class EventLoop {

    private static final System.Logger LOG = System.getLogger(EventLoop.class.getName());

    /** After a failure of the system, which may be out of memory. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    // virEventHandleType
    private static final int READABLE = 1;
    private static final int WRITABLE = 2;
    private static final int ERROR = 4;
    private static final int HANGUP = 8;

    /** virEventAddHandleFunc. */
    interface AddHandle extends Callback {
        int add(int descriptor, int events, Pointer callback, Pointer opaque, Pointer free);
    }

    /** virEventUpdateHandleFunc, virEventUpdateTimeoutFunc. */
    interface Update extends Callback {
        void update(int id, int value);
    }

    /** virEventRemoveHandleFunc, virEventRemoveTimeoutFunc: 0 if there was one, otherwise -1. */
    interface Remove extends Callback {
        int remove(int id);
    }

    /** virEventAddTimeoutFunc. */
    interface AddTimeout extends Callback {
        int add(int milliseconds, Pointer callback, Pointer opaque, Pointer free);
    }

    /** A descriptor that libvirt watches. */
    private record Watch(int id, int descriptor, int events, Function callback, Pointer opaque, Pointer free) {
        Watch on(int others) {
            return new Watch(id, descriptor, others, callback, opaque, free);
        }
    }

    /**
     * A timer of libvirt's.
     *
     * @param milliseconds from one time to the next; -1 while it is off
     * @param due as {@link System#nanoTime()}
     */
    private record Timer(int id, int milliseconds, long due, Function callback, Pointer opaque, Pointer free) {
        Timer every(int others) {
            return new Timer(id, others, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(others), callback, opaque, free);
        }

        boolean on() {
            return milliseconds >= 0;
        }

        boolean isDue(long now) {
            return on() && due - now <= 0;
        }
    }

    private final Poll system = Poll.load();
    private final int[] bell = new int[2];
    private final Thread thread = new Thread(this::run, "libvirt event loop");

    // guarded by this
    private final Map<Integer, Watch> watches = new LinkedHashMap<>();
    private final Map<Integer, Timer> timers = new LinkedHashMap<>();
    private final List<Runnable> frees = new ArrayList<>();
    private int lastId;
    private boolean rung;

    // kept here: libvirt has no more than their addresses
    private final AddHandle addHandle = this::watch;
    private final Update updateHandle = this::watchOther;
    private final Remove removeHandle = id -> removed(watches, id, Watch::free, Watch::opaque);
    private final AddTimeout addTimeout = this::time;
    private final Update updateTimeout = this::timeOther;
    private final Remove removeTimeout = id -> removed(timers, id, Timer::free, Timer::opaque);

    /** Makes it libvirt's; before any connection is opened. It ends with the process. */
    void start(NativeLibvirt calls) {
        system.pipe(bell);
        calls.virEventRegisterImpl(addHandle, updateHandle, removeHandle, addTimeout, updateTimeout, removeTimeout);
        thread.setDaemon(true);
        UnblockedThreads.add(thread);
        thread.start();
    }

    private synchronized int watch(int descriptor, int events, Pointer callback, Pointer opaque, Pointer free) {
        int id = ++lastId;
        watches.put(id, new Watch(id, descriptor, events, Function.getFunction(callback), opaque, free));
        ring();
        return id;
    }

    private synchronized void watchOther(int id, int events) {
        watches.computeIfPresent(id, (same, watch) -> watch.on(events));
        ring();
    }

    private synchronized int time(int milliseconds, Pointer callback, Pointer opaque, Pointer free) {
        int id = ++lastId;
        timers.put(id, new Timer(id, -1, 0, Function.getFunction(callback), opaque, free).every(milliseconds));
        ring();
        return id;
    }

    private synchronized void timeOther(int id, int milliseconds) {
        timers.computeIfPresent(id, (same, timer) -> timer.every(milliseconds));
        ring();
    }

    /** What was registered with it is freed by the loop later: libvirt holds locks now that freeing wants. */
    private synchronized <T> int removed(Map<Integer, T> from, int id, java.util.function.Function<T, Pointer> free,
            java.util.function.Function<T, Pointer> opaque) {
        T gone = from.remove(id);
        if (gone == null) {
            return -1;
        }
        if (free.apply(gone) != null) {
            frees.add(() -> Function.getFunction(free.apply(gone)).invokeVoid(new Object[] {opaque.apply(gone)}));
        }
        ring();
        return 0;
    }

    /** Has the loop look again at what it waits for. */
    private void ring() {
        if (!rung && Thread.currentThread() != thread) {
            rung = true;
            system.write(bell[1], new byte[1], new NativeLong(1));
        }
    }

    private void run() {
        while (true) {
            try {
                turn();
            } catch (LastErrorException e) {
                if (e.getErrorCode() != Poll.INTERRUPTED) {
                    // the only loop there is: without it no connection of the process would hear anything again
                    LOG.log(System.Logger.Level.WARNING, "the event loop could not wait", e);
                    LockSupport.parkNanos(PAUSE.toNanos());
                }
            }
        }
    }

    private void turn() {
        List<Watch> waitedFor;
        int milliseconds;
        synchronized (this) {
            waitedFor = watches.values().stream().filter(watch -> watch.events() != 0).toList();
            milliseconds = frees.isEmpty() ? untilNextTimer() : 0;
        }
        try (Memory entries = new Memory((long) Poll.ENTRY * (waitedFor.size() + 1))) {
            entry(entries, 0, bell[0], Poll.IN);
            for (int i = 0; i < waitedFor.size(); i++) {
                entry(entries, i + 1, waitedFor.get(i).descriptor(), asked(waitedFor.get(i).events()));
            }
            system.poll(entries, new NativeLong(waitedFor.size() + 1L), milliseconds);
            if (came(entries, 0) != 0) {
                answerBell();
            }
            tellTimers();
            for (int i = 0; i < waitedFor.size(); i++) {
                tell(waitedFor.get(i), told(came(entries, i + 1)));
            }
        }
        free();
    }

    private int untilNextTimer() {
        long now = System.nanoTime();
        // rounded up: a turn that comes too early does nothing but turn again
        return (int) timers.values().stream().filter(Timer::on).mapToLong(timer -> Math.max(0, timer.due() - now)).min().stream()
                .map(nanos -> TimeUnit.NANOSECONDS.toMillis(nanos + 999_999)).findFirst().orElse(-1);
    }

    private synchronized void answerBell() {
        system.read(bell[0], new byte[1], new NativeLong(1));
        rung = false;
    }

    private void tellTimers() {
        List<Timer> due;
        synchronized (this) {
            long now = System.nanoTime();
            due = timers.values().stream().filter(timer -> timer.isDue(now)).toList();
        }
        for (Timer timer : due) {
            if (beginsAnew(timer)) {
                timer.callback().invokeVoid(new Object[] {timer.id(), timer.opaque()});
            }
        }
    }

    /** False if one that was told before it has removed or changed it. */
    private synchronized boolean beginsAnew(Timer timer) {
        return timers.replace(timer.id(), timer, timer.every(timer.milliseconds()));
    }

    private void tell(Watch watch, int came) {
        int wanted;
        synchronized (this) {
            Watch now = watches.get(watch.id());
            // not what nobody asks for any more
            wanted = now == null || now.events() == 0 ? 0 : came & (now.events() | ERROR | HANGUP);
        }
        if (wanted != 0) {
            watch.callback().invokeVoid(new Object[] {watch.id(), watch.descriptor(), wanted, watch.opaque()});
        }
    }

    private void free() {
        List<Runnable> all;
        synchronized (this) {
            all = List.copyOf(frees);
            frees.clear();
        }
        all.forEach(Runnable::run);
    }

    private static void entry(Memory entries, int index, int descriptor, short events) {
        long at = (long) Poll.ENTRY * index;
        entries.setInt(at, descriptor);
        entries.setShort(at + 4, events);
        entries.setShort(at + 6, (short) 0);
    }

    private static short came(Memory entries, int index) {
        return entries.getShort((long) Poll.ENTRY * index + 6);
    }

    private static short asked(int events) {
        return (short) (((events & READABLE) != 0 ? Poll.IN : 0) | ((events & WRITABLE) != 0 ? Poll.OUT : 0));
    }

    private static int told(short came) {
        return ((came & Poll.IN) != 0 ? READABLE : 0) | ((came & Poll.OUT) != 0 ? WRITABLE : 0)
                | ((came & (Poll.ERROR | Poll.INVALID)) != 0 ? ERROR : 0) | ((came & Poll.HANGUP) != 0 ? HANGUP : 0);
    }
}
