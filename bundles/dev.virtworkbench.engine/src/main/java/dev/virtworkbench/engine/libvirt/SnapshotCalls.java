package dev.virtworkbench.engine.libvirt;

import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.libvirt.jna.ConnectionPointer;
import org.libvirt.jna.DomainPointer;
import org.libvirt.jna.DomainSnapshotPointer;

/** libvirt's calls for snapshots of domains. */
public final class SnapshotCalls {

    /** VIR_DOMAIN_SNAPSHOT_XML_SECURE. */
    private static final int SECURE = 1;
    /** VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE. */
    private static final int REDEFINE = 1;

    private final LibvirtLibrary library;
    private final NativeLibvirt calls;
    private final ConnectionPointer connection;

    SnapshotCalls(LibvirtLibrary library, ConnectionPointer connection) {
        this.library = library;
        this.calls = library.calls();
        this.connection = connection;
    }

    /**
     * A snapshot as libvirt describes it.
     *
     * @param current whether the domain is based on it now
     * @param xml its document, without passwords
     */
    public record Details(String name, boolean current, String xml) { }

    /** All snapshots of a domain. One that vanishes meanwhile is left out. */
    public List<Details> list(UUID domain) throws LibvirtError {
        return with(domain, pointer -> library.list(array -> calls.virDomainListAllSnapshots(pointer, array, 0), DomainSnapshotPointer::new,
                this::details, calls::virDomainSnapshotFree));
    }

    /** The document of that name, without passwords. */
    public String xml(UUID domain, String name) throws LibvirtError {
        return with(domain, name, snapshot -> library.text(calls.virDomainSnapshotGetXMLDesc(snapshot, 0)));
    }

    /**
     * @param xml a {@code <domainsnapshot>} document
     * @param flags of {@code virDomainSnapshotCreateFlags}
     */
    public Details create(UUID domain, String xml, int flags) throws LibvirtError {
        return with(domain, pointer -> take(calls.virDomainSnapshotCreateXML(pointer, xml, flags), this::details));
    }

    /**
     * Changes what libvirt keeps of one, its document with passwords being the one there is.
     *
     * @param edit makes the new document of that one; the name stays
     * @param flags of {@code virDomainSnapshotCreateFlags}, besides that it is there
     */
    public Details redefine(UUID domain, String name, UnaryOperator<String> edit, int flags) throws LibvirtError {
        return with(domain, name, snapshot -> {
            String xml = edit.apply(library.text(calls.virDomainSnapshotGetXMLDesc(snapshot, SECURE)));
            return with(domain, pointer -> take(calls.virDomainSnapshotCreateXML(pointer, xml, REDEFINE | flags), this::details));
        });
    }

    /** @param flags of {@code virDomainSnapshotRevertFlags} */
    public void revert(UUID domain, String name, int flags) throws LibvirtError {
        with(domain, name, snapshot -> library.ok(calls.virDomainRevertToSnapshot(snapshot, flags)));
    }

    /** @param flags of {@code virDomainSnapshotDeleteFlags} */
    public void delete(UUID domain, String name, int flags) throws LibvirtError {
        with(domain, name, snapshot -> library.ok(calls.virDomainSnapshotDelete(snapshot, flags)));
    }

    private <T> T with(UUID domain, String name, Handle<DomainSnapshotPointer, T> use) throws LibvirtError {
        return with(domain, pointer -> take(calls.virDomainSnapshotLookupByName(pointer, name, 0), use));
    }

    private <T> T take(DomainSnapshotPointer pointer, Handle<DomainSnapshotPointer, T> use) throws LibvirtError {
        library.ok(pointer);
        try {
            return use.use(pointer);
        } finally {
            calls.virDomainSnapshotFree(pointer);
        }
    }

    private <T> T with(UUID domain, Handle<DomainPointer, T> use) throws LibvirtError {
        return library.domain(connection, domain, use);
    }

    private Details details(DomainSnapshotPointer snapshot) throws LibvirtError {
        String name = calls.virDomainSnapshotGetName(snapshot);
        boolean current = library.ok(calls.virDomainSnapshotIsCurrent(snapshot, 0)) == 1;
        return new Details(name, current, library.text(calls.virDomainSnapshotGetXMLDesc(snapshot, 0)));
    }
}
