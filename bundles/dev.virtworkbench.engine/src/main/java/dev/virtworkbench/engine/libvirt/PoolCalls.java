package dev.virtworkbench.engine.libvirt;

import com.sun.jna.ptr.IntByReference;
import dev.virtworkbench.engine.errors.ErrorCode;
import java.util.List;
import java.util.UUID;
import org.libvirt.jna.ConnectionPointer;
import org.libvirt.jna.StoragePoolPointer;
import org.libvirt.jna.virStoragePoolInfo;

/** libvirt's calls for storage pools. */
public final class PoolCalls {

    /** VIR_STORAGE_XML_INACTIVE: the configuration, not what the pool runs with now. */
    private static final int XML_INACTIVE = 1;

    private final LibvirtLibrary library;
    private final NativeLibvirt calls;
    private final ConnectionPointer connection;
    private final PoolStarts starts;

    PoolCalls(LibvirtLibrary library, ConnectionPointer connection, PoolStarts starts) {
        this.starts = starts;
        this.library = library;
        this.calls = library.calls();
        this.connection = connection;
    }

    /**
     * A pool as libvirt describes it. Sizes are in bytes.
     *
     * @param state of {@code virStoragePoolState}
     * @param xml its live document
     */
    public record Details(UUID uuid, String name, int state, long capacity, long allocation, long available,
            boolean autostart, boolean persistent, String xml) { }

    /** All pools. One that vanishes meanwhile is left out. */
    public List<Details> list() throws LibvirtError {
        starts.refuse();
        return library.list(array -> calls.virConnectListAllStoragePools(connection, array, 0), StoragePoolPointer::new, this::details,
                calls::virStoragePoolFree);
    }

    public Details details(UUID pool) throws LibvirtError {
        return with(pool, this::details);
    }

    public Details lookup(String name) throws LibvirtError {
        starts.refuse(name);
        return take(calls.virStoragePoolLookupByName(connection, name), this::details);
    }

    /** What it runs with now; its configuration while it does not run. */
    public String xml(UUID pool) throws LibvirtError {
        return xml(pool, 0);
    }

    /** Its configuration; drivers that keep none but what it runs with (test, ESX) do not know the flag, and give that. */
    public String configuration(UUID pool) throws LibvirtError {
        try {
            return xml(pool, XML_INACTIVE);
        } catch (LibvirtError e) {
            if (e.code() != ErrorCode.INVALID_ARG) {
                throw e;
            }
            return xml(pool, 0);
        }
    }

    private String xml(UUID pool, int flags) throws LibvirtError {
        return with(pool, pointer -> library.text(calls.virStoragePoolGetXMLDesc(pointer, flags)));
    }

    /** @param flags 0 or VIR_STORAGE_POOL_DEFINE_VALIDATE (1) */
    public Details define(String xml, int flags) throws LibvirtError {
        starts.refuse();
        return take(calls.virStoragePoolDefineXML(connection, xml, flags), this::details);
    }

    /**
     * As long as it takes; see {@link PoolStarts} for waiting less.
     *
     * @param flags of {@code virStoragePoolCreateFlags}
     */
    public Details create(String xml, int flags) throws LibvirtError {
        return take(calls.virStoragePoolCreateXML(connection, xml, flags), this::details);
    }

    /** @param flags of {@code virStoragePoolBuildFlags} */
    public void build(UUID pool, int flags) throws LibvirtError {
        with(pool, pointer -> library.ok(calls.virStoragePoolBuild(pointer, flags)));
    }

    /** As long as it takes, as {@link #create}. */
    public void start(UUID pool, int flags) throws LibvirtError {
        take(calls.virStoragePoolLookupByUUIDString(connection, pool.toString()), pointer -> library.ok(calls.virStoragePoolCreate(pointer, flags)));
    }

    public void stop(UUID pool) throws LibvirtError {
        with(pool, pointer -> library.ok(calls.virStoragePoolDestroy(pointer)));
    }

    public void refresh(UUID pool) throws LibvirtError {
        with(pool, pointer -> library.ok(calls.virStoragePoolRefresh(pointer, 0)));
    }

    /** @param flags of {@code virStoragePoolDeleteFlags} */
    public void delete(UUID pool, int flags) throws LibvirtError {
        with(pool, pointer -> library.ok(calls.virStoragePoolDelete(pointer, flags)));
    }

    public void undefine(UUID pool) throws LibvirtError {
        with(pool, pointer -> library.ok(calls.virStoragePoolUndefine(pointer)));
    }

    public void setAutostart(UUID pool, boolean on) throws LibvirtError {
        with(pool, pointer -> library.ok(calls.virStoragePoolSetAutostart(pointer, on ? 1 : 0)));
    }

    /** What a pool of that type could be made of, as a {@code <sources>} document. */
    public String sources(String type, String specification) throws LibvirtError {
        return library.text(calls.virConnectFindStoragePoolSources(connection, type, specification, 0));
    }

    <T> T with(UUID pool, Handle<StoragePoolPointer, T> use) throws LibvirtError {
        starts.refuse(pool);
        return take(calls.virStoragePoolLookupByUUIDString(connection, pool.toString()), use);
    }

    private <T> T take(StoragePoolPointer pointer, Handle<StoragePoolPointer, T> use) throws LibvirtError {
        library.ok(pointer);
        try {
            return use.use(pointer);
        } finally {
            calls.virStoragePoolFree(pointer);
        }
    }

    private Details details(StoragePoolPointer pool) throws LibvirtError {
        byte[] uuid = new byte[Uuids.BYTES];
        library.ok(calls.virStoragePoolGetUUIDString(pool, uuid));
        virStoragePoolInfo info = new virStoragePoolInfo();
        library.ok(calls.virStoragePoolGetInfo(pool, info));
        IntByReference autostart = new IntByReference();
        library.ok(calls.virStoragePoolGetAutostart(pool, autostart));
        boolean persistent = library.ok(calls.virStoragePoolIsPersistent(pool)) == 1;
        return new Details(Uuids.of(uuid), calls.virStoragePoolGetName(pool), info.state, info.capacity,
                info.allocation, info.available, autostart.getValue() == 1, persistent,
                library.text(calls.virStoragePoolGetXMLDesc(pool, 0)));
    }
}
