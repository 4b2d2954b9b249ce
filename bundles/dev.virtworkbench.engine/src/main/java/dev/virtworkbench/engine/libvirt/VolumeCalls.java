package dev.virtworkbench.engine.libvirt;

import com.sun.jna.ptr.PointerByReference;
import java.util.List;
import java.util.UUID;
import org.libvirt.jna.ConnectionPointer;
import org.libvirt.jna.StoragePoolPointer;
import org.libvirt.jna.StorageVolPointer;

/** libvirt's calls for volumes. A volume is addressed by its pool and its name. */
public final class VolumeCalls {

    /** VIR_STORAGE_VOL_DOWNLOAD_SPARSE_STREAM. */
    private static final int DOWNLOAD_SPARSE_STREAM = 1;

    private final LibvirtLibrary library;
    private final NativeLibvirt calls;
    private final ConnectionPointer connection;
    private final PoolCalls pools;
    private final PoolStarts starts;

    VolumeCalls(LibvirtLibrary library, ConnectionPointer connection, PoolStarts starts) {
        this.starts = starts;
        this.library = library;
        this.calls = library.calls();
        this.connection = connection;
        this.pools = new PoolCalls(library, connection, starts);
    }

    /** What libvirt's list says of a volume: no sizes, no format. */
    public record Entry(String name, String key) { }

    /** A volume's document, or why there is none. */
    public record Description(Entry entry, String xml, LibvirtError failure) { }

    /** Where a volume is. */
    public record Place(UUID pool, String name) { }

    /** The volumes of an active pool: one call, however many they are. */
    public List<Entry> list(UUID pool) throws LibvirtError {
        List<StorageVolPointer> volumes = pools.with(pool, this::pointers);
        try {
            return volumes.stream().map(this::entry).toList();
        } finally {
            volumes.forEach(calls::virStorageVolFree);
        }
    }

    /**
     * The volumes of an active pool with their documents.
     *
     * @param many runs the calls for the single volumes, several at once
     */
    public List<Description> describe(UUID pool, Spread many) throws LibvirtError {
        List<StorageVolPointer> volumes = pools.with(pool, this::pointers);
        try {
            return many.map(volumes, this::describe);
        } finally {
            volumes.forEach(calls::virStorageVolFree);
        }
    }

    /** The same for those of these names only: two calls each. */
    public List<Description> describe(UUID pool, List<String> names, Spread many) throws LibvirtError {
        return pools.with(pool, pointer -> many.map(names, name -> describe(pointer, name)));
    }

    public String xml(UUID pool, String volume) throws LibvirtError {
        return with(pool, volume, pointer -> library.text(calls.virStorageVolGetXMLDesc(pointer, 0)));
    }

    /** Where the host has it, as its pool knows it: the volume itself is not looked at. */
    public String path(UUID pool, String volume) throws LibvirtError {
        return with(pool, volume, pointer -> library.text(calls.virStorageVolGetPath(pointer)));
    }

    /** Where the volume with that path is. */
    public Place lookupByPath(String path) throws LibvirtError {
        starts.refuse();
        return take(calls.virStorageVolLookupByPath(connection, path), this::place);
    }

    public Place lookupByKey(String key) throws LibvirtError {
        starts.refuse();
        return take(calls.virStorageVolLookupByKey(connection, key), this::place);
    }

    /**
     * @param flags of {@code virStorageVolCreateFlags}
     * @return the new volume's name
     */
    public String create(UUID pool, String xml, int flags) throws LibvirtError {
        return pools.with(pool, pointer -> take(calls.virStorageVolCreateXML(pointer, xml, flags),
                calls::virStorageVolGetName));
    }

    /**
     * Makes a volume with another's contents.
     *
     * @param flags of {@code virStorageVolCreateFlags}
     * @return the new volume's name
     */
    public String createFrom(UUID pool, String xml, Place original, int flags) throws LibvirtError {
        return pools.with(pool, target -> with(original.pool(), original.name(), source ->
                take(calls.virStorageVolCreateXMLFrom(target, xml, source, flags), calls::virStorageVolGetName)));
    }

    public void delete(UUID pool, String volume) throws LibvirtError {
        with(pool, volume, pointer -> library.ok(calls.virStorageVolDelete(pointer, 0)));
    }

    /**
     * @param capacity bytes
     * @param flags of {@code virStorageVolResizeFlags}
     */
    public void resize(UUID pool, String volume, long capacity, int flags) throws LibvirtError {
        with(pool, volume, pointer -> library.ok(calls.virStorageVolResize(pointer, capacity, flags)));
    }

    /** @param algorithm of {@code virStorageVolWipeAlgorithm}; 0 writes zeroes */
    public void wipe(UUID pool, String volume, int algorithm) throws LibvirtError {
        with(pool, volume, pointer -> library.ok(calls.virStorageVolWipePattern(pointer, algorithm, 0)));
    }

    /**
     * Opens the volume for reading.
     *
     * @param offset where to begin, in bytes
     * @param length how much, in bytes; 0 for all there is
     * @param holes whether what nobody has written is told as holes instead of being sent
     */
    public Transfer download(UUID pool, String volume, long offset, long length, boolean holes) throws LibvirtError {
        return with(pool, volume, pointer -> Transfer.open(library, connection, holes,
                stream -> calls.virStorageVolDownload(pointer, stream, offset, length, holes ? DOWNLOAD_SPARSE_STREAM : 0)));
    }

    /** Opens the volume for writing, without holes: they would leave there what was there; otherwise as {@link #download}. */
    public Transfer upload(UUID pool, String volume, long offset, long length) throws LibvirtError {
        return with(pool, volume, pointer -> Transfer.open(library, connection,
                stream -> calls.virStorageVolUpload(pointer, stream, offset, length, 0)));
    }

    private <T> T with(UUID pool, String volume, Handle<StorageVolPointer, T> use) throws LibvirtError {
        return pools.with(pool, pointer -> take(calls.virStorageVolLookupByName(pointer, volume), use));
    }

    private <T> T take(StorageVolPointer pointer, Handle<StorageVolPointer, T> use) throws LibvirtError {
        library.ok(pointer);
        try {
            return use.use(pointer);
        } finally {
            calls.virStorageVolFree(pointer);
        }
    }

    private List<StorageVolPointer> pointers(StoragePoolPointer pool) throws LibvirtError {
        PointerByReference array = new PointerByReference();
        return library.list(calls.virStoragePoolListAllVolumes(pool, array, 0), array, StorageVolPointer::new);
    }

    private Entry entry(StorageVolPointer volume) {
        return new Entry(calls.virStorageVolGetName(volume), calls.virStorageVolGetKey(volume));
    }

    private Description describe(StorageVolPointer volume) {
        try {
            return new Description(entry(volume), library.text(calls.virStorageVolGetXMLDesc(volume, 0)), null);
        } catch (LibvirtError e) {
            return new Description(entry(volume), "", e);
        }
    }

    private Description describe(StoragePoolPointer pool, String name) {
        try {
            return take(calls.virStorageVolLookupByName(pool, name), this::describe);
        } catch (LibvirtError e) {
            return new Description(new Entry(name, ""), "", e);
        }
    }

    private Place place(StorageVolPointer volume) throws LibvirtError {
        StoragePoolPointer pool = library.ok(calls.virStoragePoolLookupByVolume(volume));
        try {
            byte[] uuid = new byte[Uuids.BYTES];
            library.ok(calls.virStoragePoolGetUUIDString(pool, uuid));
            return new Place(Uuids.of(uuid), calls.virStorageVolGetName(volume));
        } finally {
            calls.virStoragePoolFree(pool);
        }
    }
}
