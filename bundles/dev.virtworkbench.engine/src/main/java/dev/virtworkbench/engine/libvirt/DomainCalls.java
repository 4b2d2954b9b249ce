package dev.virtworkbench.engine.libvirt;

import com.sun.jna.ptr.IntByReference;
import dev.virtworkbench.engine.errors.ErrorCode;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.libvirt.jna.ConnectionPointer;
import org.libvirt.jna.DomainPointer;

/** libvirt's calls for domains. */
public final class DomainCalls {

    /** VIR_DOMAIN_XML_SECURE: with passwords. */
    public static final int XML_SECURE = 1;
    /** VIR_DOMAIN_XML_INACTIVE: the configuration, not what the domain runs with now. */
    public static final int XML_INACTIVE = 2;
    /** VIR_DOMAIN_DEVICE_MODIFY_FORCE: a drive opens though the guest has locked it. */
    public static final int MODIFY_FORCE = 4;
    /** VIR_DOMAIN_DEFINE_VALIDATE. */
    public static final int DEFINE_VALIDATE = 1;
    /** VIR_DOMAIN_START_VALIDATE. */
    public static final int START_VALIDATE = 16;
    /** VIR_DOMAIN_START_RESET_NVRAM, since 8.1.0. */
    public static final int START_RESET_NVRAM = 32;

    /** VIR_DOMAIN_SNAPSHOT_LIST_METADATA. */
    private static final int SNAPSHOTS_WITH_METADATA = 2;

    private final LibvirtLibrary library;
    private final NativeLibvirt calls;
    private final ConnectionPointer connection;

    DomainCalls(LibvirtLibrary library, ConnectionPointer connection) {
        this.library = library;
        this.calls = library.calls();
        this.connection = connection;
    }

    /**
     * A domain as libvirt describes it.
     *
     * @param id over 0 while it runs, otherwise -1
     * @param state of {@code virDomainState}
     * @param saved whether its next start goes on from a saved memory
     */
    public record Details(UUID uuid, String name, int id, int state, boolean autostart, boolean persistent, boolean saved) { }

    /** All domains. One that vanishes meanwhile is left out. */
    public List<Details> list() throws LibvirtError {
        return library.list(array -> calls.virConnectListAllDomains(connection, array, 0), DomainPointer::new, this::details,
                calls::virDomainFree);
    }

    public Details details(UUID domain) throws LibvirtError {
        return with(domain, this::details);
    }

    public Details lookup(String name) throws LibvirtError {
        return library.domain(calls.virDomainLookupByName(connection, name), this::details);
    }

    /** @param flags {@link #XML_SECURE}, {@link #XML_INACTIVE} */
    public String xml(UUID domain, int flags) throws LibvirtError {
        return with(domain, pointer -> library.text(calls.virDomainGetXMLDesc(pointer, flags)));
    }

    /** @param flags of {@code virDomainDefineFlags} */
    public Details define(String xml, int flags) throws LibvirtError {
        return library.domain(calls.virDomainDefineXMLFlags(connection, xml, flags), this::details);
    }

    /**
     * Starts a domain that is gone when it ends.
     *
     * @param flags of {@code virDomainCreateFlags}
     */
    public Details create(String xml, int flags) throws LibvirtError {
        return library.domain(calls.virDomainCreateXML(connection, xml, flags), this::details);
    }

    /** @param flags of {@code virDomainCreateFlags} */
    public void start(UUID domain, int flags) throws LibvirtError {
        with(domain, pointer -> library.ok(calls.virDomainCreateWithFlags(pointer, flags)));
    }

    /** Asks the guest to shut down. */
    public void shutdown(UUID domain) throws LibvirtError {
        with(domain, pointer -> library.ok(calls.virDomainShutdown(pointer)));
    }

    /** Pulls the plug. */
    public void destroy(UUID domain) throws LibvirtError {
        with(domain, pointer -> library.ok(calls.virDomainDestroy(pointer)));
    }

