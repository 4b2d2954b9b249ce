package dev.virtworkbench.engine.real;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.commands.Rights;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.hosts.Credentials;
import dev.virtworkbench.engine.hosts.Engine;
import dev.virtworkbench.engine.images.Image;
import dev.virtworkbench.engine.images.Passphrase;
import dev.virtworkbench.engine.inside.Copied;
import dev.virtworkbench.engine.inside.Entry;
import dev.virtworkbench.engine.inside.GuestPath;
import dev.virtworkbench.engine.inside.Head;
import dev.virtworkbench.engine.inside.Inside;
import dev.virtworkbench.engine.inside.Look;
import dev.virtworkbench.engine.inside.Stage;
import dev.virtworkbench.engine.inside.Survey;
import dev.virtworkbench.engine.jobs.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Looks inside images, by the installed libguestfs. An appliance takes long to start: one test asks all that can be asked of one, as root
 * and over ssh where this machine lets it.
 */
@Timeout(600)
class RealInsideTest {

    private static final String PASSPHRASE = "open \"sesame\" 线";

    private static Path folder;
    private static Path disk;
    private static Image overlay;

    private final Engine engine = new Engine(Credentials.NONE);
    private final List<String> commands = new ArrayList<>();
    private Look look;

    @BeforeAll
    static void make() throws IOException {
        PrivateLibvirtd.needsAppliance();
        folder = Files.createTempDirectory("inside");
        // for the users of a host, too
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        ImagesOnHost.run("sh", PrivateLibvirtd.script("guest-image.sh", folder).toString(), folder.toString(), PASSPHRASE);
        disk = folder.resolve("guest.raw");
        overlay = new Image(folder.resolve("over, lay's.qcow2").toString(), "qcow2");
        ImagesOnHost.run("qemu-img", "create", "-q", "-f", "qcow2", "-b", disk.toString(), "-F", "raw", "--", overlay.path());
    }

    @AfterAll
    static void remove() throws IOException {
        if (folder != null) {
            ImagesOnHost.run("rm", "-rf", folder.toString());
        }
    }

    @BeforeEach
    void begin() {
        engine.echo().addListener(command -> commands.add(command.shell()));
        look = look(overlay);
    }

    /** Most images are root's alone: a host that is reached over ssh by somebody who may become root, with such images. */
    private Inside asRootOverSsh() throws IOException {
        Path lists = Files.createDirectory(folder.resolve("users"));
        Inside inside = engine.add(OtherUsers.in(lists, "unasked").uri("carol")).inside();
        for (Path image : List.of(disk, Path.of(overlay.path()))) {
            Files.setPosixFilePermissions(image, PosixFilePermissions.fromString("rw-------"));
        }
        VirtException refused = assertThrows(VirtException.class, () -> inside.look(overlay).survey(stage -> { }).await());
        assertTrue(refused.getMessage().contains("Permission denied") && refused.hint().isPresent(), refused.getMessage());
        return inside.as(Rights.SUDO);
    }

    @AfterEach
    void end() {
        look.close();
        engine.close();
        // comes back at once, and has guestfish clear away
        until(() -> ours().isEmpty());
    }

    private Look look(Image image) {
        return engine.add("qemu:///session").inside().look(image);
    }

    @Test
    void allThatIsInsideIsToldAndNothingIsWritten() throws Exception {
        byte[] before = Files.readAllBytes(disk);
        byte[] top = Files.readAllBytes(Path.of(overlay.path()));
        if (OtherUsers.possible()) {
            look = asRootOverSsh().look(overlay);
        }
        List<Stage> stages = new ArrayList<>();
        Survey survey = look.survey(stages::add).await();

        assertEquals(Optional.of("gpt"), survey.table());
        assertEquals(List.of("vfat", "ext4", "crypto_LUKS"), survey.partitions().stream().map(Survey.Partition::holds).toList());
        assertEquals(List.of(1, 2, 3), survey.partitions().stream().map(Survey.Partition::number).toList());
        assertEquals(17 << 20, survey.partitions().get(1).start());
        assertEquals(48 << 20, survey.partitions().get(1).size());
        assertEquals(Files.size(disk), survey.size());
        Survey.FileSystem root = survey.fileSystem("/dev/sda2").orElseThrow();
        assertEquals(List.of("ext4", "system", "11111111-2222-3333-4444-555555555555"), List.of(root.type(), root.label(), root.uuid()));
        assertTrue(root.browsable() && root.space().orElseThrow().free() > 20 << 20 && root.space().orElseThrow().used() > 3_000_000, root.toString());
        assertEquals("BOOT", survey.fileSystem("/dev/sda1").orElseThrow().label());
        Survey.FileSystem locked = survey.fileSystem("/dev/sda3").orElseThrow();
        assertTrue(locked.locked() && !locked.browsable(), locked.toString());
        Survey.GuestSystem system = survey.systems().getFirst();
        assertEquals(List.of("/dev/sda2", "linux", "debian", "Debian 12.5", "12.5", "guest-one"), List.of(system.root(), system.type(),
                system.distribution(), system.product(), system.version(), system.hostname()));
        assertEquals(Map.of("/", "/dev/sda2", "/boot", "/dev/sda1"), system.mountPoints());
        assertEquals(List.of(Stage.PARTITIONS, Stage.SYSTEMS, Stage.FILE_SYSTEMS), stages.subList(stages.size() - 3, stages.size()));
        assertEquals(survey.slow().isPresent(), stages.contains(Stage.EMULATED_APPLIANCE));
        assertTrue(commands.getLast().contains("guestfish --ro") && commands.getLast().contains("--format=qcow2"), commands.toString());

        namesAreWhatTheGuestCallsThem();
        filesAreViewed();
        filesAreCopiedOut();
        aPassphraseOpensWhatIsLocked();
        assertArrayEquals(before, Files.readAllBytes(disk));
        assertArrayEquals(top, Files.readAllBytes(Path.of(overlay.path())));

        kill();
        until(() -> ours().isEmpty());
        assertEquals("Nobody knows.", view(only(look.list(GuestPath.root(unlocked())).await(), "diary")), "it is started and unlocked anew");
    }

