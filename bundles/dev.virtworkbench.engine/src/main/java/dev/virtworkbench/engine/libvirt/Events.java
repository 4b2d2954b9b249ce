package dev.virtworkbench.engine.libvirt;

import com.sun.jna.Callback;
import com.sun.jna.Pointer;
import dev.virtworkbench.engine.errors.ErrorCode;
import dev.virtworkbench.engine.errors.ObjectKind;
import dev.virtworkbench.engine.libvirt.ObjectEvent.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.ToIntFunction;
import org.libvirt.jna.ConnectionPointer;
import org.libvirt.jna.DomainPointer;
import org.libvirt.jna.NetworkPointer;
import org.libvirt.jna.SecretPointer;
import org.libvirt.jna.StoragePoolPointer;

/**
 * What libvirt tells about the objects of a connection. The callbacks
 * read nothing but the name and UUID that came with the event, for libvirt must not be called from its event loop.
 */
public final class Events {

    private static final int LIFECYCLE = 0;
    private static final int POOL_REFRESH = 1;

    // of virDomainEventID
    private static final int DEVICE_REMOVED = 15;
    private static final int DEVICE_ADDED = 19;
    private static final int BLOCK_JOB_2 = 16;

    // by virStoragePoolEventLifecycleType, virDomainEventType, virNetworkEventLifecycleType and virSecretEventLifecycleType
    private static final List<Change> OF_POOL = List.of(Change.DEFINED, Change.UNDEFINED, Change.STARTED, Change.STOPPED,
            Change.CREATED, Change.DELETED);
    private static final List<Change> OF_DOMAIN = List.of(Change.DEFINED, Change.UNDEFINED, Change.STARTED,
            Change.SUSPENDED, Change.RESUMED, Change.STOPPED, Change.STOPPED, Change.SUSPENDED, Change.STOPPED);
    private static final List<Change> OF_NETWORK = List.of(Change.DEFINED, Change.UNDEFINED, Change.STARTED,
            Change.STOPPED);
    private static final List<Change> OF_SECRET = List.of(Change.DEFINED, Change.UNDEFINED);

    private final LibvirtLibrary library;
    private final ConnectionPointer connection;
    private final List<Runnable> registered = new ArrayList<>();

    Events(LibvirtLibrary library, ConnectionPointer connection) {
        this.library = library;
        this.connection = connection;
    }

    /**
     * Tells of what happens to pools, domains, networks and secrets from now on; kinds that the host's driver has no events for stay
     * silent.
     *
     * @param listener called on the event loop: must return at once and not call libvirt
     */
    public synchronized void listen(Consumer<ObjectEvent> listener) throws LibvirtError {
        NativeLibvirt calls = library.calls();
        NativeLibvirt.LifecycleCallback pools = (host, pool, event, detail, opaque) ->
                listener.accept(ofPool(pool, change(OF_POOL, event)));
        NativeLibvirt.RefreshCallback refreshed = (host, pool, opaque) ->
                listener.accept(ofPool(pool, Change.REFRESHED));
        NativeLibvirt.LifecycleCallback domains = (host, domain, event, detail, opaque) ->
                listener.accept(ofDomain(domain, change(OF_DOMAIN, event)));
        NativeLibvirt.DeviceCallback devices = (host, domain, alias, opaque) ->
                listener.accept(ofDomain(domain, Change.DEVICES));
        NativeLibvirt.BlockJobCallback blockJobs = (host, domain, disk, type, status, opaque) ->
                listener.accept(ofDomain(domain, Change.DEVICES));
        NativeLibvirt.LifecycleCallback networks = (host, network, event, detail, opaque) ->
                listener.accept(ofNetwork(network, change(OF_NETWORK, event)));
        NativeLibvirt.LifecycleCallback secrets = (host, secret, event, detail, opaque) ->
                listener.accept(ofSecret(secret, change(OF_SECRET, event)));
        register(pools, opaque -> calls.virConnectStoragePoolEventRegisterAny(connection, null, LIFECYCLE, pools, opaque,
                KeptCallbacks.FREE), id -> calls.virConnectStoragePoolEventDeregisterAny(connection, id));
        register(refreshed, opaque -> calls.virConnectStoragePoolEventRegisterAny(connection, null, POOL_REFRESH, refreshed,
                opaque, KeptCallbacks.FREE), id -> calls.virConnectStoragePoolEventDeregisterAny(connection, id));
        registerOfDomains(LIFECYCLE, domains);
        registerOfDomains(DEVICE_ADDED, devices);
        registerOfDomains(DEVICE_REMOVED, devices);
        registerOfDomains(BLOCK_JOB_2, blockJobs);
        register(networks, opaque -> calls.virConnectNetworkEventRegisterAny(connection, null, LIFECYCLE, networks, opaque,
                KeptCallbacks.FREE), id -> calls.virConnectNetworkEventDeregisterAny(connection, id));
        register(secrets, opaque -> calls.virConnectSecretEventRegisterAny(connection, null, LIFECYCLE, secrets, opaque,
                KeptCallbacks.FREE), id -> calls.virConnectSecretEventDeregisterAny(connection, id));
    }

