package dev.virtworkbench.engine.libvirt;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import com.sun.jna.PointerType;
import com.sun.jna.ptr.PointerByReference;
import dev.virtworkbench.engine.errors.ErrorCode;
import dev.virtworkbench.engine.threads.UnblockedThreads;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.libvirt.jna.CString;
import org.libvirt.jna.ConnectionPointer;
import org.libvirt.jna.DomainPointer;
import org.libvirt.jna.Libvirt;

/** libvirt's client library with its one event loop, for the whole process. */
public final class LibvirtLibrary {

    /**
     * System property for a libvirt that is not where the system looks for libraries: its name ({@code virt}) or the path of its
     * file.
     */
    private static final String LIBRARY = "virtworkbench.libvirt";

    private static LibvirtLibrary loaded;

    /** libvirt writes failures to stderr unless it has a handler; each call's failure is reported by who called. */
    private static final Libvirt.VirErrorCallback SILENCE = (opaque, error) -> { };

    private final NativeLibvirt calls;
    private final EventLoop loop;

    private LibvirtLibrary(NativeLibvirt calls, EventLoop loop) {
        this.calls = calls;
        this.loop = loop;
    }

    /**
     * Loads the library and starts its event loop, the first time. A failure is not remembered: the library may be
     * installed meanwhile.
     */
    public static synchronized LibvirtLibrary load() throws LibvirtMissing {
        if (loaded == null) {
            try {
                // libvirt's text is UTF-8 whatever the locale is
                String library = System.getProperty(LIBRARY, Platform.isWindows() ? "virt-0" : "virt");
                NativeLibvirt calls = Native.load(library, NativeLibvirt.class,
                        Map.of(Library.OPTION_STRING_ENCODING, "UTF-8"));
                loaded = new LibvirtLibrary(calls, Platform.isWindows() ? null : new EventLoop());
                loaded.start();
            } catch (LinkageError e) {
                loaded = null;
                throw new LibvirtMissing(e);
            }
        }
        return loaded;
    }

    private void start() {
        calls.virInitialize();
        calls.virSetErrorFunc(Pointer.NULL, SILENCE);
        if (loop == null) {
            startDefaultLoop();
        } else {
            loop.start(calls);
        }
    }

    /** Where there is no poll(2); there GLib's main context is nobody else's. */
    private void startDefaultLoop() {
        calls.virEventRegisterDefaultImpl();
        Thread running = new Thread(() -> {
            while (true) {
                calls.virEventRunDefaultImpl();
            }
        }, "libvirt event loop");
        running.setDaemon(true);
        UnblockedThreads.add(running);
        running.start();
    }

    /** The same for one connection, whose calls are counted. */
    LibvirtLibrary with(Wakeups wakeups) {
        return new LibvirtLibrary(wakeups.counting(calls), loop);
    }

    NativeLibvirt calls() {
        return calls;
    }

    /** Looks a domain up for as long as something is done with it. */
    <T> T domain(ConnectionPointer connection, UUID domain, Handle<DomainPointer, T> use) throws LibvirtError {
        return domain(calls.virDomainLookupByUUIDString(connection, domain.toString()), use);
    }

    /** Does something with a domain that libvirt has just given, and lets go of it. @param pointer null if libvirt gave none */
    <T> T domain(DomainPointer pointer, Handle<DomainPointer, T> use) throws LibvirtError {
        ok(pointer);
        try {
            return use.use(pointer);
        } finally {
            calls.virDomainFree(pointer);
        }
    }

    /** A result that is negative on failure. */
    int ok(int result) throws LibvirtError {
        if (result < 0) {
            throw lastError();
        }
        return result;
    }

    /** A pointer that is null on failure. */
    <P> P ok(P result) throws LibvirtError {
        if (result == null) {
            throw lastError();
        }
        return result;
    }

    /** A text that is null on failure; frees libvirt's copy. */
    String text(CString result) throws LibvirtError {
        return ok(result).toString();
    }

    /** What one of libvirt's list calls gave: pointers that the caller has to free one by one. */
    <P extends PointerType> List<P> list(int count, PointerByReference array, Supplier<P> type) throws LibvirtError {
        ok(count);
        Pointer start = array.getValue();
        List<P> all = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            P element = type.get();
            element.setPointer(start.getPointer((long) i * Native.POINTER_SIZE));
            all.add(element);
        }
        if (start != null) {
            Native.free(Pointer.nativeValue(start));
        }
        return all;
    }

    /**
     * What each object is like that one of libvirt's list calls gives. One that vanishes meanwhile is left out.
     *
     * @param call fills in the array and comes back with the count
     * @param free lets go of an object
     */
    <P extends PointerType, T> List<T> list(ToIntFunction<PointerByReference> call, Supplier<P> type, Handle<P, T> details, Consumer<P> free)
            throws LibvirtError {
        PointerByReference array = new PointerByReference();
        List<P> objects = list(call.applyAsInt(array), array, type);
        try {
            List<T> all = new ArrayList<>(objects.size());
            for (P object : objects) {
                try {
                    all.add(details.use(object));
                } catch (LibvirtError e) {
                    if (!ErrorCode.missing(e.code())) {
                        throw e;
                    }
                }
            }
            return all;
        } finally {
            objects.forEach(free);
        }
    }

    /** The failure of the call that this thread made last. */
    LibvirtError lastError() {
        String words = calls.virGetLastErrorMessage();
        return new LibvirtError(calls.virGetLastErrorCode(), calls.virGetLastErrorDomain(),
                words == null ? "" : words.strip());
    }
}
