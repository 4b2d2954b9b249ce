package dev.virtworkbench.engine.real;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.virtworkbench.engine.errors.ErrorCode;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.hosts.Credentials;
import dev.virtworkbench.engine.hosts.Engine;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.hosts.HostState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A libvirtd that asks for name and password by SASL: what it asks reaches the person, and what comes of the answers. */
class RealSaslTest {

    private static final String PERSON = "me";
    private static final String PASSWORD = "it's a pass wörd";

    private static PrivateLibvirtd daemon;

    @BeforeAll
    static void start() throws IOException {
        PrivateLibvirtd.needsRoot();
        assumeTrue(Files.isExecutable(Path.of("/usr/sbin/saslpasswd2")), "SKIPPED: saslpasswd2 is not installed");
        daemon = PrivateLibvirtd.start();
        Path sasl = Files.createDirectories(daemon.folder().resolve("sasl"));
        Path people = sasl.resolve("people.db");
        Files.writeString(sasl.resolve("libvirt.conf"), "mech_list: scram-sha-256\npwcheck_method: auxprop\nauxprop_plugin: sasldb\n"
                + "sasldb_path: " + people + '\n');
        Path password = Files.writeString(sasl.resolve("password"), PASSWORD);
        daemon.run("sh", "-c", "saslpasswd2 -p -c -f \"$1\" -a libvirt " + PERSON + " <\"$2\"", "sh", people.toString(), password.toString());
        // who waits for the daemon to be ready, where it is, is let in by what stands there
        Files.writeString(daemon.folder().resolve("config/auth.conf"), "[credentials-person]\nauthname=" + PERSON + "\npassword=" + PASSWORD
                + "\n[auth-libvirt-localhost]\ncredentials=person\n");
        daemon.configure(settings -> settings.replace("auth_unix_rw = \"none\"", "auth_unix_rw = \"sasl\""));
    }

    @AfterAll
    static void stop() throws IOException {
        if (daemon != null) {
            daemon.close();
        }
    }

    @Test
    void nameAndPasswordAreAskedAndOnlyThePasswordIsSecret() {
        List<Credentials.Question> asked = new CopyOnWriteArrayList<>();
        try (Engine engine = new Engine(question -> {
            asked.add(question);
            return Optional.of(question.secret() ? PASSWORD : PERSON);
        })) {
            Host host = engine.add(daemon.uri());
            RealHost.connect(host);
            assertEquals(List.of(), host.domains().list().await());
            // on whose behalf, who, and the password
            assertEquals(List.of(false, false, true), asked.stream().map(Credentials.Question::secret).toList(), asked::toString);
            assertTrue(asked.stream().allMatch(question -> question.host().equals(daemon.uri()) && !question.prompt().isBlank()), asked::toString);
        }
    }

    @Test
    void aWrongPasswordEndsInAFailureThatIsNotTriedAgainByItself() {
        try (Engine engine = new Engine(question -> Optional.of(question.secret() ? "wrong" : PERSON))) {
            Host host = engine.add(daemon.uri());
            host.connect();
            RealHost.await(host, HostState.FAILED);
            VirtException failure = host.status().failure().orElseThrow();
            assertEquals(ErrorCode.AUTH_FAILED, failure.code(), failure::getMessage);
            assertFalse(failure.getMessage().contains("wrong"));
        }
    }

    @Test
    void whoGivesNoAnswerIsNotConnected() {
        try (Engine engine = new Engine(Credentials.NONE)) {
            Host host = engine.add(daemon.uri());
            host.connect();
            RealHost.await(host, HostState.FAILED);
            assertTrue(List.of(ErrorCode.AUTH_FAILED, ErrorCode.AUTH_CANCELLED).contains(host.status().failure().orElseThrow().code()));
        }
    }
}
