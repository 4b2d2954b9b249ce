package dev.virtworkbench.ui.tests.editor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.ui.tests.driver.FreshWorkbench;
import dev.virtworkbench.ui.tests.driver.Pauses;
import dev.virtworkbench.ui.tests.driver.Screenshots;
import dev.virtworkbench.ui.tests.driver.Ui;
import dev.virtworkbench.ui.tests.driver.Widgets;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.IJobChangeListener;
import org.eclipse.core.runtime.jobs.IJobManager;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.eclipse.ui.ide.undo.WorkspaceUndoUtil;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Files that no editor has open are judged as open ones are. */
@ExtendWith(FreshWorkbench.class)
class WorkspaceFindingsTest {

    private static final String MARKER = "dev.virtworkbench.editor.finding";

    /** Where libvirt's package has them. */
    private static final Path SCHEMAS = Path.of("/usr/share/libvirt/schemas");

    private static final int FILES = 2_000;

    /** The bar is 100 ms on a machine that has nothing else to do; this one may be busy with other tests. */
    private static final Duration LIMIT = Duration.ofSeconds(3);

    @Test
    @Tag(Screenshots.TAG)
    void aMistakeIsMarkedAndMendedWithoutAnEditor() {
        // Line ends, encoding and spaces are as somebody has them.
        String mistaken = "<?xml version='1.0' encoding='ISO-8859-1'?>\r\n<pool   type='dirr'>\r\n  <!-- für Bilder -->\r\n"
                + "  <name>images</name>\r\n  <target><path>/srv/a</path></target>\r\n</pool>";
        IFile file = write("images.xml", mistaken, StandardCharsets.ISO_8859_1);
        awaitMarkers(file, "dirr");
        FreshWorkbench.view(IPageLayout.ID_PROBLEM_VIEW, IViewPart.class);
        Tree problems = Widgets.find(Ui.get(() -> FreshWorkbench.window().getShell()), Tree.class, "problems",
                tree -> tree.getColumnCount() > 1 && tree.getItemCount() > 0);
        Widgets.select(problems, "Errors", "'dirr'");
        Widgets.contextMenu(problems, "Quick Fix");
        Shell dialog = Widgets.shell("Quick Fix");
        Screenshots.take("problems-fix-unopened");
        Widgets.press(Widgets.button(dialog, "Finish"));
        byte[] mended = mistaken.replace("dirr", "dir").getBytes(StandardCharsets.ISO_8859_1);
        Ui.await("mended file", () -> Arrays.equals(mended, bytes(file)));
        awaitMarkers(file);
        assertEquals(0, (int) Ui.get(() -> FreshWorkbench.page().getEditorReferences().length), "editors");
        Ui.run(() -> PlatformUI.getWorkbench().getOperationSupport().getOperationHistory()
                .undo(WorkspaceUndoUtil.getWorkspaceUndoContext(), new NullProgressMonitor(), null));
        assertArrayEquals(mistaken.getBytes(StandardCharsets.ISO_8859_1), Ui.get(() -> bytes(file)), "undone");
        awaitMarkers(file, "dirr");
    }

    @Test
    void anEditorShowsTheSameMarkersAndLeavesThoseOfWhatIsSaved() {
        IFile file = write("images.xml", pool("dirr", "/srv/a"));
        awaitMarkers(file, "dirr");
        OpenFile open = Ui.get(() -> OpenFile.of(file));
        open.caretBehind("<path>").type("nowhere");
        awaitMarkers(file, "dirr", "nowhere");
        Ui.run(() -> FreshWorkbench.page().closeEditor(open.editor(), false));
        awaitMarkers(file, "dirr");
    }

    @Test
    void markersGoWithWhatMadeADocumentLibvirts() throws Exception {
        IFile file = write("images.xml", pool("dirr", "/srv/a"));
        awaitMarkers(file, "dirr");
        write("images.xml", "<project><pool type='dirr'/></project>");
        awaitMarkers(file);
        write("images.xml", pool("dirrr", "/srv/a"));
        awaitMarkers(file, "dirrr");
        file.setDerived(true, null);
        awaitMarkers(file);
        file.setDerived(false, null);
        awaitMarkers(file, "dirrr");
    }

    @Test
    void aProjectThatIsOpenedIsJudged() throws Exception {
        IFile file = write("images.xml", pool("dirr", "/srv/a"));
        awaitMarkers(file, "dirr");
        file.getProject().close(null);
        file.getProject().open(null);
        awaitMarkers(file, "dirr");
    }

    @Test
    void poolsAreToldOfEachOther() {
        IFile one = write("one.xml", pool("dir", "/srv/a").replace("images", "one"));
        IFile other = write("other.xml", pool("dir", "/srv/a"));
        awaitMarkers(one, "other.xml");
        awaitMarkers(other, "one.xml");
        write("other.xml", pool("dir", "/srv/b"));
        awaitMarkers(one);
        awaitMarkers(other);
    }

