package dev.virtworkbench.engine.libvirt;

import com.sun.jna.ptr.IntByReference;
import dev.virtworkbench.engine.errors.ErrorCode;
import java.util.List;
import java.util.UUID;
import org.libvirt.jna.ConnectionPointer;
import org.libvirt.jna.NetworkPointer;

/** libvirt's calls for networks. */
public final class NetworkCalls {

    /** VIR_NETWORK_XML_INACTIVE. */
    private static final int XML_INACTIVE = 1;

    private final LibvirtLibrary library;
    private final NativeLibvirt calls;
    private final ConnectionPointer connection;

    NetworkCalls(LibvirtLibrary library, ConnectionPointer connection) {
        this.library = library;
        this.calls = library.calls();
        this.connection = connection;
    }

    /** A network as libvirt describes it. */
    public record Details(UUID uuid, String name, boolean active, boolean autostart, boolean persistent) { }

    /** All networks. One that vanishes meanwhile is left out. */
    public List<Details> list() throws LibvirtError {
        return library.list(array -> calls.virConnectListAllNetworks(connection, array, 0), NetworkPointer::new, this::details,
                calls::virNetworkFree);
    }

    public Details details(UUID network) throws LibvirtError {
        return with(network, this::details);
    }

    public Details lookup(String name) throws LibvirtError {
        return take(calls.virNetworkLookupByName(connection, name), this::details);
    }

    /** What it runs with now; its configuration while it does not run. */
    public String xml(UUID network) throws LibvirtError {
        return xml(network, 0);
    }

    /** Its configuration; drivers that keep none but what it runs with (test, ESX) do not know the flag, and give that. */
    public String configuration(UUID network) throws LibvirtError {
        try {
            return xml(network, XML_INACTIVE);
        } catch (LibvirtError e) {
            if (e.code() != ErrorCode.INVALID_ARG) {
                throw e;
            }
            return xml(network, 0);
        }
    }

    private String xml(UUID network, int flags) throws LibvirtError {
        return with(network, pointer -> library.text(calls.virNetworkGetXMLDesc(pointer, flags)));
    }

    /** @param flags 0 or VIR_NETWORK_DEFINE_VALIDATE (1), which libvirt knows since 7.7.0 */
    public Details define(String xml, int flags) throws LibvirtError {
        return take(flags == 0 ? calls.virNetworkDefineXML(connection, xml)
                : calls.virNetworkDefineXMLFlags(connection, xml, flags), this::details);
    }

    /**
     * Starts a network that is gone when it is stopped.
     *
     * @param flags 0 or VIR_NETWORK_CREATE_VALIDATE (1), which libvirt knows since 7.8.0
     */
    public Details create(String xml, int flags) throws LibvirtError {
        return take(flags == 0 ? calls.virNetworkCreateXML(connection, xml)
                : calls.virNetworkCreateXMLFlags(connection, xml, flags), this::details);
    }

    public void start(UUID network) throws LibvirtError {
        with(network, pointer -> library.ok(calls.virNetworkCreate(pointer)));
    }

    public void stop(UUID network) throws LibvirtError {
        with(network, pointer -> library.ok(calls.virNetworkDestroy(pointer)));
    }

    public void undefine(UUID network) throws LibvirtError {
        with(network, pointer -> library.ok(calls.virNetworkUndefine(pointer)));
    }

    public void setAutostart(UUID network, boolean on) throws LibvirtError {
        with(network, pointer -> library.ok(calls.virNetworkSetAutostart(pointer, on ? 1 : 0)));
    }

    private <T> T with(UUID network, Handle<NetworkPointer, T> use) throws LibvirtError {
        return take(calls.virNetworkLookupByUUIDString(connection, network.toString()), use);
    }

    private <T> T take(NetworkPointer pointer, Handle<NetworkPointer, T> use) throws LibvirtError {
        library.ok(pointer);
        try {
            return use.use(pointer);
        } finally {
            calls.virNetworkFree(pointer);
        }
    }

    private Details details(NetworkPointer network) throws LibvirtError {
        byte[] uuid = new byte[Uuids.BYTES];
        library.ok(calls.virNetworkGetUUIDString(network, uuid));
        IntByReference autostart = new IntByReference();
        boolean persistent = library.ok(calls.virNetworkIsPersistent(network)) == 1;
        if (persistent) {
            library.ok(calls.virNetworkGetAutostart(network, autostart));
        }
        return new Details(Uuids.of(uuid), calls.virNetworkGetName(network),
                library.ok(calls.virNetworkIsActive(network)) == 1, autostart.getValue() == 1, persistent);
    }
}