    private String unlocked() {
        return "/dev/mapper/unlocked_dev_sda3";
    }

    private List<Entry> home() {
        return look.list(GuestPath.root("/dev/sda2").child("home")).await();
    }

    private void namesAreWhatTheGuestCallsThem() {
        Map<String, Entry> home = home().stream().collect(Collectors.toMap(entry -> entry.path().shownName(), Function.identity()));
        String digits = "%0240d".formatted(7);
        assertEquals(List.of("-rf", digits, "a b", "bad\ufffd\ufffdname", "deep", "line\nbreak", "link", "odd 'link'", "pipe", "} [0] = {", "线 索.txt"),
                home.keySet().stream().sorted().toList());
        assertEquals("-rwsr-xr-x", home.get("-rf").modeText());
        assertEquals(Entry.Type.FOLDER, home.get("a b").type());
        assertEquals(Entry.Type.PIPE, home.get("pipe").type());
        assertEquals(Optional.of("../etc/hostname"), home.get("link").link());
        assertEquals(Optional.of("no\nwhere"), home.get("odd 'link'").link());
        assertEquals(Instant.parse("2024-02-29T12:00:00Z"), home.get("线 索.txt").modified());
        assertEquals(1, home.get("line\nbreak").size());
        Entry wild = look.list(home.get("a b").path()).await().getFirst();
        assertEquals("/home/a b/it's \"q\", \\ and -x", wild.path().shown());
        assertEquals("hallo", view(wild));
        for (String name : home.keySet()) {
            if (home.get(name).type() == Entry.Type.FILE) {
                assertEquals(1, view(home.get(name)).length(), name);
            }
        }
        VirtException refused = assertThrows(VirtException.class, () -> look.list(GuestPath.root("/dev/sda2").child("nothing")).await());
        assertTrue(refused.getMessage().contains("No such file"), refused.getMessage());
    }

    private void filesAreViewed() {
        List<Entry> deep = look.list(GuestPath.root("/dev/sda2").child("home").child("deep")).await();
        Head large = look.head(only(deep, "large"), 1000).await();
        assertEquals(1000, large.bytes().length);
        assertFalse(large.whole());
        assertEquals("", view(only(deep, "empty")));
        Head binary = look.head(look.list(only(deep, "er").path()).await().getFirst(), 1000).await();
        assertEquals(Optional.empty(), binary.text());
        assertEquals("00000000   00 01 02 62 69 6e 61 72  79 ff                    |...binary.|\n", binary.hex(1000));
        assertThrows(VirtException.class, () -> look.head(only(home(), "pipe"), 10).await());
    }

    private void filesAreCopiedOut() throws IOException {
        Path target = Files.createDirectory(folder.resolve("target"));
        Copied copied = look.copyOut(home(), target, false).await();
        assertEquals(List.of("-rf", "%0240d".formatted(7), "a b", "deep", "line\nbreak", "link", "odd 'link'", "} [0] = {", "线 索.txt"),
                ImagesOnHost.names(target).stream().sorted().toList());
        assertEquals(List.of("/home/bad\ufffd\ufffdname: this machine has no such names", "/home/pipe: a pipe"),
                copied.left().stream().map(left -> left.in(Locale.ENGLISH)).toList());
        assertEquals(3_000_000, Files.size(target.resolve("deep/large")));
        assertEquals("hallo", Files.readString(target.resolve("a b/it's \"q\", \\ and -x")));
        assertEquals(Path.of("../etc/hostname"), Files.readSymbolicLink(target.resolve("link")));
        assertEquals(Instant.parse("2024-02-29T12:00:00Z"), Files.getLastModifiedTime(target.resolve("-rf")).toInstant());

        Files.writeString(target.resolve("-rf"), "mine");
        List<Entry> one = List.of(only(home(), "-rf"));
        VirtException exists = assertThrows(VirtException.class, () -> look.copyOut(one, target, false).await());
        assertTrue(exists.getMessage().contains("is there already"), exists.getMessage());
        assertEquals("mine", Files.readString(target.resolve("-rf")));
        look.copyOut(one, target, true).await();
        assertEquals("3", Files.readString(target.resolve("-rf")));
        assertThrows(VirtException.class, () -> look.copyOut(List.of(only(home(), "deep")), target, true).await());
        assertEquals(9, ImagesOnHost.names(target).size());
    }

