package dev.virtworkbench.ui.tests.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.domains.Domain;
import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.engine.real.PrivateLibvirtd;
import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import dev.virtworkbench.ui.tests.driver.FileChooser;
import dev.virtworkbench.ui.tests.driver.FreshWorkbench;
import dev.virtworkbench.ui.tests.driver.Screenshots;
import dev.virtworkbench.ui.tests.driver.Ui;
import dev.virtworkbench.ui.tests.driver.Widgets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.jface.text.IDocument;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The inside of a disk, by the installed libguestfs. */
class RealLookInsideTest extends OnRealHost {

    private static final String PASSPHRASE = "open \"sesame\" 线";

    private Path folder;
    private Path disk;
    private Composite window;

    @BeforeEach
    void start() throws IOException {
        PrivateLibvirtd.needsAppliance();
        folder = Files.createDirectories(daemon.folder().resolve("images"));
        daemon.run("sh", PrivateLibvirtd.script("guest-image.sh", daemon.folder()).toString(), folder.toString(), PASSPHRASE);
        disk = folder.resolve("guest.raw");
        host.pools().createTransient("<pool type='dir'><name>images</name><target><path>" + folder + "</path></target></pool>").await();
        window = Ui.get(() -> FreshWorkbench.window().getShell());
    }

    private void lookInside() {
        Tree tree = LiveEditor.tree();
        Widgets.select(tree, daemon.uri(), "Storage pools", "images", "guest.raw");
        Widgets.contextMenu(tree, "Image", "Look Inside");
    }

    @Test
    void aDiskIsLookedIntoUnlockedViewedAndCopiedOutOf() throws IOException {
        byte[] before = Files.readAllBytes(disk);
        lookInside();
        awaitStart();
        awaitLook();
        Tree tree = Widgets.find(window, Tree.class, "tree of the inside", each -> each.getColumnCount() == 7 && each.getItemCount() == 3);
        Widgets.find(window, Label.class, "operating system", label -> label.getText().contains("Debian 12.5 “guest-one”"));
        assertEquals(List.of("48 MiB", "/dev/sda3  –  encrypted (LUKS)"),
                Ui.get(() -> List.of(tree.getItem(1).getText(1), tree.getItem(2).getText())));

        Widgets.select(tree, "/dev/sda2", "home", "a b", "it's \"q\"");
        Widgets.row(tree, "/dev/sda1");
        Widgets.row(tree, "/dev/sda2", "home", "line\u21b5break");
        Screenshots.take("inside-tree");
        Widgets.press(Widgets.button(window, "View"));
        assertEquals("hallo", viewed());
        Screenshots.take("inside-view");
        Ui.run(() -> FreshWorkbench.page().closeEditor(FreshWorkbench.page().getActiveEditor(), false));
        Widgets.open(tree, "/dev/sda2", "home", "deep", "er", "data.bin");
        assertTrue(viewed().contains("00 01 02 62 69 6e"), "bytes");
        Ui.run(() -> FreshWorkbench.page().closeEditor(FreshWorkbench.page().getActiveEditor(), false));

        filterNames(tree);
        copyOut(tree);
        unlock(tree);
        Ui.run(() -> FreshWorkbench.page().closeAllEditors(false));
        assertTrue(Arrays.equals(before, Files.readAllBytes(disk)), "only read");
    }

    @Test
    @Tag(Screenshots.TAG)
    void whoWritesToItIsToldFirstAndALookIsCancelledAtAnyMoment() {
        Domain domain = host.domains().define("<domain type='qemu'><name>guest</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='pc'>hvm</type></os>"
                + "<devices><disk type='file' device='disk'><driver name='qemu' type='raw'/><source file='" + disk
                + "'/><target dev='vda' bus='virtio'/></disk></devices></domain>", true).await();
        domain.start().await();
        lookInside();
        Shell question = Widgets.shell("Look Inside");
        Widgets.find(question, Label.class, "who writes to it", label -> label.getText().contains("“guest” runs with"));
        assertEquals("Cancel", Ui.get(() -> question.getDefaultButton().getText()));
        Screenshots.take("inside-torn");
        Widgets.press(Widgets.button(question, "Cancel"));
        Ui.await("closed question", question::isDisposed);
        domain.destroy().await();
        domain.undefine(Set.of()).await();

        lookInside();
        awaitStart();
        Screenshots.take("inside-starting");
        Widgets.press(Widgets.button(window, "Cancel"));
        Widgets.find(window, Label.class, "that it was cancelled", label -> label.getText().startsWith("The look was cancelled"));
        Screenshots.take("inside-cancelled");
        Ui.run(() -> FreshWorkbench.page().closeAllEditors(false));
    }

    private void awaitStart() {
        Widgets.find(window, Label.class, "what it is at", label -> label.getText().startsWith("Starting the appliance"));
    }

    private static void awaitLook() {
        // where there is no KVM it takes a minute
        VirtWorkbench.get().engine().jobs().unfinished().stream().filter(job -> job.operation() == Operation.INSIDE_LOOK).forEach(Job::await);
    }

    private static String viewed() {
        return Ui.find("viewed file", () -> {
            IEditorPart editor = FreshWorkbench.page().getActiveEditor();
            if (editor instanceof ITextEditor text) {
                IDocument document = text.getDocumentProvider().getDocument(text.getEditorInput());
                assertFalse(text.isEditable());
                return Optional.of(document.get());
            }
            return Optional.empty();
        });
    }

    private void filterNames(Tree tree) {
        Text filter = Widgets.find(window, Text.class, "filter", text -> text.getMessage().startsWith("Filter by name, in what"));
        Ui.run(() -> filter.setText("link"));
        Ui.await("filtered names", () -> names(tree.getItem(1)).equals(List.of("home")) && names(tree.getItem(1).getItem(0)).size() == 2);
        Ui.run(() -> filter.setText(""));
        Ui.await("all names", () -> names(tree.getItem(1)).contains("etc"));
    }

    private static List<String> names(TreeItem row) {
        return Stream.of(row.getItems()).map(TreeItem::getText).toList();
    }

    private void copyOut(Tree tree) throws IOException {
        Path target = Files.createDirectories(daemon.folder().resolve("copied"));
        Widgets.select(tree, "/dev/sda2", "home", "deep");
        Widgets.press(Widgets.button(window, "Copy Out…"));
        FileChooser.open("Copy Out", target);
        Ui.await("copied folder", () -> Files.exists(target.resolve("deep/er/data.bin")));
        assertEquals(3_000_000, Files.size(target.resolve("deep/large")));
    }

    private void unlock(Tree tree) {
        Widgets.select(tree, "/dev/sda3");
        Widgets.press(Widgets.button(window, "Unlock…"));
        Shell asked = Widgets.shell("Encrypted Image");
        Text passphrase = Widgets.find(asked, Text.class, "passphrase", text -> text.getEchoChar() != 0);
        Ui.run(() -> passphrase.setText(PASSPHRASE));
        Button go = Widgets.button(asked, "OK");
        Widgets.press(go);
        Ui.await("answered question", asked::isDisposed);
        Ui.settle();
        awaitLook();
        Widgets.select(tree, "/dev/mapper/unlocked", "diary");
        Screenshots.take("inside-unlocked");
    }
}