    private void registerOfDomains(int event, Callback callback) throws LibvirtError {
        register(callback, opaque -> library.calls().virConnectDomainEventRegisterAny(connection, null, event, callback, opaque,
                KeptCallbacks.FREE), id -> library.calls().virConnectDomainEventDeregisterAny(connection, id));
    }

    private void register(Callback callback, ToIntFunction<Pointer> register, IntConsumer deregister) throws LibvirtError {
        Pointer opaque = KeptCallbacks.keep(callback);
        int id = register.applyAsInt(opaque);
        if (id >= 0) {
            registered.add(() -> deregister.accept(id));
            return;
        }
        LibvirtError error = library.lastError();
        KeptCallbacks.letGo(opaque);
        if (error.code() != ErrorCode.NO_SUPPORT) {
            throw error;
        }
    }

    /** Takes the callbacks back. On a connection that is gone libvirt refuses, which changes nothing. */
    synchronized void end() {
        registered.forEach(Runnable::run);
        registered.clear();
    }

    private ObjectEvent ofPool(Pointer raw, Change change) {
        StoragePoolPointer pool = new StoragePoolPointer();
        pool.setPointer(raw);
        byte[] uuid = new byte[Uuids.BYTES];
        library.calls().virStoragePoolGetUUIDString(pool, uuid);
        return new ObjectEvent(ObjectKind.POOL, Uuids.of(uuid), library.calls().virStoragePoolGetName(pool), change);
    }

    private ObjectEvent ofDomain(Pointer raw, Change change) {
        DomainPointer domain = new DomainPointer();
        domain.setPointer(raw);
        byte[] uuid = new byte[Uuids.BYTES];
        library.calls().virDomainGetUUIDString(domain, uuid);
        return new ObjectEvent(ObjectKind.DOMAIN, Uuids.of(uuid), library.calls().virDomainGetName(domain), change);
    }

    private ObjectEvent ofNetwork(Pointer raw, Change change) {
        NetworkPointer network = new NetworkPointer();
        network.setPointer(raw);
        byte[] uuid = new byte[Uuids.BYTES];
        library.calls().virNetworkGetUUIDString(network, uuid);
        return new ObjectEvent(ObjectKind.NETWORK, Uuids.of(uuid), library.calls().virNetworkGetName(network), change);
    }

    /** A secret has no name but its UUID. */
    private ObjectEvent ofSecret(Pointer raw, Change change) {
        SecretPointer secret = new SecretPointer();
        secret.setPointer(raw);
        byte[] text = new byte[Uuids.BYTES];
        library.calls().virSecretGetUUIDString(secret, text);
        UUID uuid = Uuids.of(text);
        return new ObjectEvent(ObjectKind.SECRET, uuid, uuid.toString(), change);
    }

    private static Change change(List<Change> byNumber, int event) {
        return event >= 0 && event < byNumber.size() ? byNumber.get(event) : Change.OTHER;
    }
}
