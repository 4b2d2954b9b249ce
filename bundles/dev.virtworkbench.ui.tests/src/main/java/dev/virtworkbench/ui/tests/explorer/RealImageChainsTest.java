package dev.virtworkbench.ui.tests.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.domains.Domain;
import dev.virtworkbench.engine.images.Image;
import dev.virtworkbench.engine.images.NewImage;
import dev.virtworkbench.explorer.model.HostObject.OfVolume;
import dev.virtworkbench.explorer.workbench.Selected;
import dev.virtworkbench.ui.tests.driver.FreshWorkbench;
import dev.virtworkbench.ui.tests.driver.Pauses;
import dev.virtworkbench.ui.tests.driver.Screenshots;
import dev.virtworkbench.ui.tests.driver.Ui;
import dev.virtworkbench.ui.tests.driver.Widgets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.navigator.resources.ProjectExplorer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Images of a real libvirtd are drawn by what builds on what, gone through by keys, flattened and mended. */
class RealImageChainsTest extends OnRealHost {

    private static final long MIB = 1 << 20;

    private Path folder;

    @BeforeEach
    void start() throws IOException {
        folder = Files.createDirectories(daemon.folder().resolve("images"));
        host.images().create(new NewImage(path("debian-12.qcow2"), "qcow2"), 64 * MIB).await();
        overlay("web.qcow2", "debian-12.qcow2");
        overlay("database.qcow2", "debian-12.qcow2");
        overlay("database-test.qcow2", "database.qcow2");
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private void overlay(String name, String base) {
        host.images().overlay(new NewImage(path(name), "qcow2"), new Image(path(base), "qcow2"), OptionalLong.empty()).await();
    }

    private void pool() {
        host.pools().createTransient("<pool type='dir'><name>images</name><target><path>" + folder + "</path></target></pool>").await();
    }

    private Domain guest(String image) {
        return host.domains().define("<domain type='qemu'><name>guest</name><memory unit='MiB'>64</memory>"
                + "<os><type arch='x86_64' machine='pc'>hvm</type></os><features><acpi/></features><devices><disk type='file' device='disk'>"
                + "<driver name='qemu' type='qcow2'/><source file='" + path(image) + "'/><target dev='vda' bus='virtio'/></disk></devices></domain>",
                true).await();
    }

    private Canvas open(String... row) {
        Tree tree = LiveEditor.tree();
        Widgets.select(tree, row);
        Widgets.contextMenu(tree, "Open Image Chains");
        return canvas();
    }

    private static Canvas canvas() {
        int bars = SWT.H_SCROLL | SWT.V_SCROLL;
        return Widgets.find(window(), Canvas.class, "drawn images",
                each -> each.getClass() == Canvas.class && (each.getStyle() & bars) == bars && each.isVisible());
    }

    private static Composite window() {
        return Ui.get(() -> FreshWorkbench.window().getShell());
    }

    private static void key(Canvas canvas, int code) {
        Ui.run(() -> {
            canvas.setFocus();
            Event event = new Event();
            event.keyCode = code;
            canvas.notifyListeners(SWT.KeyDown, event);
        });
    }

    private static void awaitDetails(String... parts) {
        Widgets.find(window(), Text.class, "details " + Arrays.toString(parts), text -> (text.getStyle() & SWT.MULTI) != 0 && text.isVisible()
                && Arrays.stream(parts).allMatch(text.getText()::contains));
    }

    private static void awaitCount(String words) {
        Widgets.find(window(), Label.class, words, label -> label.getText().equals(words));
    }

    @Test
    @Tag(Screenshots.TAG)
    void chainsAreDrawnAndGoneThroughByKeysAndARunningDomainsImageIsPulledTogether() {
        host.images().create(new NewImage(path("alone.raw"), "raw"), 8 * MIB).await();
        Domain guest = guest("database-test.qcow2");
        guest.start().await();
        pool();
        Canvas canvas = open(daemon.uri(), "Storage pools", "images");
        awaitCount("5 images, 1 chain");
        key(canvas, SWT.HOME);
        key(canvas, SWT.ARROW_RIGHT);
        awaitDetails(path("database-test.qcow2"), "Domain guest runs with it as vda", "Builds on " + path("database.qcow2"));
        key(canvas, SWT.ARROW_LEFT);
        awaitDetails(path("database.qcow2") + "\n", "1 image builds on it");
        key(canvas, SWT.ARROW_LEFT);
        awaitDetails(path("debian-12.qcow2") + "\n", "2 images build on it");
        key(canvas, SWT.ARROW_RIGHT);
        key(canvas, SWT.ARROW_DOWN);
        awaitDetails(path("web.qcow2") + "\n");
        assertEquals("web.qcow2", Ui.get(() -> Selected.of(FreshWorkbench.window().getSelectionService().getSelection(), OfVolume.class)
                .getFirst().name()));
        key(canvas, SWT.HOME);
        key(canvas, SWT.ARROW_RIGHT);
        Screenshots.take("image-chains");
        Widgets.contextMenu(canvas, "Flatten…");
        Shell pull = Widgets.shell("Pull");
        Screenshots.take("image-chains-pull");
        Widgets.press(Widgets.button(pull, "Pull"));
        Ui.awaitHost("flat disk", () -> guest.disks(false).await().getFirst().chain().isEmpty());
        guest.destroy().await();

        Widgets.press(Widgets.button(window(), "Refresh"));
        awaitDetails(path("database-test.qcow2"), "Domain guest, which is off, has it as vda");
    }

    @Test
    @Tag(Screenshots.TAG)
    void whatManyImagesBuildOnIsInSightAtTheBeginning() {
        for (int i = 0; i < 30; i++) {
            overlay("guest-%02d.qcow2".formatted(i), "debian-12.qcow2");
        }
        pool();
        Canvas canvas = open(daemon.uri(), "Storage pools", "images");
        awaitCount("34 images, 1 chain");
        Ui.await("scrolled picture", () -> canvas.getVerticalBar().getSelection() > 0);
        Screenshots.take("image-chains-wide");
        Ui.run(() -> {
            Event click = new Event();
            click.button = 1;
            click.x = 40;
            click.y = canvas.getClientArea().height / 2;
            canvas.notifyListeners(SWT.MouseDown, click);
        });
        awaitDetails(path("debian-12.qcow2") + "\n", "32 images build on it");
    }

    @Test
    @Tag(Screenshots.TAG)
    void aBrokenLinkNamesWhatIsMissingAndIsMendedByWhatFits() throws IOException {
        Path moved = Files.createDirectories(daemon.folder().resolve("elsewhere")).resolve("debian.qcow2");
        Files.move(folder.resolve("debian-12.qcow2"), moved);
        host.images().create(new NewImage(path("other.qcow2"), "qcow2"), 128 * MIB).await();
        guest("web.qcow2");
        pool();
        Canvas canvas = open(daemon.uri(), "Storage pools", "images", "web.qcow2");
        awaitCount("4 images, 1 chain, 1 broken link");
        awaitDetails(path("web.qcow2"), "Builds on " + path("debian-12.qcow2") + ", which is missing", "is off, has it as vda");
        Screenshots.take("image-chains-broken");
        Widgets.contextMenu(canvas, "Relocate Broken Base…");
        Shell dialog = Widgets.shell("Relocate Base of web.qcow2");
        Text base = Widgets.labelled(dialog, "It is now", Text.class);
        Ui.run(() -> base.setText(path("other.qcow2")));
        Button go = Widgets.button(dialog, "Relocate");
        Widgets.press(go);
        Shell refused = Ui.find("refusal", () -> Arrays.stream(dialog.getShells()).filter(Shell::isVisible).findFirst());
        Widgets.find(refused, Label.class, "why", label -> label.getText().contains("has 134217728 bytes for its guest, more than the image"));
        Screenshots.take("image-relocate-refused");
        Widgets.press(Widgets.button(refused, "OK"));
        Ui.run(() -> base.setText(moved.toString()));
        Screenshots.take("image-relocate");
        Widgets.press(go);
        Shell question = Ui.find("question", () -> Arrays.stream(dialog.getShells()).filter(shell -> shell.isVisible() && shell != refused).findFirst());
        Text name = Widgets.find(question, Text.class, "name to type", text -> true);
        Ui.run(() -> name.setText("web.qcow2"));
        Widgets.press(Widgets.button(question, "Relocate"));
        // what the menu does is followed: one is mended, the other one is still broken
        awaitDetails(path("web.qcow2"), "Builds on " + moved + "\n");
        awaitCount("5 images, 2 chains, 1 broken link");

        Widgets.contextMenu(canvas, "Flatten…");
        Shell flatten = Widgets.shell("Flatten web.qcow2");
        assertEquals("Cancel", Ui.get(() -> flatten.getDefaultButton().getText()));
        Screenshots.take("image-flatten");
        Widgets.press(Widgets.button(flatten, "Flatten"));
        awaitCount("4 images, 1 chain, 1 broken link");
        assertTrue(host.images().info(path("web.qcow2"), Optional.of("qcow2")).await().top().backing().isEmpty());
    }

    @Test
    void aThousandImagesAreDrawnWithoutAPause() throws IOException {
        byte[] bytes = Files.readAllBytes(folder.resolve("web.qcow2"));
        for (int i = 0; i < 996; i++) {
            Files.write(folder.resolve(String.format("clone-%04d.qcow2", i)), bytes);
        }
        pool();
        Canvas canvas = open(daemon.uri(), "Storage pools", "images");
        Text filter = Widgets.find(window(), Text.class, "filter", text -> text.getMessage().equals("Filter: path or domain"));
        try (Pauses pauses = new Pauses()) {
            awaitCount("1,000 images, 1 chain");
            for (int i = 0; i < 20; i++) {
                key(canvas, SWT.PAGE_DOWN);
                Ui.run(canvas::update);
            }
            key(canvas, SWT.END);
            Ui.run(canvas::update);
            Ui.run(() -> filter.setText("clone-0815"));
            Ui.run(() -> filter.setText(""));
            Ui.run(canvas::update);
            Rectangle area = Ui.get(canvas::getClientArea);
            assertTrue(area.height > 100, area::toString);
            System.out.println("1,000 images drawn: longest pause of the UI thread " + pauses.longest().toMillis() + " ms");
            assertTrue(pauses.longest().compareTo(Duration.ofSeconds(1)) < 0, pauses::doing);
        }
    }

    @Test
    void aFolderOfTheWorkspaceHasChainsToo() throws Exception {
        IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("chains");
        project.create(new NullProgressMonitor());
        project.open(new NullProgressMonitor());
        IFile file = project.getFile("guest.qcow2");
        host.images().create(new NewImage(file.getLocation().toString(), "qcow2"), 16 * MIB).await();
        host.images().overlay(new NewImage(project.getFile("top.qcow2").getLocation().toString(), "qcow2"),
                new Image(file.getLocation().toString(), "qcow2"), OptionalLong.empty()).await();
        project.refreshLocal(2, new NullProgressMonitor());
        Chosen.files(file);
        ProjectExplorer view = FreshWorkbench.view(ProjectExplorer.VIEW_ID, ProjectExplorer.class);
        Control tree = Ui.get(() -> view.getCommonViewer().getControl());
        Widgets.contextMenu(tree, "Open Image Chains");
        Canvas canvas = canvas();
        awaitCount("2 images, 1 chain");
        awaitDetails(file.getLocation().toString(), "1 image builds on it");
        Widgets.contextMenu(canvas, "Create Overlay…");
        Widgets.press(Widgets.button(Widgets.shell("Create Overlay of guest.qcow2"), "Create Overlay"));
        awaitCount("3 images, 1 chain");
        assertTrue(project.getFile("guest-overlay.qcow2").getLocation().toFile().exists());
        assertTrue(Ui.get(canvas::isVisible));
    }
}
