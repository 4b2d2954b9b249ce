package dev.virtworkbench.engine.libvirt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.hosts.Credentials;
import dev.virtworkbench.engine.hosts.Engine;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.hosts.HostState;
import dev.virtworkbench.engine.real.RealHost;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Where libvirt's client library is not installed a host says so, and what to install; it does not try again by itself. */
class LibvirtMissingTest {

    @Test
    void aHostSaysWhatToInstall() throws IOException, InterruptedException {
        List<String> said = connectWithout();
        assertEquals("FAILED", said.get(0));
        assertEquals("missing.why", said.get(1));
        assertTrue(said.get(2).startsWith("missing.") && !said.get(2).equals("missing.why"), said::toString);
        assertTrue(said.get(3).contains("virt-that-is-nowhere"), said::toString);
    }

    /** In a JVM of its own, as one that has loaded the library keeps it. */
    private static List<String> connectWithout() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-Dvirtworkbench.libvirt=virt-that-is-nowhere",
                "-cp", System.getProperty("java.class.path"), Connecting.class.getName()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        List<String> said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        assertEquals(0, process.waitFor());
        return said;
    }

    /** What that JVM does: connects and prints how it ended. */
    static final class Connecting {

        public static void main(String[] none) {
            Locale.setDefault(Locale.ENGLISH);
            try (Engine engine = new Engine(Credentials.NONE)) {
                Host host = engine.add("test:///default");
                host.connect();
                RealHost.await(host, HostState.FAILED);
                var failure = host.status().failure().orElseThrow();
                System.out.println(host.status().state());
                System.out.println(failure.why().key());
                System.out.println(failure.hint().orElseThrow().key());
                System.out.println(failure.getCause().getMessage().replace('\n', ' '));
            }
        }
    }
}
