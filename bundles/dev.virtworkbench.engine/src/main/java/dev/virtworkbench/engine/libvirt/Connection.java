package dev.virtworkbench.engine.libvirt;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.LongByReference;
import dev.virtworkbench.engine.errors.ErrorCode;
import dev.virtworkbench.engine.threads.UnblockedThreads;
import java.util.function.IntConsumer;
import org.libvirt.jna.ConnectionPointer;

/**
 * An open connection. Any number of threads may call over it at once. Closing it waits for no call: the connection is
 * closed towards libvirt when the last call that is under way has come back.
 */
public final class Connection implements AutoCloseable {

    private final LibvirtLibrary library;
    private final ConnectionPointer pointer;
    private final Events events;
    private final PoolStarts starts = new PoolStarts(this);
    private final Wakeups wakeups = new Wakeups(this::smallCall);
    /** libvirt calls this from its event loop. */
    private final NativeLibvirt.CloseCallback onClose;
    private boolean tellsOfItsEnd;
    private int callsUnderWay;
    private boolean closing;
    private boolean closed;

    private Connection(LibvirtLibrary library, ConnectionPointer pointer, IntConsumer lost) {
        this.library = library.with(wakeups);
        this.pointer = pointer;
        this.events = new Events(this.library, pointer);
        this.onClose = (connection, reason, opaque) -> lost.accept(reason);
    }

    /**
     * Connects. May take as long as the network and the person who is asked for a password.
     *
     * @param lost told when the other side is gone, with a value of {@code virConnectCloseReason}; called on the event
     *        loop or any other thread, must return at once and not call libvirt
     */
    public static Connection open(String uri, CredentialSource credentials, IntConsumer lost)
            throws LibvirtError, LibvirtMissing {
        UnblockedThreads.refuse("a connection to " + uri);
        LibvirtLibrary library = LibvirtLibrary.load();
        Authenticator authenticator = new Authenticator(credentials);
        Connection connection = new Connection(library,
                library.ok(library.calls().virConnectOpenAuth(uri, authenticator.structure(), 0)), lost);
        java.lang.ref.Reference.reachabilityFence(authenticator);
        Pointer opaque = KeptCallbacks.keep(connection.onClose);
        try {
            library.ok(library.calls().virConnectRegisterCloseCallback(connection.pointer, connection.onClose, opaque,
                    KeptCallbacks.FREE));
            connection.tellsOfItsEnd = true;
        } catch (LibvirtError e) {
            KeptCallbacks.letGo(opaque);
            if (e.code() != ErrorCode.NO_SUPPORT) {
                connection.close();
                throw e;
            }
        }
        return connection;
    }

    /**
     * Makes libvirt ask the other side whether it is alive, and give the connection up if it is not. Drivers inside this
     * process need and have none.
     *
     * @param seconds between two questions, over 0
     * @param misses how many may stay unanswered
     */
    public void keepAlive(int seconds, int misses) throws LibvirtError {
        int result = library.calls().virConnectSetKeepAlive(pointer, seconds, misses);
        if (result < 0) {
            LibvirtError error = library.lastError();
            if (error.code() != ErrorCode.NO_SUPPORT) {
                throw error;
            }
        }
    }

    /**
     * Calls over this connection, on this thread.
     *
     * @throws IllegalStateException on a thread that has to go on: see {@link UnblockedThreads}
     * @throws LibvirtError if the call fails, or the connection was closed before
     */
    public <T> T call(LibvirtCall<T> call) throws LibvirtError {
        UnblockedThreads.refuse("a call of libvirt’s");
        synchronized (this) {
            if (closing) {
                throw new LibvirtError(ErrorCode.INVALID_CONN, 0, "the connection is closed");
            }
            callsUnderWay++;
        }
        try {
            return call.on(this);
        } finally {
            synchronized (this) {
                callsUnderWay--;
            }
            closeIfIdle();
        }
    }

    private void smallCall() {
        try {
            call(Connection::libvirtVersion);
        } catch (LibvirtError e) {
            // whoever waits for a call over this connection is told the same
        }
    }

    public PoolCalls pools() {
        return new PoolCalls(library, pointer, starts);
    }

    public VolumeCalls volumes() {
        return new VolumeCalls(library, pointer, starts);
    }

    public DomainCalls domains() {
        return new DomainCalls(library, pointer);
    }

    public NetworkCalls networks() {
        return new NetworkCalls(library, pointer);
    }

    public SecretCalls secrets() {
        return new SecretCalls(library, pointer);
    }

    public HostCalls host() {
        return new HostCalls(library, pointer);
    }

    public SnapshotCalls snapshots() {
        return new SnapshotCalls(library, pointer);
    }

    public BlockCalls blocks() {
        return new BlockCalls(library, pointer);
    }

    public SaveCalls saves() {
        return new SaveCalls(library, pointer);
    }

    /** The starts of pools, which may take longer than anybody waits. */
    public PoolStarts starts() {
        return starts;
    }

    public Events events() {
        return events;
    }

    /** The version of the host's libvirt, as in 9000000 for 9.0.0. */
    public long libvirtVersion() throws LibvirtError {
        LongByReference version = new LongByReference();
        library.ok(library.calls().virConnectGetLibVersion(pointer, version));
        return version.getValue();
    }

    /** Ends it, at once or behind the calls that are under way. Closing twice does nothing. */
    @Override
    public void close() {
        synchronized (this) {
            closing = true;
        }
        closeIfIdle();
    }

    private void closeIfIdle() {
        synchronized (this) {
            if (!closing || closed || callsUnderWay > 0) {
                return;
            }
            closed = true;
        }
        wakeups.end();
        events.end();
        if (tellsOfItsEnd) {
            // libvirt keeps the connection for its sake
            library.calls().virConnectUnregisterCloseCallback(pointer, onClose);
        }
        library.calls().virConnectClose(pointer);
    }
}
