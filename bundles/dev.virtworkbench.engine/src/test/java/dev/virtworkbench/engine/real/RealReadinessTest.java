package dev.virtworkbench.engine.real;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.hosts.Credentials;
import dev.virtworkbench.engine.hosts.Engine;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.hosts.Readiness;
import dev.virtworkbench.engine.hosts.Readiness.Backend;
import dev.virtworkbench.engine.hosts.Readiness.Elevation;
import dev.virtworkbench.engine.hosts.Readiness.Machine;
import dev.virtworkbench.engine.hosts.Readiness.Presence;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What hosts are ready for: this one, and one over ssh. */
class RealReadinessTest {

    private static String advice(Readiness readiness) {
        return readiness.advice().stream().map(line -> line.in(Locale.ENGLISH)).collect(Collectors.joining("\n"));
    }

    @Test
    void thisMachineIsLookedAtWithItsOwnPrograms() throws IOException {
        try (PrivateLibvirtd daemon = PrivateLibvirtd.start(); Engine engine = new Engine(Credentials.NONE)) {
            Host host = engine.add(daemon.uri());
            RealHost.connect(host);
            Readiness readiness = host.readiness().await();
            assertTrue(readiness.libvirt().matches("\\d+\\.\\d+\\.\\d+"), readiness.libvirt());
            assertTrue(readiness.hypervisor().isPresent());
            Map<String, Backend> backends = readiness.backends().stream().collect(Collectors.toMap(Backend::type, Function.identity()));
            assertTrue(backends.get("dir").supported());
            Machine machine = readiness.machine().orElseThrow();
            assertEquals(System.getProperty("user.name"), machine.user());
            assertTrue(machine.program("qemu-img").orElseThrow().version().startsWith("qemu-img version "));
            assertEquals(System.getProperty("os.version"), machine.kernel());
            // each of them tells its version in another way
            assertTrue(machine.program("mkfs.ext4").orElseThrow().version().startsWith("mke2fs 1."), machine.toString());
            assertTrue(machine.program("scrub").orElseThrow().version().startsWith("scrub version "), machine.toString());
            assertTrue(machine.program("mkfs.vfat").orElseThrow().path().isPresent());
            for (String type : List.of("sheepdog", "vstorage", "rbd", "gluster", "zfs")) {
                assertTrue(backends.containsKey(type), type + " in " + backends.keySet());
            }
            backends.values().stream().filter(backend -> !backend.supported()).forEach(backend ->
                    assertTrue(advice(readiness).contains(backend.type()), advice(readiness)));
        }
    }

    @Test
    void aMachineOverSshIsLookedAtThere() throws IOException {
        StorageMachine there = StorageMachine.get();
        Readiness readiness = there.host().readiness().await();
        Machine machine = readiness.machine().orElseThrow();
        assertTrue(machine.system().startsWith("Debian"), machine.system());
        assertEquals(Elevation.ROOT, machine.elevation());
        assertEquals("root", machine.user());
        assertEquals(List.of("root"), machine.groups());
        for (String program : List.of("qemu-img", "lvm", "parted", "showmount", "mount.nfs", "iscsiadm", "multipath", "vmlinuz")) {
            assertTrue(machine.program(program).orElseThrow().path().isPresent(), program);
        }
        assertEquals(Presence.WORKING, machine.module("dm_multipath").orElseThrow().presence());
        assertFalse(machine.module("iscsi_tcp").orElseThrow().presence() == Presence.MISSING);
        assertTrue(machine.program("guestfish").orElseThrow().path().isEmpty());
        assertTrue(advice(readiness).contains("Install the package libguestfs-tools on the host for looking inside images: it has guestfish"),
                advice(readiness));
        assertTrue(advice(readiness).contains("libvirt-daemon-driver-storage-rbd"), advice(readiness));
        assertFalse(advice(readiness).contains("lvm2"), advice(readiness));
    }

    @Test
    void whereProgramsCannotBeRunLibvirtAloneTells() {
        try (Engine engine = new Engine(Credentials.NONE)) {
            Host host = engine.add("test:///default");
            RealHost.connect(host);
            Readiness readiness = host.readiness().await();
            assertTrue(readiness.machine().isEmpty());
            assertTrue(readiness.libvirt().matches("\\d+\\.\\d+\\.\\d+"), readiness.libvirt());
            assertEquals(List.of(), readiness.advice());
        }
    }
}
