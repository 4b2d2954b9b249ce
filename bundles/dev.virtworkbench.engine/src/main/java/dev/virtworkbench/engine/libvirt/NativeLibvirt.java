package dev.virtworkbench.engine.libvirt;

import com.sun.jna.Callback;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.ptr.PointerByReference;
import java.nio.ByteBuffer;
import org.libvirt.jna.CString;
import org.libvirt.jna.ConnectionPointer;
import org.libvirt.jna.DomainPointer;
import org.libvirt.jna.DomainSnapshotPointer;
import org.libvirt.jna.Libvirt;
import org.libvirt.jna.NetworkPointer;
import org.libvirt.jna.SecretPointer;
import org.libvirt.jna.SizeT;
import org.libvirt.jna.StoragePoolPointer;
import org.libvirt.jna.StorageVolPointer;
import org.libvirt.jna.StreamPointer;

/**
 * libvirt-java's binding and the calls it lacks. See <a href="https://libvirt.org/html/">libvirt's API reference</a> for
 * what each does. Lists come back as an array of pointers that the caller frees, elements first.
 */
interface NativeLibvirt extends Libvirt {

    void virEventRegisterImpl(Callback addHandle, Callback updateHandle, Callback removeHandle, Callback addTimeout,
            Callback updateTimeout, Callback removeTimeout);

    int virGetLastErrorCode();

    int virGetLastErrorDomain();

    String virGetLastErrorMessage();

    ConnectionPointer virConnectOpenAuth(String uri, Authentication authentication, int flags);

    int virConnectListAllStoragePools(ConnectionPointer connection, PointerByReference pools, int flags);

    int virStoragePoolListAllVolumes(StoragePoolPointer pool, PointerByReference volumes, int flags);

    int virConnectListAllDomains(ConnectionPointer connection, PointerByReference domains, int flags);

    int virConnectListAllNetworks(ConnectionPointer connection, PointerByReference networks, int flags);

    int virConnectListAllSecrets(ConnectionPointer connection, PointerByReference secrets, int flags);

    int virConnectGetCPUModelNames(ConnectionPointer connection, String architecture, PointerByReference models,
            int flags);

    CString virConnectGetDomainCapabilities(ConnectionPointer connection, String emulator, String architecture,
            String machine, String type, int flags);

    CString virConnectDomainXMLToNative(ConnectionPointer connection, String format, String xml, int flags);

    CString virConnectGetStoragePoolCapabilities(ConnectionPointer connection, int flags);

    int virConnectStoragePoolEventRegisterAny(ConnectionPointer connection, StoragePoolPointer pool, int event,
            Callback callback, Pointer opaque, Callback free);

    int virConnectStoragePoolEventDeregisterAny(ConnectionPointer connection, int id);

    int virConnectDomainEventRegisterAny(ConnectionPointer connection, DomainPointer domain, int event,
            Callback callback, Pointer opaque, Callback free);

    int virConnectNetworkEventRegisterAny(ConnectionPointer connection, NetworkPointer network, int event,
            Callback callback, Pointer opaque, Callback free);

    int virConnectNetworkEventDeregisterAny(ConnectionPointer connection, int id);

    int virConnectSecretEventRegisterAny(ConnectionPointer connection, SecretPointer secret, int event,
            Callback callback, Pointer opaque, Callback free);

    int virConnectSecretEventDeregisterAny(ConnectionPointer connection, int id);

    int virConnectRegisterCloseCallback(ConnectionPointer connection, Callback callback, Pointer opaque, Callback free);

    int virConnectUnregisterCloseCallback(ConnectionPointer connection, Callback callback);

    int virDomainGetState(DomainPointer domain, IntByReference state, IntByReference reason, int flags);

    int virDomainIsActive(DomainPointer domain);

    int virDomainIsPersistent(DomainPointer domain);

    DomainPointer virDomainDefineXMLFlags(ConnectionPointer connection, String xml, int flags);

    NetworkPointer virNetworkDefineXMLFlags(ConnectionPointer connection, String xml, int flags);

    NetworkPointer virNetworkCreateXMLFlags(ConnectionPointer connection, String xml, int flags);

    int virDomainDestroyFlags(DomainPointer domain, int flags);

    int virDomainSaveFlags(DomainPointer domain, String path, String xml, int flags);

    int virDomainRestoreFlags(ConnectionPointer connection, String path, String xml, int flags);

    CString virDomainSaveImageGetXMLDesc(ConnectionPointer connection, String path, int flags);

    int virDomainListAllSnapshots(DomainPointer domain, PointerByReference snapshots, int flags);

    String virDomainSnapshotGetName(DomainSnapshotPointer snapshot);

    int virDomainSnapshotIsCurrent(DomainSnapshotPointer snapshot, int flags);

    int virDomainBlockRebase(DomainPointer domain, String disk, String base, NativeLong bandwidth, int flags);

    int virSecretSetValue(SecretPointer secret, byte[] value, NativeLong size, int flags);

    int virStreamRecvFlags(StreamPointer stream, ByteBuffer data, SizeT length, int flags);

    int virStreamRecvHole(StreamPointer stream, LongByReference length, int flags);

    int virStorageVolWipePattern(StorageVolPointer volume, int algorithm, int flags);

    /** {@code void (virConnectPtr, virStoragePoolPtr | virDomainPtr | virNetworkPtr, int event, int detail, void *)}. */
    interface LifecycleCallback extends Callback {
        void changed(Pointer connection, Pointer object, int event, int detail, Pointer opaque);
    }

    /** {@code void (virConnectPtr, virStoragePoolPtr, void *)}: a pool was refreshed. */
    interface RefreshCallback extends Callback {
        void refreshed(Pointer connection, Pointer pool, Pointer opaque);
    }

    /** {@code void (virConnectPtr, virDomainPtr, const char *, void *)}: a domain got or lost the device of that alias. */
    interface DeviceCallback extends Callback {
        void changed(Pointer connection, Pointer domain, Pointer alias, Pointer opaque);
    }

    /** {@code void (virConnectPtr, virDomainPtr, const char *, int, int, void *)}: a job on that disk of a domain. */
    interface BlockJobCallback extends Callback {
        void changed(Pointer connection, Pointer domain, Pointer disk, int type, int status, Pointer opaque);
    }

    /** {@code void (void *)}: libvirt has let go of a callback. */
    interface FreeCallback extends Callback {
        void free(Pointer opaque);
    }

    /** {@code void (virConnectPtr, int reason, void *)}. */
    interface CloseCallback extends Callback {
        void closed(Pointer connection, int reason, Pointer opaque);
    }

    /** {@code int (virConnectCredentialPtr, unsigned int count, void *)}: fills in the results, or gives -1. */
    interface CredentialCallback extends Callback {
        int ask(Pointer credentials, int count, Pointer opaque);
    }

    /** {@code virConnectAuth}. */
    @Structure.FieldOrder({"types", "count", "callback", "opaque"})
    final class Authentication extends Structure {
        public Pointer types;
        public int count;
        public CredentialCallback callback;
        public Pointer opaque;
    }

    /** {@code virConnectCredential}. libvirt frees {@code result}. */
    @Structure.FieldOrder({"type", "prompt", "challenge", "proposal", "result", "length"})
    final class Credential extends Structure {
        public int type;
        public Pointer prompt;
        public Pointer challenge;
        public Pointer proposal;
        public Pointer result;
        public int length;

        public Credential() {
        }

        Credential(Pointer place) {
            super(place);
            read();
        }
    }
}
