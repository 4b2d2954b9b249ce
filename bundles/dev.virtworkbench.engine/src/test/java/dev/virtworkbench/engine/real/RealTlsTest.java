package dev.virtworkbench.engine.real;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.hosts.Credentials;
import dev.virtworkbench.engine.hosts.Engine;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.hosts.HostState;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A host behind TLS, with certificates of its own: it is connected if both sides trust each other, and otherwise that is what is told. */
class RealTlsTest {

    private static final String[] KINDS = {
        "[authority]\nbasicConstraints = critical, CA:TRUE\nkeyUsage = critical, keyCertSign\n",
        "[server]\nbasicConstraints = CA:FALSE\nkeyUsage = digitalSignature, keyEncipherment\nextendedKeyUsage = serverAuth\n"
                + "subjectAltName = IP:127.0.0.1\n",
        "[client]\nbasicConstraints = CA:FALSE\nkeyUsage = digitalSignature, keyEncipherment\nextendedKeyUsage = clientAuth\n"};

    private static PrivateLibvirtd daemon;
    private static int port;

    @BeforeAll
    static void start() throws IOException {
        PrivateLibvirtd.needsRoot();
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/openssl")), "SKIPPED: openssl is not installed");
        daemon = PrivateLibvirtd.start();
        Files.writeString(at("kinds"), "[req]\ndistinguished_name = name\n[name]\n" + String.join("", KINDS));
        certificates("ours");
        certificates("theirs");
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        daemon.configure(settings -> settings + "listen_tls = 1\nlisten_tcp = 0\nlisten_addr = \"127.0.0.1\"\ntls_port = \"" + port
                + "\"\nauth_tls = \"none\"\nca_file = \"" + at("ours/cacert.pem") + "\"\ncert_file = \"" + at("ours/servercert.pem")
                + "\"\nkey_file = \"" + at("ours/serverkey.pem") + "\"\n");
    }

    @AfterAll
    static void stop() throws IOException {
        if (daemon != null) {
            daemon.close();
        }
    }

    @Test
    void whoTrustsEachOtherIsConnected() {
        try (Engine engine = new Engine(Credentials.NONE)) {
            Host host = engine.add(uri("127.0.0.1", "ours"));
            RealHost.connect(host);
            assertEquals(0, host.domains().list().await().size());
        }
    }

    @Test
    void anAuthorityThatIsNotKnownHereIsNotTrusted() {
        advised(uri("127.0.0.1", "theirs"), "verify peer's certificate");
    }

    @Test
    void aCertificateForAnotherNameIsNotTrusted() {
        advised(uri("localhost", "ours"), "verify peer's certificate");
    }

    @Test
    void withoutCertificatesHereThatIsWhatIsMissing() {
        advised(uri("127.0.0.1", "nowhere"), "nowhere/cacert.pem");
    }

    @Test
    void whoIsNotTrustedThereIsToldOfCertificates() throws IOException {
        Path mixed = Files.createDirectories(at("mixed"));
        Files.copy(at("ours/cacert.pem"), mixed.resolve("cacert.pem"));
        Files.copy(at("theirs/clientcert.pem"), mixed.resolve("clientcert.pem"));
        Files.copy(at("theirs/clientkey.pem"), mixed.resolve("clientkey.pem"));
        advised(uri("127.0.0.1", "mixed"), "");
    }

    private static void advised(String uri, String words) {
        try (Engine engine = new Engine(Credentials.NONE)) {
            Host host = engine.add(uri);
            host.connect();
            RealHost.await(host, HostState.WAITING, HostState.FAILED, HostState.CONNECTED);
            VirtException failure = host.status().failure().orElseThrow();
            assertTrue(failure.getMessage().contains(words), failure.getMessage());
            assertEquals("hint.certificate", failure.hint().orElseThrow().key(), failure.getMessage());
        }
    }

    private static String uri(String name, String certificates) {
        return "qemu+tls://" + name + ":" + port + "/system?pkipath=" + at(certificates);
    }

    private static Path at(String file) {
        return daemon.folder().resolve(file);
    }

    /** An authority, and certificates of it for a server and a client, named as libvirt wants them. */
    private static void certificates(String folder) throws IOException {
        Files.createDirectories(at(folder));
        certificate(folder, "ca", "authority");
        certificate(folder, "server", "server", "-CA", at(folder + "/cacert.pem").toString(), "-CAkey", at(folder + "/cakey.pem").toString());
        certificate(folder, "client", "client", "-CA", at(folder + "/cacert.pem").toString(), "-CAkey", at(folder + "/cakey.pem").toString());
    }

    private static void certificate(String folder, String name, String kind, String... signed) throws IOException {
        String[] own = {"openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-noenc", "-days", "2",
            "-config", at("kinds").toString(), "-extensions", kind, "-subj", "/CN=" + folder + " " + name,
            "-keyout", at(folder + "/" + name + "key.pem").toString(), "-out", at(folder + "/" + name + "cert.pem").toString()};
        String[] all = Stream.concat(Stream.of(own), Stream.of(signed)).toArray(String[]::new);
        daemon.run(all);
    }
}
