package dev.virtworkbench.ui.tests.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.domains.Domain;
import dev.virtworkbench.engine.domains.Undefine;
import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.engine.jobs.JobListener;
import dev.virtworkbench.engine.jobs.JobState;
import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import dev.virtworkbench.ui.tests.driver.FreshWorkbench;
import dev.virtworkbench.ui.tests.driver.Screenshots;
import dev.virtworkbench.ui.tests.driver.Ui;
import dev.virtworkbench.ui.tests.driver.Widgets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.ILogListener;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IFileEditorInput;
import org.eclipse.ui.keys.IBindingService;
import org.eclipse.ui.part.FileEditorInput;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Documents of a host's objects in editors: saving applies, with a look before. */
@ExtendWith(FreshWorkbench.class)
class LiveDocumentTest {

    private static final String HOST = "test:///default";
    private static final String PASSWORD = "kept-in-memory-only";
    private static final String XML = """
            <domain type='test'>
              <name>edited</name>
              <memory>65536</memory>
              <os><type>hvm</type></os>
              <devices>
                <graphics type='vnc' port='-1' autoport='yes' passwd='%s'/>
              </devices>
            </domain>
            """.formatted(PASSWORD);

    private Domain domain;

    @BeforeEach
    void define() {
        Host host = VirtWorkbench.get().contents().add(HOST);
        Ui.await("connected host", () -> host.status().state().name().equals("CONNECTED"));
        ErrorDialog.AUTOMATED_MODE = false;
        domain = host.domains().define(XML, true).await();
    }

    @AfterEach
    void undefine() {
        ErrorDialog.AUTOMATED_MODE = true;
        domain.undefine(Set.<Undefine>of()).await();
    }

    private LiveEditor open() {
        return LiveEditor.open(HOST, "Domains", "edited");
    }

    private String onHost() {
        return domain.xml(true, true).await();
    }

    @Test
    @Tag(Screenshots.TAG)
    void savingShowsTheDifferenceAndApplies() throws IOException {
        LiveEditor editor = open();
        assertEquals(onHost(), editor.content());
        assertFalse(editor.dirty());
        editor.replace("</name>", "</name><title>one</title>").save();
        Shell dialog = Widgets.shell("Apply");
        assertEquals(List.of("title", "", "one", "now"), firstRow(dialog));
        Screenshots.take("apply");
        Widgets.press(Widgets.button(dialog, "Apply"));
        editor.awaitClean();
        assertEquals(onHost(), editor.content());
        assertTrue(editor.content().contains("<title>one</title>") && editor.content().contains(PASSWORD));
        Ui.await("history", () -> VirtWorkbench.get().history().entries().stream()
                .anyMatch(entry -> entry.name().equals("edited") && entry.uuid().equals(domain.uuid())));
        assertEquals(List.of(), filesWith(PASSWORD));
    }

    @Test
    void thatATransientDomainEndsIsNoErrorOfItsOpenDocument() throws InterruptedException {
        Host host = VirtWorkbench.get().contents().add(HOST);
        Domain passing = host.domains().createTransient(XML.replace("edited", "passing"), true).await();
        LiveEditor.open(HOST, "Domains", "passing");
        Queue<String> logged = new ConcurrentLinkedQueue<>();
        ILogListener log = (status, plugin) -> logged.add(status.getMessage());
        CountDownLatch read = new CountDownLatch(1);
        JobListener reads = job -> {
            if (job.operation() == Operation.DOMAIN_XML && job.state() == JobState.FAILED) {
                read.countDown();
            }
        };
        VirtWorkbench.get().engine().jobs().addListener(reads);
        Platform.addLogListener(log);
        try {
            passing.destroy().await();
            assertTrue(read.await(Ui.PATIENCE.toSeconds(), TimeUnit.SECONDS), "it is looked for");
            Ui.settle();
            assertEquals(List.of(), List.copyOf(logged));
        } finally {
            Platform.removeLogListener(log);
            VirtWorkbench.get().engine().jobs().removeListener(reads);
        }
    }

    @Test
    void cancelKeepsWhatWasTyped() {
        LiveEditor editor = open().replace("</name>", "</name><title>one</title>");
        String typed = editor.content();
        editor.save();
        Shell dialog = Widgets.shell("Apply");
        Widgets.press(Widgets.button(dialog, "Cancel"));
        Ui.await("closed dialog", dialog::isDisposed);
        Ui.settle();
        assertTrue(editor.dirty());
        assertEquals(typed, editor.content());
        assertFalse(onHost().contains("<title>"));
    }

    @Test
    void closingAsksAndCancelKeepsTheEditorOpen() {
        LiveEditor editor = open().replace("</name>", "</name><title>one</title>");
        Ui.start(() -> FreshWorkbench.page().closeEditor(editor.editor(), true));
        Widgets.press(Widgets.button(Widgets.shell("Save"), "Save"));
        Shell dialog = Widgets.shell("Apply");
        Widgets.press(Widgets.button(dialog, "Cancel"));
        Ui.await("closed dialog", dialog::isDisposed);
        Ui.settle();
        assertTrue(Ui.get(() -> Arrays.stream(FreshWorkbench.page().getEditorReferences())
                .anyMatch(reference -> reference.getEditor(false) == editor.editor())));
        assertTrue(editor.dirty());
    }

