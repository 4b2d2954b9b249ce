package dev.virtworkbench.ui.tests.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.domains.Domain;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.hosts.HostState;
import dev.virtworkbench.engine.real.PrivateLibvirtd;
import dev.virtworkbench.engine.storage.Pool;
import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import dev.virtworkbench.ui.tests.driver.FreshWorkbench;
import dev.virtworkbench.ui.tests.driver.Screenshots;
import dev.virtworkbench.ui.tests.driver.Ui;
import dev.virtworkbench.ui.tests.driver.Widgets;
import dev.virtworkbench.ui.tests.editor.OpenFile;
import dev.virtworkbench.ui.tests.editor.Popup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.TreeItem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the workbench is for, from the text to the host and back, on a real libvirtd. */
@ExtendWith(FreshWorkbench.class)
class MainPathTest {

    private static final String PASSWORD = "vnc-word";

    private static PrivateLibvirtd daemon;
    private static Host host;

    @BeforeAll
    static void start() throws IOException {
        daemon = PrivateLibvirtd.start();
        host = VirtWorkbench.get().contents().add(daemon.uri());
        Ui.await("connected daemon", () -> host.status().state() == HostState.CONNECTED);
        ErrorDialog.AUTOMATED_MODE = false;
    }

    @AfterAll
    static void stop() throws IOException {
        ErrorDialog.AUTOMATED_MODE = true;
        if (daemon != null) {
            VirtWorkbench.get().contents().remove(host);
            daemon.close();
        }
    }

    @Test
    @Tag(Screenshots.TAG)
    void aPoolIsWrittenMendedDefinedAndStartedAndAVolumeMadeInIt() throws IOException {
        Path folder = Files.createDirectories(daemon.folder().resolve("images"));
        OpenFile file = OpenFile.open("images.xml",
                "<pool type='|'>\n  <name>images</name>\n  <target>\n    <path>" + folder + "</path>\n  </target>\n</pool>\n").type("dirr");
        Ui.await("marked mistake", () -> markers(file).length == 1);
        Popup fixes = Popup.fixes(file.caretBehind("dir").editor(), "Change to ");
        fixes.choose(fixes.labels().getFirst());
        Ui.await("mended text", () -> file.document().get().startsWith("<pool type='dir'>") && markers(file).length == 0);
        Chosen.command("dev.virtworkbench.explorer.defineAndStart");
        Chosen.entry("Choose a Host", "qemu+unix");
        Widgets.press(Widgets.button(Widgets.shell("Apply"), "Apply"));
        TreeItem row = Widgets.row(LiveEditor.tree(), daemon.uri(), "Storage pools", "images");
        Ui.await("active pool", () -> row.getText().endsWith("free"));
        OpenFile.open("disk.xml", "<volume>\n  <name>disk.qcow2</name>\n  <capacity unit='MiB'>8</capacity>\n  <target>\n"
                + "    <format type='qcow2'/>\n  </target>\n</volume>\n");
        Chosen.command("dev.virtworkbench.explorer.define");
        Chosen.entry("Choose a Host", "qemu+unix");
        Chosen.entry("Choose a Storage Pool", "images");
        Widgets.press(Widgets.button(Widgets.shell("Apply"), "Apply"));
        Widgets.row(LiveEditor.tree(), daemon.uri(), "Storage pools", "images", "disk.qcow2");
        assertTrue(Files.exists(folder.resolve("disk.qcow2")));
        Screenshots.take("main-path");
        growTheVolumeByItsDocument();
        Pool pool = host.pools().lookup("images").await();
        pool.stop().await();
        pool.undefine().await();
        Ui.await("no pool", () -> row.isDisposed() || !row.getText().startsWith("images"));
    }

    private static IMarker[] markers(OpenFile file) throws CoreException {
        return file.file().findMarkers("dev.virtworkbench.editor.finding", true, IResource.DEPTH_ZERO);
    }

