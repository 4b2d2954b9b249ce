package dev.virtworkbench.engine.libvirt;

import com.sun.jna.NativeLong;
import java.util.Optional;
import java.util.UUID;
import org.libvirt.jna.ConnectionPointer;
import org.libvirt.jna.DomainPointer;
import org.libvirt.jna.virDomainBlockInfo;
import org.libvirt.jna.virDomainBlockJobInfo;

/** libvirt's calls for the disks of running domains. Disks are named by their target, as in {@code vda}. */
public final class BlockCalls {

    /** VIR_DOMAIN_BLOCK_RESIZE_BYTES: libvirt counts in KiB otherwise. */
    private static final int BYTES = 1;
    private static final NativeLong AS_FAST_AS_CAN_BE = new NativeLong(0);

    private final LibvirtLibrary library;
    private final NativeLibvirt calls;
    private final ConnectionPointer connection;

    BlockCalls(LibvirtLibrary library, ConnectionPointer connection) {
        this.library = library;
        this.calls = library.calls();
        this.connection = connection;
    }

    /**
     * How far a job is, in units of its own.
     *
     * @param type of {@code virDomainBlockJobType}
     */
    public record Progress(int type, long done, long total) { }

    /**
     * Begins to write what is in images into one that they build on.
     *
     * @param base path or {@code vda[2]}; null for the lowest
     * @param top the same; null for the one in use
     * @param flags of {@code virDomainBlockCommitFlags}
     */
    public void commit(UUID domain, String disk, String base, String top, int flags) throws LibvirtError {
        with(domain, pointer -> library.ok(calls.virDomainBlockCommit(pointer, disk, base, top, AS_FAST_AS_CAN_BE, flags)));
    }

    /**
     * Begins to copy into a disk's image what it builds on.
     *
     * @param base what it shall go on building on; null for nothing
     * @param flags of {@code virDomainBlockRebaseFlags}
     */
    public void pull(UUID domain, String disk, String base, int flags) throws LibvirtError {
        with(domain, pointer -> library.ok(calls.virDomainBlockRebase(pointer, disk, base, AS_FAST_AS_CAN_BE, flags)));
    }

    /**
     * Begins to copy a disk.
     *
     * @param target a {@code <disk>} document with the source and format of the copy
     * @param flags of {@code virDomainBlockCopyFlags}
     */
    public void copy(UUID domain, String disk, String target, int flags) throws LibvirtError {
        with(domain, pointer -> library.ok(calls.virDomainBlockCopy(pointer, disk, target, null, 0, flags)));
    }

    /** @param size bytes */
    public void resize(UUID domain, String disk, long size) throws LibvirtError {
        with(domain, pointer -> library.ok(calls.virDomainBlockResize(pointer, disk, size, BYTES)));
    }

    /** How large a disk is as its guest sees it, in bytes. */
    public long capacity(UUID domain, String disk) throws LibvirtError {
        return with(domain, pointer -> {
            virDomainBlockInfo info = new virDomainBlockInfo();
            library.ok(calls.virDomainGetBlockInfo(pointer, disk, info, 0));
            return info.capacity;
        });
    }

    /** What is under way on a disk; empty if nothing is. */
    public Optional<Progress> progress(UUID domain, String disk) throws LibvirtError {
        return with(domain, pointer -> {
            virDomainBlockJobInfo info = new virDomainBlockJobInfo();
            return library.ok(calls.virDomainGetBlockJobInfo(pointer, disk, info, 0)) == 0 ? Optional.empty()
                    : Optional.of(new Progress(info.type, info.cur, info.end));
        });
    }

    /** Ends what is under way on a disk. @param flags of {@code virDomainBlockJobAbortFlags} */
    public void end(UUID domain, String disk, int flags) throws LibvirtError {
        with(domain, pointer -> library.ok(calls.virDomainBlockJobAbort(pointer, disk, flags)));
    }

    private <T> T with(UUID domain, Handle<DomainPointer, T> use) throws LibvirtError {
        return library.domain(connection, domain, use);
    }
}