    @Test
    void underAnotherNameItIsSavedWithoutItsPassword() throws IOException {
        LiveEditor editor = open();
        IFileEditorInput other = Ui.get(() -> {
            IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("saved");
            project.create(null);
            project.open(null);
            return new FileEditorInput(project.getFile("copy.xml"));
        });
        Ui.run(() -> editor.editor().getDocumentProvider().saveDocument(new NullProgressMonitor(), other, editor.document(), false));
        assertTrue(Ui.get(() -> new String(other.getFile().readAllBytes(), StandardCharsets.UTF_8)).contains("<graphics type='vnc'"));
        assertEquals(List.of(), filesWith(PASSWORD));
    }

    @Test
    @Tag(Screenshots.TAG)
    void whatLibvirtRefusesIsToldAndNothingIsLost() {
        LiveEditor editor = open().replace("<vcpu placement='static'>1", "<vcpu placement='static' current='2'>1");
        String typed = editor.content();
        editor.save();
        Widgets.press(Widgets.button(Widgets.shell("Apply"), "Apply"));
        Shell told = Widgets.shell("Not done");
        Screenshots.take("apply-refused");
        Widgets.press(Widgets.button(told, "OK"));
        assertTrue(editor.dirty());
        assertEquals(typed, editor.content());
    }

    @Test
    @Tag(Screenshots.TAG)
    void aTextThatIsNotWellFormedIsNeverSent() {
        open().replace("</domain>", "").save();
        Shell dialog = Widgets.shell("Apply");
        Button close = Widgets.button(dialog, "Close");
        assertEquals(close, Ui.get(dialog::getDefaultButton));
        assertEquals(1, Ui.get(() -> close.getParent().getChildren().length), "there is nothing to go on with");
        Screenshots.take("apply-stopped");
    }

    @Test
    @Tag(Screenshots.TAG)
    void whatSomebodyElseChangedIsMergedOrOverwritten() {
        LiveEditor editor = open().replace("</name>", "</name><title>mine</title>");
        domain = host().domains().define(onHost().replace("</name>", "</name><title>theirs</title>"), true).await();
        editor.save();
        Shell dialog = Widgets.shell("Apply");
        Button apply = Widgets.button(dialog, "Apply");
        assertFalse(Ui.get(apply::isEnabled));
        Screenshots.take("apply-conflict");
        Widgets.press(Widgets.button(dialog, "Compare…"));
        Ui.await("three texts", () -> texts(FreshWorkbench.window().getShell()).filter(text -> text.getText().contains("<name>edited"))
                .filter(StyledText::isVisible).count() == 2);
        Screenshots.take("conflict-compare");
        assertTrue(editor.dirty());
        editor.save();
        Shell again = Widgets.shell("Apply");
        Widgets.press(Widgets.button(again, "Overwrite what was changed on the host meanwhile"));
        Widgets.press(Widgets.button(again, "Apply"));
        editor.awaitClean();
        assertTrue(onHost().contains("<title>mine</title>"));
    }

    @Test
    void whatWasMergedGoesIntoTheEditorAndIsNoConflictAnyMore() {
        LiveEditor editor = open().replace("<on_crash>destroy", "<on_crash>restart");
        domain = host().domains().define(onHost().replace("</name>", "</name><title>theirs</title>"), true).await();
        editor.save();
        Widgets.press(Widgets.button(Widgets.shell("Apply"), "Compare…"));
        IEditorPart comparison = Ui.find("comparison", () -> Optional.ofNullable(FreshWorkbench.page().getActiveEditor())
                .filter(part -> part.getTitle().startsWith("edited on ")));
        StyledText mine = Ui.find("my side", () -> texts(FreshWorkbench.window().getShell())
                .filter(text -> text.isVisible() && text.getEditable() && text.getText().contains("<on_crash>restart")).findFirst());
        Ui.run(() -> mine.replaceTextRange(mine.getText().indexOf("</name>"), 7, "</name><title>theirs</title>"));
        Ui.run(() -> FreshWorkbench.page().saveEditor(comparison, false));
        Ui.await("merged text", () -> editor.document().get().contains("<title>theirs</title>"));
        assertTrue(editor.dirty());
        editor.save();
        Shell dialog = Widgets.shell("Apply");
        assertEquals(List.of("on_crash", "destroy", "restart", "now"), firstRow(dialog));
        Widgets.press(Widgets.button(dialog, "Apply"));
        editor.awaitClean();
        assertTrue(onHost().contains("<title>theirs</title>") && onHost().contains("<on_crash>restart"));
    }

    @Test
    void aCleanEditorFollowsTheHost() {
        LiveEditor editor = open();
        domain = host().domains().define(onHost().replace("</name>", "</name><title>theirs</title>"), true).await();
        Ui.await("their title", () -> editor.document().get().contains("<title>theirs</title>"));
        assertFalse(editor.dirty());
    }

