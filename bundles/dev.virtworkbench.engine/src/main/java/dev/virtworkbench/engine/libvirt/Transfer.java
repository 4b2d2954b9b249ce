package dev.virtworkbench.engine.libvirt;

import com.sun.jna.ptr.LongByReference;
import java.nio.ByteBuffer;
import org.libvirt.jna.ConnectionPointer;
import org.libvirt.jna.SizeT;
import org.libvirt.jna.StreamPointer;

/** Data on its way to or from a volume, or from a screen. Ends with {@link #finish()}; closed without that, it is broken off. For one thread. */
public final class Transfer implements AutoCloseable {

    /** What libvirt says of a hole. */
    public static final int HOLE = -3;
    /** VIR_STREAM_RECV_STOP_AT_HOLE. */
    private static final int STOP_AT_HOLE = 1;

    private final LibvirtLibrary library;
    private final NativeLibvirt calls;
    private final StreamPointer stream;
    /** Whether the other side tells holes. */
    private final boolean holes;
    private boolean finished;

    private Transfer(LibvirtLibrary library, StreamPointer stream, boolean holes) {
        this.library = library;
        this.calls = library.calls();
        this.stream = stream;
        this.holes = holes;
    }

    static Transfer open(LibvirtLibrary library, ConnectionPointer connection, Handle<StreamPointer, Integer> start)
            throws LibvirtError {
        return open(library, connection, false, start);
    }

    /** @param holes whether {@code start} asks for holes to be told */
    static Transfer open(LibvirtLibrary library, ConnectionPointer connection, boolean holes, Handle<StreamPointer, Integer> start)
            throws LibvirtError {
        StreamPointer stream = library.ok(library.calls().virStreamNew(connection, 0));
        try {
            library.ok(start.use(stream));
            return new Transfer(library, stream, holes);
        } catch (LibvirtError e) {
            library.calls().virStreamFree(stream);
            throw e;
        }
    }

    /**
     * Reads what there is, at most to the buffer's limit, from its position on.
     *
     * @param block a direct buffer
     * @return the number of bytes; 0 at the end; {@link #HOLE} where bytes follow that nobody has written, see {@link #hole()}
     */
    public int receive(ByteBuffer block) throws LibvirtError {
        SizeT most = new SizeT(block.remaining());
        int count = holes ? calls.virStreamRecvFlags(stream, block.slice(), most, STOP_AT_HOLE) : calls.virStreamRecv(stream, block.slice(), most);
        if (count == HOLE) {
            return HOLE;
        }
        block.position(block.position() + library.ok(count));
        return count;
    }

    /** Goes on behind the hole that {@link #receive} has met. @return its bytes, which all read as 0 */
    public long hole() throws LibvirtError {
        LongByReference length = new LongByReference();
        library.ok(calls.virStreamRecvHole(stream, length, 0));
        return length.getValue();
    }

    /** Writes what is in the direct buffer between its position and limit, or a part of it. */
    public void send(ByteBuffer block) throws LibvirtError {
        int count = library.ok(calls.virStreamSend(stream, block.slice(), new SizeT(block.remaining())));
        block.position(block.position() + count);
    }

    /** Ends it and learns whether the other side has all. */
    public void finish() throws LibvirtError {
        finished = true;
        library.ok(calls.virStreamFinish(stream));
    }

    @Override
    public void close() {
        if (!finished) {
            calls.virStreamAbort(stream);
        }
        calls.virStreamFree(stream);
    }
}
