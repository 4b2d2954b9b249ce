package dev.virtworkbench.engine.libvirt;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.ptr.PointerByReference;
import dev.virtworkbench.engine.errors.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.libvirt.jna.ConnectionPointer;

/** libvirt's calls that describe the host itself. */
public final class HostCalls {

    private final LibvirtLibrary library;
    private final NativeLibvirt calls;
    private final ConnectionPointer connection;

    HostCalls(LibvirtLibrary library, ConnectionPointer connection) {
        this.library = library;
        this.calls = library.calls();
        this.connection = connection;
    }

    public String name() throws LibvirtError {
        return library.text(calls.virConnectGetHostname(connection));
    }

    /** The version of the hypervisor, as in 7002022 for 7.2.22; empty where the driver has none. */
    public OptionalLong hypervisorVersion() throws LibvirtError {
        LongByReference version = new LongByReference();
        try {
            library.ok(calls.virConnectGetVersion(connection, version));
        } catch (LibvirtError e) {
            if (e.code() == ErrorCode.NO_SUPPORT) {
                return OptionalLong.empty();
            }
            throw e;
        }
        return version.getValue() == 0 ? OptionalLong.empty() : OptionalLong.of(version.getValue());
    }

    /** The {@code <capabilities>} document. */
    public String capabilities() throws LibvirtError {
        return library.text(calls.virConnectGetCapabilities(connection));
    }

    /** The {@code <domainCapabilities>} document of the host's usual emulator, architecture, machine and type. */
    public String domainCapabilities() throws LibvirtError {
        return library.text(calls.virConnectGetDomainCapabilities(connection, null, null, null, null, 0));
    }

    /**
     * The {@code <domainCapabilities>} document of some kind of domain; empty words for what is usual on the host.
     *
     * @param architecture as in {@code x86_64}
     * @param machine as in {@code q35}
     * @param type as in {@code kvm}
     */
    public String domainCapabilities(String architecture, String machine, String type) throws LibvirtError {
        return library.text(calls.virConnectGetDomainCapabilities(connection, null, given(architecture), given(machine), given(type), 0));
    }

    private static String given(String words) {
        return words.isEmpty() ? null : words;
    }

    /** The command line by which the host's QEMU would run a domain with that document. Nothing is made or started. */
    public String qemuCommandLine(String xml) throws LibvirtError {
        return library.text(calls.virConnectDomainXMLToNative(connection, "qemu-argv", xml, 0));
    }

    /** The {@code <storagepoolCapabilities>} document. */
    public String poolCapabilities() throws LibvirtError {
        return library.text(calls.virConnectGetStoragePoolCapabilities(connection, 0));
    }

    /** @param architecture as in {@code x86_64} */
    public List<String> cpuModels(String architecture) throws LibvirtError {
        PointerByReference array = new PointerByReference();
        int count = library.ok(calls.virConnectGetCPUModelNames(connection, architecture, array, 0));
        Pointer start = array.getValue();
        List<String> names = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Pointer name = start.getPointer((long) i * Native.POINTER_SIZE);
            names.add(name.getString(0, StandardCharsets.UTF_8.name()));
            Native.free(Pointer.nativeValue(name));
        }
        if (start != null) {
            Native.free(Pointer.nativeValue(start));
        }
        return names;
    }
}
