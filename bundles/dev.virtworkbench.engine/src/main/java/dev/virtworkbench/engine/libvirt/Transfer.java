package dev.virtworkbench.engine.libvirt;

import java.nio.ByteBuffer;
import org.libvirt.jna.ConnectionPointer;
import org.libvirt.jna.SizeT;
import org.libvirt.jna.StreamPointer;

/** Data on its way to or from a volume, or from a screen. Ends with {@link #finish()}; closed without that, it is broken off. For one thread. */
public final class Transfer implements AutoCloseable {

    private final LibvirtLibrary library;
    private final NativeLibvirt calls;
    private final StreamPointer stream;
    private boolean finished;

    private Transfer(LibvirtLibrary library, StreamPointer stream) {
        this.library = library;
        this.calls = library.calls();
        this.stream = stream;
    }

    static Transfer open(LibvirtLibrary library, ConnectionPointer connection, Handle<StreamPointer, Integer> start)
            throws LibvirtError {
        StreamPointer stream = library.ok(library.calls().virStreamNew(connection, 0));
        try {
            library.ok(start.use(stream));
            return new Transfer(library, stream);
        } catch (LibvirtError e) {
            library.calls().virStreamFree(stream);
            throw e;
        }
    }

    /**
     * Reads what there is, at most to the buffer's limit, from its position on.
     *
     * @param block a direct buffer
     * @return the number of bytes; 0 at the end
     */
    public int receive(ByteBuffer block) throws LibvirtError {
        int count = library.ok(calls.virStreamRecv(stream, block.slice(), new SizeT(block.remaining())));
        block.position(block.position() + count);
        return count;
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