    @Test
    void aReadingThatIsOvertakenBringsNothingBack() throws InterruptedException {
        LiveEditor editor = open();
        CountDownLatch read = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Queue<Job<?>> readings = new ConcurrentLinkedQueue<>();
        JobListener hold = job -> {
            if (job.operation() == Operation.DOMAIN_XML && job.state() == JobState.DONE) {
                readings.add(job);
                if (readings.peek() == job) {
                    read.countDown();
                    await(release);
                }
            }
        };
        VirtWorkbench.get().engine().jobs().addListener(hold);
        try {
            String before = XML.replace("</name>", "</name><uuid>" + domain.uuid() + "</uuid><title>%s</title>");
            domain = host().domains().define(before.formatted("older"), true).await();
            assertTrue(read.await(Ui.PATIENCE.toSeconds(), TimeUnit.SECONDS));
            domain = host().domains().define(before.formatted("newer"), true).await();
            Ui.await("the newer title", () -> editor.document().get().contains("<title>newer</title>"));
            int known = readings.size();
            release.countDown();
            Ui.await("another look", () -> readings.size() > known);
            Ui.settle();
            assertTrue(editor.content().contains("<title>newer</title>"), editor::content);
        } finally {
            release.countDown();
            VirtWorkbench.get().engine().jobs().removeListener(hold);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    @Tag(Screenshots.TAG)
    void reloadingAsksBeforeWhatWasTypedGoes() {
        LiveEditor editor = open().replace("</name>", "</name><title>mine</title>");
        Chosen.command("dev.virtworkbench.explorer.reload");
        Shell question = Widgets.shell("Reload from Host");
        assertEquals("Cancel", Ui.get(() -> question.getDefaultButton().getText()));
        Screenshots.take("reload-question");
        Widgets.press(Widgets.button(question, "Discard and Reload"));
        editor.awaitClean();
        assertEquals(onHost(), editor.content());
    }

    @Test
    void whatWasTypedIsComparedWithTheHost() {
        LiveEditor editor = open().replace("</name>", "</name><title>mine</title>");
        Chosen.command("dev.virtworkbench.explorer.compare");
        Ui.await("comparison", () -> FreshWorkbench.page().getActiveEditor().getTitle().equals("edited compared with " + HOST));
        assertTrue(editor.dirty());
    }

    @Test
    @Tag(Screenshots.TAG)
    void whatLibvirtDropsIsTold() {
        LiveEditor editor = open().replace("</name>", "</name><colour>blue</colour>").save();
        Shell dialog = Widgets.shell("Apply");
        assertFalse(Ui.get(Widgets.button(dialog, "Apply")::isEnabled));
        Widgets.press(Widgets.button(dialog, "Go on without libvirt’s own validation"));
        Screenshots.take("apply-findings");
        Widgets.press(Widgets.button(dialog, "Apply"));
        Shell outcome = Widgets.shell("Applied");
        assertEquals("colour", firstRow(outcome).getFirst());
        Screenshots.take("applied-dropped");
        Widgets.press(Widgets.button(outcome, "OK"));
        editor.awaitClean();
        assertFalse(editor.content().contains("colour"));
    }

    @Test
    void f3OpensWhatIsSelected() {
        String command = "dev.virtworkbench.explorer.open";
        Tree tree = LiveEditor.tree();
        Widgets.select(tree, HOST, "Networks", "default");
        Ui.run(tree::setFocus);
        Ui.await("key of the explorer", () -> "F3".equals(FreshWorkbench.window().getService(IBindingService.class)
                .getBestActiveBindingFormattedFor(command)));
        Chosen.command(command);
        assertTrue(LiveEditor.await("default.xml").content().contains("<network"));
    }

    @Test
    void whatIsOpenComesToTheFront() {
        LiveEditor first = open();
        LiveEditor.open(HOST, "Storage pools", "default-pool");
        assertSame(first.editor(), open().editor());
    }

    private static Host host() {
        return VirtWorkbench.get().engine().host(HOST).orElseThrow();
    }

    private static List<String> firstRow(Shell dialog) {
        Tree tree = Widgets.find(dialog, Tree.class, "differences", any -> true);
        return Ui.find("difference", () -> tree.getItemCount() == 0 ? Optional.empty() : Optional.of(java.util.stream.IntStream
                .range(0, tree.getColumnCount()).mapToObj(tree.getItem(0)::getText).toList()));
    }

    private static Stream<StyledText> texts(org.eclipse.swt.widgets.Composite root) {
        return Arrays.stream(root.getChildren()).flatMap(control -> control instanceof StyledText text ? Stream.of(text)
                : control instanceof org.eclipse.swt.widgets.Composite part ? texts(part) : Stream.empty());
    }

    /** The files of the workspace, its metadata and history included, in which words stand. */
    private static List<Path> filesWith(String words) throws IOException {
        try (Stream<Path> files = Files.walk(ResourcesPlugin.getWorkspace().getRoot().getLocation().toPath())) {
            return files.filter(Files::isRegularFile).filter(file -> contains(file, words)).toList();
        }
    }

    private static boolean contains(Path file, String words) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(words);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
