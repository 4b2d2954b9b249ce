package dev.virtworkbench.engine.drafts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The parts of an address are where libvirt looks for them. */
class HostAddressTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', emptyValue = "", nullValues = "-", textBlock = """
            qemu | ''  | ''    | ''        | ''   | /system  | ''            | qemu:///system
            qemu | ''  | ''    | ''        | ''   | /session | /tmp/a b/sock | qemu:///session?socket=/tmp/a%20b/sock
            qemu | ssh | root  | kvm.lan   | ''   | /system  | ''            | qemu+ssh://root@kvm.lan/system
            qemu | ssh | a@b   | kvm.lan   | 2222 | /system  | ''            | qemu+ssh://a%40b@kvm.lan:2222/system
            qemu | tls | ''    | fe80::1   | ''   | /system  | ''            | qemu+tls://[fe80::1]/system
            qemu | tcp | ''    | ' h '     | 16509| /system  | ''            | qemu+tcp://h:16509/system
            test | ''  | ''    | ''        | ''   | /default | ''            | test:///default
            """)
    void itIsWrittenAsLibvirtReadsIt(String driver, String transport, String user, String host, String port, String path,
            String socket, String uri) {
        assertEquals(uri, new HostAddress(driver, transport, user, host, port, path, socket).uri());
    }
}