    @Test
    void whatWaitsWhenSomebodyHasEnoughIsJudgedWithTheNextChange() {
        IJobManager jobs = Job.getJobManager();
        CountDownLatch ended = new CountDownLatch(1);
        IJobChangeListener enough = new JobChangeAdapter() {

            @Override
            public void running(IJobChangeEvent event) {
                if (event.getJob().getClass().getSimpleName().equals("WorkspaceJudging")) {
                    event.getJob().cancel();
                }
            }

            @Override
            public void done(IJobChangeEvent event) {
                if (event.getJob().getClass().getSimpleName().equals("WorkspaceJudging")) {
                    ended.countDown();
                }
            }
        };
        jobs.addJobChangeListener(enough);
        IFile waiting;
        try {
            waiting = write("waiting.xml", pool("dirr", "/srv/a"));
            Ui.await("end of the job", () -> ended.getCount() == 0);
        } finally {
            jobs.removeJobChangeListener(enough);
        }
        awaitMarkers(waiting);
        awaitMarkers(write("next.xml", pool("dirrr", "/srv/b")), "dirrr");
        awaitMarkers(waiting, "dirr");
    }

    @Test
    void thousandsOfFilesLeaveTypingAlone() throws Exception {
        OpenFile typed = OpenFile.open("typed.xml", "<domain type='kvm'>\n  <name>a|</name>\n</domain>\n");
        IProject project = project();
        ResourcesPlugin.getWorkspace().run(monitor -> {
            for (int i = 0; i < FILES; i++) {
                project.getFile("v" + i + ".xml").create(("<volume><name>v" + i + "</name><capacity>1</capacity><wrong/></volume>")
                        .getBytes(StandardCharsets.UTF_8), true, false, null);
            }
        }, null);
        long start = System.nanoTime();
        try (Pauses pauses = new Pauses()) {
            while (project.findMarkers(MARKER, true, IResource.DEPTH_INFINITE).length < FILES
                    && System.nanoTime() - start < Duration.ofMinutes(3).toNanos()) {
                typed.type("b\b");
                Ui.settle();
            }
            System.out.printf("%,d files judged in %d ms, longest pause while typing: %d ms%n", FILES,
                    Duration.ofNanos(System.nanoTime() - start).toMillis(), pauses.longest().toMillis());
            assertTrue(pauses.longest().compareTo(LIMIT) < 0, () -> "a pause of " + pauses.longest() + "\n" + pauses.doing());
        }
        assertTrue(project.findMarkers(MARKER, true, IResource.DEPTH_INFINITE).length >= FILES, "all are judged");
    }

    @Test
    void anotherFolderOfSchemasJudgesAllAgain(@TempDir Path folder) throws IOException {
        try (DirectoryStream<Path> schemas = Files.newDirectoryStream(SCHEMAS, "*.rng")) {
            for (Path schema : schemas) {
                String text = Files.readString(schema);
                Files.writeString(folder.resolve(schema.getFileName()),
                        schema.endsWith("storagepool.rng") ? text.replace("<value>dir</value>", "<value>folder</value>") : text);
            }
        }
        IFile closed = write("closed.xml", pool("dir", "/srv/a"));
        IFile open = write("open.xml", pool("folder", "/srv/a"));
        OpenFile editor = Ui.get(() -> OpenFile.of(open));
        awaitMarkers(open, "'folder'");
        choose(folder.toString());
        try {
            awaitMarkers(closed, "'dir'", "<source>");
            awaitMarkers(open);
        } finally {
            choose("");
        }
        awaitMarkers(closed);
        awaitMarkers(open, "'folder'");
        Ui.run(() -> FreshWorkbench.page().closeEditor(editor.editor(), false));
    }

    private static void choose(String folder) {
        Ui.start(() -> PreferencesUtil.createPreferenceDialogOn(FreshWorkbench.window().getShell(), "dev.virtworkbench.preferences", null, null).open());
        Shell preferences = Widgets.shell("Preferences");
        Text schemas = Widgets.find(preferences, Text.class, "folder of schemas", text -> (text.getStyle() & SWT.SEARCH) == 0);
        Ui.run(() -> schemas.setText(folder));
        Widgets.press(Widgets.button(preferences, "Apply and Close"));
        Ui.await("closed preferences", preferences::isDisposed);
    }

    private static String pool(String type, String path) {
        return "<pool type='" + type + "'>\n  <name>images</name>\n  <target><path>" + path + "</path></target>\n</pool>\n";
    }

    private static IFile write(String name, String text) {
        return write(name, text, StandardCharsets.UTF_8);
    }

    private static IFile write(String name, String text, Charset charset) {
        return Ui.get(() -> {
            IFile file = project().getFile(name);
            file.write(text.getBytes(charset), true, false, false, null);
            return file;
        });
    }

    private static IProject project() throws Exception {
        IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("judged");
        if (!project.exists()) {
            project.create(null);
        }
        project.open(null);
        return project;
    }

    private static byte[] bytes(IFile file) throws Exception {
        try (InputStream in = file.getContents(true)) {
            return in.readAllBytes();
        }
    }

    /** Waits until a file has just one marker about each. */
    private static void awaitMarkers(IFile file, String... about) {
        Ui.await(file.getName() + ": markers about " + List.of(about), () -> {
            IMarker[] markers = file.findMarkers(MARKER, true, IResource.DEPTH_ZERO);
            return markers.length == about.length && Arrays.stream(about).allMatch(words ->
                    Arrays.stream(markers).anyMatch(each -> each.getAttribute(IMarker.MESSAGE, "").contains(words)));
        });
    }
}
