package dev.virtworkbench.ui.tests.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.domains.Domain;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.ui.tests.driver.FileChooser;
import dev.virtworkbench.ui.tests.driver.FreshWorkbench;
import dev.virtworkbench.ui.tests.driver.Screenshots;
import dev.virtworkbench.ui.tests.driver.Ui;
import dev.virtworkbench.ui.tests.driver.Widgets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.console.ConsolePlugin;
import org.eclipse.ui.console.IConsoleConstants;
import org.eclipse.ui.console.IConsoleView;
import org.eclipse.ui.console.TextConsole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The actions on domains and networks reach QEMU and libvirt, and the console tells how {@code virsh} does the same. */
class RealDomainActionsTest extends OnRealHost {

    /** A folder on the PATH of the tests, for programs that stand for others. */
    private static final Path PROGRAMS = Path.of(System.getProperty("virtworkbench.programs"));
    private static final String GUEST = "<domain type='qemu'><name>guest</name><memory unit='MiB'>64</memory>"
            + "<os><type arch='x86_64' machine='pc'>hvm</type></os><features><acpi/></features>"
            + "<devices><graphics type='vnc'/></devices></domain>";

    private Tree tree;

    @BeforeEach
    void start() throws IOException {
        tree = LiveEditor.tree();
    }

    private TreeItem select(String... path) {
        return Widgets.select(tree, path);
    }

    private Domain startGuest() {
        Domain guest = host.domains().define(GUEST, true).await();
        guest.start().await();
        return guest;
    }

    private String state() throws IOException {
        return daemon.run("virsh", "-c", daemon.uri(), "domstate", "guest").strip();
    }

    /** Waits until the console has the {@code virsh} command with those last words. */
    private void awaitEcho(String words) {
        Ui.await("virsh " + words, () -> Arrays.stream(ConsolePlugin.getDefault().getConsoleManager().getConsoles())
                .filter(TextConsole.class::isInstance).map(console -> ((TextConsole) console).getDocument().get())
                .anyMatch(text -> text.lines().anyMatch(line -> line.startsWith("virsh -c ") && line.contains(daemon.uri())
                        && line.endsWith(' ' + words))));
    }

    @Test
    @Tag(Screenshots.TAG)
    void aDomainIsStartedSuspendedResumedRebootedShutDownAndForcedOff() throws IOException {
        host.domains().define(GUEST, true).await();
        TreeItem row = select(daemon.uri(), "Domains", "guest");
        Widgets.contextMenu(tree, "Start");
        Ui.await("running domain", () -> row.getText().endsWith("running"));
        awaitEcho("start guest");
        Widgets.contextMenu(tree, "Suspend");
        Ui.await("paused domain", () -> row.getText().endsWith("paused"));
        assertEquals("paused", state());
        awaitEcho("suspend guest");
        Widgets.contextMenu(tree, "Resume");
        Ui.await("running domain again", () -> row.getText().endsWith("running"));
        awaitEcho("resume guest");
        Widgets.contextMenu(tree, "Start with Host");
        awaitEcho("autostart guest");
        // a guest without a system hears the power button and does nothing
        Widgets.contextMenu(tree, "Reboot");
        awaitEcho("reboot guest");
        Widgets.contextMenu(tree, "Shut Down");
        awaitEcho("shutdown guest");
        assertEquals("running", state());
        Widgets.contextMenu(tree, "Force Off…");
        Widgets.press(Widgets.button(Widgets.shell("Force Off"), "Force Off"));
        Ui.await("domain that is shut off", () -> row.getText().endsWith("shut off"));
        assertEquals("shut off", state());
        awaitEcho("destroy guest");
        FreshWorkbench.view(IConsoleConstants.ID_CONSOLE_VIEW, IConsoleView.class);
        Ui.settle();
        Screenshots.take("virsh-console");
    }

    @Test
    void theConsoleIsVirtViewersWithHostAndDomain() throws IOException {
        Domain guest = startGuest();
        Path said = daemon.folder().resolve("said");
        Path viewer = program("virt-viewer", "printf '%s\\n' \"$@\" >'" + said + ".new' && mv '" + said + ".new' '" + said + "'");
        try {
            select(daemon.uri(), "Domains", "guest");
            Widgets.contextMenu(tree, "Console");
            Ui.await("started viewer", () -> Files.exists(said));
            assertEquals(List.of("--connect", daemon.uri(), guest.uuid().toString()), Files.readAllLines(said));
        } finally {
            Files.delete(viewer);
        }
    }

    @Test
    @Tag(Screenshots.TAG)
    void whyAViewerFailedIsTold() throws IOException {
        startGuest();
        Path viewer = program("virt-viewer", "echo 'cannot open display: :99'; exit 1");
        try {
            select(daemon.uri(), "Domains", "guest");
            Widgets.contextMenu(tree, "Console");
            Shell told = Widgets.shell("Open Console");
            Widgets.find(told, Label.class, "the viewer's words", label -> label.getText().contains("cannot open display: :99")
                    && label.getText().contains("guest"));
            Screenshots.take("console-failed");
        } finally {
            Files.delete(viewer);
        }
    }

    private static Path program(String name, String script) throws IOException {
        Files.createDirectories(PROGRAMS);
        Path file = Files.writeString(PROGRAMS.resolve(name), "#!/bin/sh\n" + script + '\n');
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void theScreenOfARunningDomainIsSavedAsPng() throws IOException {
        startGuest();
        select(daemon.uri(), "Domains", "guest");
        Widgets.contextMenu(tree, "Screenshot");
        IEditorPart editor = Ui.find("editor with the picture", () -> Arrays.stream(FreshWorkbench.page().getEditorReferences())
                .filter(reference -> reference.getName().startsWith("guest ")).map(reference -> reference.getEditor(true)).findFirst());
        Path file = daemon.folder().resolve("guest.png");
        Ui.start(editor::doSaveAs);
        FileChooser.save("Save Screenshot of", file);
        Ui.await("saved picture", () -> Files.exists(file) && Files.size(file) > 0);
        ImageData picture = Ui.get(() -> new ImageData(file.toString()));
        assertTrue(picture.width >= 640 && picture.height >= 350, () -> picture.width + " by " + picture.height);
    }

    @Test
    void aNetworkIsUndefinedAfterAQuestion() throws IOException {
        host.networks().define("<network><name>lan</name><ip address='192.168.177.1' netmask='255.255.255.0'/></network>", true).await();
        TreeItem row = select(daemon.uri(), "Networks", "lan");
        Widgets.contextMenu(tree, "Undefine…");
        Shell question = Widgets.shell("Undefine Network");
        assertEquals("Cancel", Ui.get(() -> question.getDefaultButton().getText()));
        Widgets.press(Widgets.button(question, "Undefine Network"));
        Ui.await("tree without the network", () -> row.isDisposed() || !row.getText().startsWith("lan"));
        assertTrue(!daemon.run("virsh", "-c", daemon.uri(), "net-list", "--all", "--name").contains("lan"));
        awaitEcho("net-undefine lan");
    }
}
