package dev.virtworkbench.engine.libvirt;

import java.util.UUID;
import org.libvirt.jna.ConnectionPointer;
import org.libvirt.jna.DomainPointer;
import org.libvirt.jna.virDomainJobInfo;

/** libvirt's calls that put a domain's memory into a file and bring it back. */
public final class SaveCalls {

    /** VIR_DOMAIN_SAVE_RUNNING, VIR_DOMAIN_SAVE_PAUSED: how it will be when it is brought back. */
    public static final int RUNNING = 2;
    public static final int PAUSED = 4;

    private final LibvirtLibrary library;
    private final NativeLibvirt calls;
    private final ConnectionPointer connection;

    SaveCalls(LibvirtLibrary library, ConnectionPointer connection) {
        this.library = library;
        this.calls = library.calls();
        this.connection = connection;
    }

    /** How far something is that is done to a domain; both 0 where nothing is, or nobody knows. */
    public record Progress(long done, long total) { }

    /**
     * Puts a domain's memory into a file, which is replaced, and ends it. Comes back when all is written.
     *
     * @param flags of {@code virDomainSaveRestoreFlags}
     */
    public void save(UUID domain, String path, int flags) throws LibvirtError {
        with(domain, pointer -> library.ok(calls.virDomainSaveFlags(pointer, path, null, flags)));
    }

    /** The same into a file of libvirt's own, which the domain's next start goes on from. */
    public void managedSave(UUID domain, int flags) throws LibvirtError {
        with(domain, pointer -> library.ok(calls.virDomainManagedSave(pointer, flags)));
    }

    /** Deletes that file. */
    public void removeManagedSave(UUID domain) throws LibvirtError {
        with(domain, pointer -> library.ok(calls.virDomainManagedSaveRemove(pointer, 0)));
    }

    /** How far it is. */
    public Progress progress(UUID domain) throws LibvirtError {
        return with(domain, pointer -> {
            virDomainJobInfo info = new virDomainJobInfo();
            library.ok(calls.virDomainGetJobInfo(pointer, info));
            return new Progress(info.dataProcessed, info.dataTotal);
        });
    }

    /** Has what is done to a domain end: it goes on as before. */
    public void abort(UUID domain) throws LibvirtError {
        with(domain, pointer -> library.ok(calls.virDomainAbortJob(pointer)));
    }

    /** The document in a file that a domain was saved to. @param flags {@link DomainCalls#XML_SECURE} */
    public String xml(String path, int flags) throws LibvirtError {
        return library.text(calls.virDomainSaveImageGetXMLDesc(connection, path, flags));
    }

    /**
     * Brings a domain back. The file stays.
     *
     * @param xml a document in place of the one in the file; null for that one
     * @param flags of {@code virDomainSaveRestoreFlags}
     */
    public void restore(String path, String xml, int flags) throws LibvirtError {
        library.ok(calls.virDomainRestoreFlags(connection, path, xml, flags));
    }

    private <T> T with(UUID domain, Handle<DomainPointer, T> use) throws LibvirtError {
        return library.domain(connection, domain, use);
    }
}
