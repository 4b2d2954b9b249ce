package dev.virtworkbench.engine.libvirt;

import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import dev.virtworkbench.engine.errors.ErrorCode;
import java.util.List;
import java.util.UUID;
import org.libvirt.jna.ConnectionPointer;
import org.libvirt.jna.SecretPointer;
import org.libvirt.jna.SizeTByReference;

/** libvirt's calls for secrets. Their values are written here; none is read but to learn that it is there. */
public final class SecretCalls {

    private final LibvirtLibrary library;
    private final NativeLibvirt calls;
    private final ConnectionPointer connection;

    SecretCalls(LibvirtLibrary library, ConnectionPointer connection) {
        this.library = library;
        this.calls = library.calls();
        this.connection = connection;
    }

    /**
     * A secret as libvirt describes it.
     *
     * @param usage what it is for; empty where nothing is named
     * @param xml its document, which has no value in it
     */
    public record Details(UUID uuid, String usage, String xml) { }

    /** All secrets. One that vanishes meanwhile is left out. */
    public List<Details> list() throws LibvirtError {
        return library.list(array -> calls.virConnectListAllSecrets(connection, array, 0), SecretPointer::new, this::details,
                calls::virSecretFree);
    }

    public String xml(UUID secret) throws LibvirtError {
        return with(secret, pointer -> library.text(calls.virSecretGetXMLDesc(pointer, 0)));
    }

    /** @param flags 0 or VIR_SECRET_DEFINE_VALIDATE (1), which libvirt knows since 7.7.0 */
    public Details define(String xml, int flags) throws LibvirtError {
        return take(calls.virSecretDefineXML(connection, xml, flags), this::details);
    }

    public void undefine(UUID secret) throws LibvirtError {
        with(secret, pointer -> library.ok(calls.virSecretUndefine(pointer)));
    }

    public void setValue(UUID secret, byte[] value) throws LibvirtError {
        with(secret, pointer -> library.ok(calls.virSecretSetValue(pointer, value, new NativeLong(value.length), 0)));
    }

    /**
     * Whether a secret has a value. libvirt has no question for that: the value itself comes, and is overwritten before it is freed.
     *
     * @throws LibvirtError of a private secret, whose value libvirt hands to nobody
     */
    public boolean hasValue(UUID secret) throws LibvirtError {
        return with(secret, pointer -> {
            SizeTByReference size = new SizeTByReference();
            Pointer value = calls.virSecretGetValue(pointer, size, 0);
            if (value == null) {
                LibvirtError why = library.lastError();
                if (why.code() == ErrorCode.NO_SECRET) {
                    return false;
                }
                throw why;
            }
            value.clear(size.getValue());
            Native.free(Pointer.nativeValue(value));
            return true;
        });
    }

    private <T> T with(UUID secret, Handle<SecretPointer, T> use) throws LibvirtError {
        return take(calls.virSecretLookupByUUIDString(connection, secret.toString()), use);
    }

    private <T> T take(SecretPointer pointer, Handle<SecretPointer, T> use) throws LibvirtError {
        library.ok(pointer);
        try {
            return use.use(pointer);
        } finally {
            calls.virSecretFree(pointer);
        }
    }

    private Details details(SecretPointer secret) throws LibvirtError {
        byte[] uuid = new byte[Uuids.BYTES];
        library.ok(calls.virSecretGetUUIDString(secret, uuid));
        String usage = calls.virSecretGetUsageID(secret);
        return new Details(Uuids.of(uuid), usage == null ? "" : usage, library.text(calls.virSecretGetXMLDesc(secret, 0)));
    }
}
