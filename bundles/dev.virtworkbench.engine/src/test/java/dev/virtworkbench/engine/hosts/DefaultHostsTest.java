package dev.virtworkbench.engine.hosts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefaultHostsTest {

    /** What is on the machine, for whom, and what they get. */
    @ParameterizedTest
    @CsvSource({
            "/usr/sbin/libvirtd, false, qemu:///session",
            "/usr/sbin/libvirtd, true, qemu:///system",
            "/usr/sbin/virtqemud, true, qemu:///system",
            "/opt/libvirt/sbin/virtqemud, false, qemu:///session",
            "/opt/libvirt/sbin/virtqemud, true, qemu:///system",
            "/run/libvirt/virtqemud-sock, true, qemu:///system",
            "/run/libvirt/libvirt-sock, false, test:///default",
            "/usr/bin/virsh, false, test:///default",
            "/usr/bin/virsh, true, test:///default"})
    void whereADaemonIsInstalledItsHostIsTheNewcomers(String onTheMachine, boolean root, String host) {
        String path = String.join(File.pathSeparator, "", "\"C:\\Program Files\\x\"", "no\0path", "/bin", "/opt/libvirt/sbin");
        assertEquals(host, DefaultHosts.choose(root, path, new File(onTheMachine)::equals));
    }

    @Test
    void whereTheSystemsDaemonDoesNotRunThereIsTheSimulatedHostToo() {
        assertEquals(List.of(DefaultHosts.SYSTEM, DefaultHosts.TEST), DefaultHosts.forNewcomers(DefaultHosts.SYSTEM, path -> false));
        assertEquals(List.of(DefaultHosts.SYSTEM),
                DefaultHosts.forNewcomers(DefaultHosts.SYSTEM, new File("/run/libvirt/libvirt-sock")::equals));
        assertEquals(List.of(DefaultHosts.SESSION), DefaultHosts.forNewcomers(DefaultHosts.SESSION, path -> false),
                "libvirt starts the session's daemon by itself");
    }
}