    private void aPassphraseOpensWhatIsLocked() {
        VirtException wrong = assertThrows(VirtException.class, () -> look.unlock("/dev/sda3", new Passphrase("!touch /tmp/no"), stage -> { }).await());
        assertTrue(wrong.getMessage().contains("No key available") && wrong.getMessage().contains("Check the passphrase"), wrong.getMessage());
        assertFalse(wrong.getMessage().contains("touch"), wrong.getMessage());
        Survey open = look.unlock("/dev/sda3", new Passphrase(PASSPHRASE), stage -> { }).await();
        assertEquals(Optional.empty(), open.fileSystem("/dev/sda3"));
        Survey.FileSystem diaries = open.fileSystem(unlocked()).orElseThrow();
        assertEquals(List.of("ext4", "diaries"), List.of(diaries.type(), diaries.label()));
        assertEquals("Nobody knows.", view(only(look.list(GuestPath.root(diaries.device())).await(), "diary")));
        assertTrue(commands.stream().noneMatch(command -> command.contains("sesame")), commands.toString());
    }

    private String view(Entry file) {
        Head head = look.head(file, 1 << 20).await();
        assertTrue(head.whole());
        return head.text().orElseThrow();
    }

    private static Entry only(List<Entry> entries, String name) {
        return entries.stream().filter(entry -> entry.path().shownName().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void cancelledItLeavesNothingRunning() throws Exception {
        CountDownLatch starting = new CountDownLatch(1);
        Job<Survey> job = look.survey(stage -> starting.countDown());
        starting.await();
        until(() -> !ours().isEmpty());
        job.cancel();
        assertThrows(CancellationException.class, job::await);
        assertEquals(List.of(), ours());
    }

    @Test
    void whoKillsItIsTold() {
        Job<Survey> job = look.survey(stage -> { });
        // the first may be at its end already, if it could not use KVM
        until(() -> {
            kill();
            return job.state().finished();
        });
        VirtException killed = assertThrows(VirtException.class, job::await);
        assertTrue(killed.getMessage().contains("guestfish was killed on the host, by signal 9"), killed.getMessage());
    }

    @Test
    void aDamagedImageIsToldInTheWordsOfWhoFoundOut() throws IOException {
        Path damaged = Files.writeString(folder.resolve("damaged.qcow2"), "QFI\u00fb and nothing more");
        VirtException failure = assertThrows(VirtException.class, () -> look(new Image(damaged.toString(), "qcow2")).survey(stage -> { }).await());
        assertTrue(failure.getMessage().contains("guestfish says") && failure.getMessage().contains("qcow2"), failure.getMessage());
        VirtException missing = assertThrows(VirtException.class,
                () -> look(new Image(folder.resolve("missing").toString(), "raw")).survey(stage -> { }).await());
        assertTrue(missing.getMessage().contains("No such file"), missing.getMessage());
        VirtException encrypted = assertThrows(VirtException.class, () -> look(overlay.with(new Passphrase("x"))).survey(stage -> { }).await());
        assertTrue(encrypted.getMessage().contains("QEMU itself encrypts"), encrypted.getMessage());
    }

    /** A host over ssh that has nothing but a shell and what is in every system. */
    @Test
    void whereLibguestfsIsMissingItsPackageIsNamed() throws IOException {
        Path programs = Files.createDirectory(folder.resolve("programs"));
        for (String name : List.of("sh", "env", "mktemp", "mkfifo", "cat", "sleep", "rm")) {
            Files.createSymbolicLink(programs.resolve(name), Path.of("/bin", name));
        }
        Path ssh = Files.writeString(folder.resolve("ssh"), """
                #!/bin/sh
                while [ "$1" != -- ]; do shift; done
                shift 2
                PATH=%s exec sh -c "$*"
                """.formatted(programs));
        Files.setPosixFilePermissions(ssh, PosixFilePermissions.fromString("rwx------"));
        VirtException failure = assertThrows(VirtException.class, () -> engine.add("qemu+ssh://there/system?command=" + ssh).inside().look(overlay)
                .survey(stage -> { }).await());
        assertTrue(failure.getMessage().contains("no program guestfish") && failure.getMessage().contains("libguestfs-tools"), failure.getMessage());
    }

    private static void until(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    private static void kill() {
        ProcessHandle.allProcesses().filter(process -> process.info().command().filter(command -> command.endsWith("/guestfish")).isPresent()
                && process.info().commandLine().filter(line -> line.contains(folder.toString())).isPresent()).forEach(ProcessHandle::destroyForcibly);
    }

    /** The processes that work on images of this test. */
    private static List<String> ours() {
        return ProcessHandle.allProcesses().flatMap(process -> process.info().commandLine().stream())
                .filter(line -> folder != null && line.contains(folder.toString())).map(line -> line.replaceFirst("(?s) -c folder=.*", " …")).toList();
    }
}