    public void suspend(UUID domain) throws LibvirtError {
        with(domain, pointer -> library.ok(calls.virDomainSuspend(pointer)));
    }

    public void resume(UUID domain) throws LibvirtError {
        with(domain, pointer -> library.ok(calls.virDomainResume(pointer)));
    }

    public void reboot(UUID domain) throws LibvirtError {
        with(domain, pointer -> library.ok(calls.virDomainReboot(pointer, 0)));
    }

    /** @param flags of {@code virDomainUndefineFlagsValues} */
    public void undefine(UUID domain, int flags) throws LibvirtError {
        with(domain, pointer -> library.ok(calls.virDomainUndefineFlags(pointer, flags)));
    }

    /** What libvirt keeps of a domain besides its configuration. */
    public record Kept(boolean managedSave, boolean snapshots, boolean checkpoints) { }

    /** A driver that does not know such a thing keeps none. */
    public Kept kept(UUID domain) throws LibvirtError {
        return with(domain, pointer -> new Kept(any(calls.virDomainHasManagedSaveImage(pointer, 0)),
                any(calls.virDomainSnapshotNum(pointer, SNAPSHOTS_WITH_METADATA)),
                any(calls.virDomainListAllCheckpoints(pointer, null, 0))));
    }

    private boolean any(int count) throws LibvirtError {
        try {
            return library.ok(count) > 0;
        } catch (LibvirtError e) {
            if (e.code() == ErrorCode.NO_SUPPORT) {
                return false;
            }
            throw e;
        }
    }

    public void setAutostart(UUID domain, boolean on) throws LibvirtError {
        with(domain, pointer -> library.ok(calls.virDomainSetAutostart(pointer, on ? 1 : 0)));
    }

    /** @param flags of {@code virDomainDeviceModifyFlags} */
    public void attach(UUID domain, String device, int flags) throws LibvirtError {
        with(domain, pointer -> library.ok(calls.virDomainAttachDeviceFlags(pointer, device, flags)));
    }

    /** @param flags of {@code virDomainDeviceModifyFlags} */
    public void detach(UUID domain, String device, int flags) throws LibvirtError {
        with(domain, pointer -> library.ok(calls.virDomainDetachDeviceFlags(pointer, device, flags)));
    }

    /** @param flags of {@code virDomainDeviceModifyFlags} */
    public void update(UUID domain, String device, int flags) throws LibvirtError {
        with(domain, pointer -> library.ok(calls.virDomainUpdateDeviceFlags(pointer, device, flags)));
    }

    /**
     * Opens a picture of the domain's screen for reading.
     *
     * @param screen 0 for the first
     * @param format is told the picture's MIME type before the first byte
     */
    public Transfer screenshot(UUID domain, int screen, Consumer<String> format) throws LibvirtError {
        return with(domain, pointer -> Transfer.open(library, connection, stream -> {
            format.accept(library.text(calls.virDomainScreenshot(pointer, stream, screen, 0)));
            return 0;
        }));
    }

    private <T> T with(UUID domain, Handle<DomainPointer, T> use) throws LibvirtError {
        return library.domain(connection, domain, use);
    }

    private Details details(DomainPointer domain) throws LibvirtError {
        byte[] uuid = new byte[Uuids.BYTES];
        library.ok(calls.virDomainGetUUIDString(domain, uuid));
        IntByReference state = new IntByReference();
        library.ok(calls.virDomainGetState(domain, state, null, 0));
        IntByReference autostart = new IntByReference();
        boolean persistent = library.ok(calls.virDomainIsPersistent(domain)) == 1;
        if (persistent) {
            library.ok(calls.virDomainGetAutostart(domain, autostart));
        }
        return new Details(Uuids.of(uuid), calls.virDomainGetName(domain), calls.virDomainGetID(domain),
                state.getValue(), autostart.getValue() == 1, persistent, persistent && any(calls.virDomainHasManagedSaveImage(domain, 0)));
    }
}
