package dev.virtworkbench.engine.libvirt;

import com.sun.jna.Callback;
import com.sun.jna.Pointer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Callbacks that libvirt has. Native code does not keep them from being collected, and libvirt may still be about to call one
 * while it is taken back; so each is kept until libvirt itself says, by its free callback, that it has let go of it.
 */
final class KeptCallbacks {

    /** Passed to libvirt beside each callback, with the number of that as the opaque pointer. */
    static final NativeLibvirt.FreeCallback FREE = KeptCallbacks::letGo;

    private static final Map<Long, Callback> KEPT = new ConcurrentHashMap<>();
    private static final AtomicLong NUMBERS = new AtomicLong();

    private KeptCallbacks() {
    }

    /** Keeps the callback; gives the opaque pointer to register it with. */
    static Pointer keep(Callback callback) {
        long number = NUMBERS.incrementAndGet();
        KEPT.put(number, callback);
        return Pointer.createConstant(number);
    }

    /** For a callback that libvirt did not take. */
    static void letGo(Pointer opaque) {
        KEPT.remove(Pointer.nativeValue(opaque));
    }
}