    private static void growTheVolumeByItsDocument() {
        LiveEditor volume = LiveEditor.open(daemon.uri(), "Storage pools", "images", "disk.qcow2");
        volume.replace("<capacity unit='bytes'>8388608<", "<capacity unit='MiB'>16<").save();
        Widgets.press(Widgets.button(Widgets.shell("Apply"), "Apply"));
        volume.awaitClean();
        Shell left = Widgets.shell("Applied");
        Widgets.find(left, Label.class, "what is left to do inside the guest", label -> label.getText().contains("disk.qcow2 has 16 MiB now"));
        Widgets.press(Widgets.button(left, "OK"));
        assertTrue(volume.content().contains("<capacity unit='bytes'>16777216<"), volume.content());
        volume.replace("<format type='qcow2'/>", "<format type='raw'/>").save();
        Shell refused = Widgets.shell("Apply");
        Screenshots.take("apply-volume-refused");
        Widgets.press(Widgets.button(refused, "Close"));
        Ui.await("closed dialog", refused::isDisposed);
        assertTrue(volume.dirty());
    }

    @Test
    @Tag(Screenshots.TAG)
    void aRunningDomainIsEditedWhileSomebodyElseChangesIt() throws IOException {
        Path image = Files.write(daemon.folder().resolve("extra.img"), new byte[1 << 20]);
        Domain domain = host.domains().define("<domain type='qemu'><name>web</name><memory unit='MiB'>64</memory>"
                + "<os><type arch='x86_64' machine='pc'>hvm</type></os><features><acpi/></features><devices>"
                + "<graphics type='vnc' passwd='" + PASSWORD + "'/></devices></domain>", true).await();
        try {
            domain.start().await();
            LiveEditor editor = LiveEditor.open(daemon.uri(), "Domains", "web");
            editor.replace("<emulator>", "<disk type='file' device='disk'>\n      <source file='" + image
                    + "'/>\n      <target dev='vdb' bus='virtio'/>\n    </disk>\n    <emulator>");
            host.domains().define(domain.xml(true, true).await().replace("</name>", "</name><title>theirs</title>"), true).await();
            editor.save();
            Shell dialog = Widgets.shell("Apply");
            assertFalse(Ui.get(Widgets.button(dialog, "Apply")::isEnabled));
            Button overwrite = Widgets.button(dialog, "Overwrite what was changed on the host meanwhile");
            Button attach = Widgets.button(dialog, "Attach disk vdb to the running domain");
            Widgets.press(overwrite);
            Widgets.press(attach);
            Ui.await("two decisions", () -> overwrite.getSelection() && attach.getSelection());
            Screenshots.take("apply-running");
            Widgets.press(Widgets.button(dialog, "Apply"));
            editor.awaitClean();
            assertFalse(editor.content().contains("theirs"));
            assertTrue(editor.content().contains("dev='vdb'") && editor.content().contains("passwd='" + PASSWORD + "'"));
            assertEquals(domain.xml(true, true).await(), editor.content());
            assertTrue(domain.xml(false, false).await().contains("vdb"), "attached to the running domain");
        } finally {
            domain.destroy().await();
            domain.undefine(Set.of()).await();
        }
    }

    @Test
    @Tag(Screenshots.TAG)
    void aDeadDaemonLosesNothingThatWasTyped() throws IOException {
        Domain domain = host.domains().define("<domain type='qemu'><name>survivor</name><memory unit='MiB'>64</memory>"
                + "<os><type arch='x86_64' machine='pc'>hvm</type></os></domain>", true).await();
        try {
            LiveEditor editor = LiveEditor.open(daemon.uri(), "Domains", "survivor");
            editor.replace("</name>", "</name><title>typed</title>");
            String typed = editor.content();
            daemon.kill();
            Ui.await("noticed death", () -> host.status().state() != HostState.CONNECTED);
            editor.save();
            Shell told = Widgets.shell("Not done");
            Screenshots.take("apply-not-connected");
            Widgets.press(Widgets.button(told, "OK"));
            Ui.await("closed dialog", told::isDisposed);
            assertTrue(editor.dirty());
            assertEquals(typed, editor.content());
            daemon.restart();
            Ui.await("connected again", () -> host.status().state() == HostState.CONNECTED);
            editor.save();
            Widgets.press(Widgets.button(Widgets.shell("Apply"), "Apply"));
            editor.awaitClean();
            assertTrue(domain.xml(true, true).await().contains("<title>typed</title>"));
        } finally {
            domain.undefine(Set.of()).await();
        }
    }
}
