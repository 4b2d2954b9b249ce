package dev.virtworkbench.engine.real;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.hosts.Credentials;
import dev.virtworkbench.engine.hosts.Engine;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.hosts.HostState;
import dev.virtworkbench.engine.images.Conversion;
import dev.virtworkbench.engine.images.Image;
import dev.virtworkbench.engine.images.NewImage;
import dev.virtworkbench.engine.images.Passphrase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A host behind {@code ssh}: what ssh asks reaches the front end. The ssh here asks as the real one does and then runs the other
 * side's command on this machine, where it finds the daemon of the test in the system's place.
 */
class RealSshTest {

    /** It sorts before others. */
    private static final String ODD = " a,\n-b 'c' \"$(reboot)\" 映像\\ ";

    private static final String SECRET = "it's $(a) \"pass\" & wörd";

    private static PrivateLibvirtd daemon;

    @BeforeAll
    static void start() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/virt-ssh-helper")), "SKIPPED: virt-ssh-helper is not installed");
        PrivateLibvirtd.needsRoot();
        daemon = PrivateLibvirtd.start();
        script("right answer", SECRET);
    }

    private static void script(String name, String answer) throws IOException {
        Path script = daemon.folder().resolve(name);
        Files.writeString(script, """
                #!/bin/sh
                trust=$("$SSH_ASKPASS" "Are you sure you want to continue connecting (yes/no/[fingerprint])? ") || exit 255
                [ "$trust" = yes ] || exit 255
                answer=$("$SSH_ASKPASS" "me@there's password: ") || exit 255
                [ "$answer" = %s ] || exit 255
                while [ "$1" != -- ]; do shift; done
                shift 2
                exec unshare --mount sh -c '
                    mount -t tmpfs none /run && mkdir /run/libvirt && ln -s "$1" /run/libvirt/libvirt-sock && exec sh -c "$2"
                ' there %s "$*"
                """.formatted("'" + answer.replace("'", "'\\''") + "'", daemon.folder().resolve("run/libvirt-sock")));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    }

    @AfterAll
    static void stop() throws IOException {
        if (daemon != null) {
            daemon.close();
        }
    }

    private static String uri(String ssh) {
        return "qemu+ssh://there/system?proxy=native&command=" + daemon.folder().resolve(ssh).toString().replace(" ", "%20");
    }

    @Test
    void whatSshAsksReachesThePersonAndItsAnswerReachesSsh() {
        List<Credentials.Question> asked = new CopyOnWriteArrayList<>();
        try (Engine engine = new Engine(question -> {
            asked.add(question);
            return Optional.of(question.secret() ? SECRET : "yes");
        })) {
            Host host = engine.add(uri("right answer"));
            RealHost.connect(host);
            assertEquals(List.of(), host.domains().list().await());
            assertEquals(List.of(
                    new Credentials.Question(host.uri(), "Are you sure you want to continue connecting (yes/no/[fingerprint])?", "", false),
                    new Credentials.Question(host.uri(), "me@there's password:", "", true)), asked);
        }
    }

    @Test
    void imagesThereAreWorkedOnByItsOwnProgramsAndThePersonIsAskedOnce() throws Exception {
        List<Credentials.Question> asked = new CopyOnWriteArrayList<>();
        Path folder = Files.createDirectory(daemon.folder().resolve("images 'there'"));
        try (Engine engine = new Engine(question -> {
            asked.add(question);
            return Optional.of(question.secret() ? SECRET : "yes");
        })) {
            Host host = engine.add(uri("right answer"));
            RealHost.connect(host);
            asked.clear();
            Passphrase first = new Passphrase("it's \\one");
            NewImage plan = new NewImage(folder.resolve(ODD).toString(), "qcow2").with("encrypt.format", "luks")
                    .with("encrypt.iter-time", "10").encrypted(first);
            host.images().create(plan, ImagesOnHost.MIB).await();
            NewImage other = new NewImage(folder.resolve("second").toString(), "luks").with("iter-time", "10").encrypted(new Passphrase("two"));
            host.images().convert(plan.image(), other, Conversion.PLAIN).await();
            assertTrue(host.images().compare(plan.image(), other.image(), false).await().same());
            assertEquals(List.of(ODD, "second"), ImagesOnHost.names(folder));
            assertEquals(2, asked.size(), asked.toString());
            Path big = folder.resolve("big");
            ImagesOnHost.run("qemu-img", "create", "-q", "-f", "raw", "-o", "preallocation=full", big.toString(), "256M");
            engine.jobs().addListener(job -> {
                if (job.operation() == Operation.IMAGE_CONVERT && job.fraction().orElse(0) > 0) {
                    job.cancel();
                }
            });
            assertThrows(CancellationException.class, () -> host.images().convert(new Image(big.toString(), "raw"),
                    new NewImage(folder.resolve("third").toString(), "raw").with("preallocation", "full"), Conversion.PLAIN).await());
            assertEquals(List.of(ODD, "big", "second"), ImagesOnHost.names(folder));
        }
    }

    @Test
    void whoDoesNotAnswerIsNotConnectedAndNotAskedAgain() {
        try (Engine engine = new Engine(Credentials.NONE)) {
            Host host = engine.add(uri("right answer"));
            host.connect();
            RealHost.await(host, HostState.FAILED);
            assertTrue(host.status().failure().isPresent());
        }
    }

    /** Alone: what other processes do over ssh is in the same folder. */
    @Test
    @Tag("timed")
    void nothingIsLeftBehind() throws IOException {
        Set<Path> before = temporary();
        try (Engine engine = new Engine(question -> Optional.of(question.secret() ? "wrong" : "yes"))) {
            Host host = engine.add(uri("right answer"));
            host.connect();
            RealHost.await(host, HostState.FAILED);
            host.disconnect();
        }
        Set<Path> left = temporary();
        left.removeAll(before);
        assertEquals(Set.of(), left);
    }

    private static Set<Path> temporary() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("virt-workbench-ssh")).collect(Collectors.toSet());
        }
    }
}
