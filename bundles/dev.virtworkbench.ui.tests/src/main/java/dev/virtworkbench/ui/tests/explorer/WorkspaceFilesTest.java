package dev.virtworkbench.ui.tests.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.domains.Domain;
import dev.virtworkbench.engine.errors.ErrorCode;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.storage.Pool;
import dev.virtworkbench.explorer.dragging.FileDrop;
import dev.virtworkbench.explorer.dragging.VolumeDrop;
import dev.virtworkbench.explorer.model.HostObject;
import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import dev.virtworkbench.ui.tests.driver.FreshWorkbench;
import dev.virtworkbench.ui.tests.driver.Pauses;
import dev.virtworkbench.ui.tests.driver.Screenshots;
import dev.virtworkbench.ui.tests.driver.Ui;
import dev.virtworkbench.ui.tests.driver.Widgets;
import dev.virtworkbench.ui.tests.editor.OpenFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Documents in files of the workspace: defined, tried, compared, dragged. On libvirt's simulated host. */
@ExtendWith(FreshWorkbench.class)
class WorkspaceFilesTest {

    private static final String HOST = "test:///default";
    private static final String POOL = "<pool type='dir'>\n  <name>from-file</name>\n  <target>\n    <path>/srv/from-file</path>\n  </target>\n</pool>\n";
    private static final String DOMAIN = "<domain type='test'>\n  <name>of-file</name>\n  <memory>65536</memory>\n  <os>\n    <type>hvm</type>\n"
            + "  </os>\n  <devices>\n    <disk type='file'>\n      <source file='/a.img'/>\n      <target dev='vda' bus='virtio'/>\n"
            + "    </disk>\n  </devices>\n</domain>\n";
    private static final String VOLUME =
            "<volume>\n  <name>new.qcow2</name>\n  <capacity>1048576</capacity>\n  <target>\n    <format type='qcow2'/>\n  </target>\n</volume>\n";

    private Host host;

    @BeforeEach
    void connect() {
        host = VirtWorkbench.get().contents().add(HOST);
        Ui.await("connected host", () -> host.status().state().name().equals("CONNECTED"));
        ErrorDialog.AUTOMATED_MODE = false;
    }

    @AfterEach
    void forgetWhatWasMade() {
        ErrorDialog.AUTOMATED_MODE = true;
        ifThere(() -> {
            Pool pool = host.pools().lookup("from-file").await();
            if (pool.summary().await().state().active()) {
                pool.stop().await();
            }
            pool.undefine().await();
        });
        ifThere(() -> host.domains().lookup("of-file").await().undefine(Set.of()).await());
    }

    private static void ifThere(Runnable removal) {
        try {
            removal.run();
        } catch (VirtException e) {
            assertTrue(ErrorCode.missing(e.code()), e.getMessage());
        }
    }

    @Test
    void aPoolIsDefinedAndStartedFromItsEditorAndTurnsActiveInTheTree() {
        OpenFile file = OpenFile.open("pool.xml", POOL);
        Chosen.command("dev.virtworkbench.explorer.defineAndStart");
        Shell dialog = Widgets.shell("Apply");
        assertEquals(List.of("New: storage pool from-file"), rows(dialog));
        Widgets.press(Widgets.button(dialog, "Apply"));
        TreeItem row = Widgets.row(explorer(), HOST, "Storage pools", "from-file");
        Ui.await("active pool", () -> row.getText().endsWith("free"));
        assertEquals(POOL, file.content());
    }

    @Test
    @Tag(Screenshots.TAG)
    void aPoolIsCreatedWithoutBeingDefinedAndThatDefiningKeepsItIsSaid() {
        OpenFile file = OpenFile.open("pool.xml", POOL);
        Chosen.command("dev.virtworkbench.explorer.create");
        Shell creating = Widgets.shell("Create Transient");
        assertEquals(List.of("New: storage pool from-file"), rows(creating));
        Screenshots.take("create-transient");
        Widgets.press(Widgets.button(creating, "Create"));
        TreeItem row = Widgets.row(explorer(), HOST, "Storage pools", "from-file");
        Ui.await("active pool", () -> row.getText().endsWith("free"));
        Pool pool = host.pools().lookup("from-file").await();
        assertFalse(pool.summary().await().persistent());
        Ui.run(() -> FreshWorkbench.page().activate(file.editor()));
        Ui.settle();
        Chosen.command("dev.virtworkbench.explorer.define");
        Shell dialog = Widgets.shell("Apply");
        Widgets.find(dialog, Label.class, "note", label -> label.getText().contains("‘from-file’ is transient"));
        Screenshots.take("apply-transient");
        Widgets.press(Widgets.button(dialog, "Apply"));
        Ui.awaitHost("pool that is defined", () -> pool.summary().await().persistent());
    }

    @Test
    void aDomainThatWasCreatedIsSelectedAndTheHistoryStopsIt() {
        OpenFile.open("of-file.xml", DOMAIN.replace("<devices>", "<devices><graphics type='vnc'/>"));
        Chosen.command("dev.virtworkbench.explorer.create");
        Shell dialog = Widgets.shell("Create Transient");
        Widgets.find(dialog, Label.class, "note", label -> label.getText().contains("no password for its vnc display"));
        Widgets.press(Widgets.button(dialog, "Create"));
        Ui.await("selected domain", () -> Arrays.stream(explorer().getSelection()).anyMatch(row -> row.getText().startsWith("of-file")));
        Chosen.command("dev.virtworkbench.explorer.history");
        Shell history = Widgets.shell("History");
        Table table = Widgets.find(history, Table.class, "entries", any -> any.getItemCount() > 0);
        assertEquals("started undefined", Ui.get(() -> table.getItem(0).getText(2)));
        Widgets.press(Widgets.button(history, "Put Back…"));
        Widgets.press(Widgets.button(Widgets.shell("Force Off"), "Cancel"));
        Widgets.press(Widgets.button(history, "Put Back…"));
        Widgets.press(Widgets.button(Widgets.shell("Force Off"), "Force Off"));
        Ui.awaitHost("no such domain", () -> host.domains().list().await().stream().noneMatch(domain -> domain.name().equals("of-file")));
        Widgets.press(Widgets.button(history, "Close"));
        Ui.await("closed history", history::isDisposed);
    }

    @Test
    void aVolumeDroppedOntoAPoolIsMadeThere() throws IOException {
        Path file = Files.writeString(Files.createTempFile("volume", ".xml"), VOLUME);
        try {
            Pool pool = host.pools().lookup("default-pool").await();
            HostObject.OfPool target = new HostObject.OfPool(host, pool.summary().await());
            assertTrue(Ui.get(() -> new FileDrop(LiveEditor.viewer()).drop(new String[] {file.toString()}, target)));
            Widgets.press(Widgets.button(Widgets.shell("Apply"), "Apply"));
            Widgets.row(explorer(), HOST, "Storage pools", "default-pool", "new.qcow2");
            pool.volume("new.qcow2").delete().await();
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void aFileDroppedOntoAHostIsDefinedThere() {
        OpenFile file = OpenFile.open("pool.xml", POOL);
        HostObject target = new HostObject.OfHost(host);
        assertTrue(Ui.get(() -> new FileDrop(LiveEditor.viewer()).drop(new StructuredSelection(file.file()), target)));
        Widgets.press(Widgets.button(Widgets.shell("Apply"), "Apply"));
        Widgets.row(explorer(), HOST, "Storage pools", "from-file");
    }

    @Test
    void anImageDroppedOntoAHostIsNotRead() throws Exception {
        Path image = Files.createTempFile("image", ".iso");
        try (RandomAccessFile sparse = new RandomAccessFile(image.toFile(), "rw"); Pauses pauses = new Pauses()) {
            sparse.setLength(64L << 30);
            HostObject target = new HostObject.OfHost(host);
            assertTrue(Ui.get(() -> new FileDrop(LiveEditor.viewer()).drop(new String[] {image.toString()}, target)));
            Shell told = Widgets.shell("Apply Files");
            Widgets.find(told, Label.class, "why", label -> label.getText().contains("no document"));
            assertTrue(pauses.longest().compareTo(Duration.ofSeconds(2)) < 0, pauses::doing);
            Widgets.press(Widgets.button(told, "OK"));
        } finally {
            Files.delete(image);
        }
    }

    @Test
    @Tag(Screenshots.TAG)
    void aDryRunShowsAndChangesNothing() {
        OpenFile.open("pool.xml", POOL);
        Chosen.command("dev.virtworkbench.explorer.dryRun");
        Shell dialog = Widgets.shell("Dry Run");
        assertEquals(List.of("New: storage pool from-file"), rows(dialog));
        Screenshots.take("dry-run");
        Widgets.press(Widgets.button(dialog, "Close"));
        assertTrue(host.pools().list().await().stream().noneMatch(pool -> pool.name().equals("from-file")));
    }

    @Test
    @Tag(Screenshots.TAG)
    void severalFilesAreDefinedInTheOrderThatTheyNeed() {
        OpenFile domain = OpenFile.open("a-domain.xml", DOMAIN);
        OpenFile pool = OpenFile.open("b-pool.xml", POOL);
        Chosen.files(domain.file(), pool.file());
        Chosen.command("dev.virtworkbench.explorer.define");
        Shell dialog = Widgets.shell("Apply");
        assertEquals(List.of("storage pool from-file", "domain of-file"), rows(dialog));
        Screenshots.take("apply-several");
        Widgets.press(Widgets.button(dialog, "Apply"));
        Widgets.row(explorer(), HOST, "Domains", "of-file");
        Widgets.row(explorer(), HOST, "Storage pools", "from-file");
    }

    @Test
    @Tag(Screenshots.TAG)
    void aVolumeAsksForItsPool() {
        OpenFile.open("new.xml", VOLUME);
        Pool pool = host.pools().lookup("default-pool").await();
        Chosen.command("dev.virtworkbench.explorer.define");
        Widgets.shell("Choose a Storage Pool");
        Screenshots.take("choose-pool");
        Chosen.entry("Choose a Storage Pool", "default-pool");
        Widgets.press(Widgets.button(Widgets.shell("Apply"), "Apply"));
        Widgets.row(explorer(), HOST, "Storage pools", "default-pool", "new.qcow2");
        pool.volume("new.qcow2").delete().await();
    }

    @Test
    void aPoolAndItsVolumeAreMadeOneAfterTheOther() {
        OpenFile volume = OpenFile.open("a-volume.xml", VOLUME);
        OpenFile pool = OpenFile.open("b-pool.xml", POOL);
        Chosen.files(volume.file(), pool.file());
        Chosen.command("dev.virtworkbench.explorer.defineAndStart");
        Shell first = Widgets.shell("Apply");
        assertEquals(List.of("New: storage pool from-file"), rows(first));
        Widgets.press(Widgets.button(first, "Apply"));
        Chosen.entry("Choose a Storage Pool", "from-file");
        Shell second = Widgets.shell("Apply");
        assertEquals(List.of("New: volume new.qcow2"), rows(second));
        Widgets.press(Widgets.button(second, "Apply"));
        Widgets.row(explorer(), HOST, "Storage pools", "from-file", "new.qcow2");
        host.pools().lookup("from-file").await().volume("new.qcow2").delete().await();
    }

    @Test
    @Tag(Screenshots.TAG)
    void aFileIsComparedWithTheHostAndTakesWhatItHas() {
        Domain domain = host.domains().define(DOMAIN.replace("<devices>", "<devices><graphics type='vnc' passwd='secret'/>"), true).await();
        OpenFile file = OpenFile.open("of-file.xml", DOMAIN);
        Chosen.command("dev.virtworkbench.explorer.compare");
        Ui.await("comparison", () -> FreshWorkbench.page().getActiveEditor().getTitle().startsWith("of-file.xml compared"));
        Screenshots.take("compare-with-host");
        assertTrue(Ui.get(() -> FreshWorkbench.page().getActiveEditor() != file.editor()));
        assertTrue(domain.xml(true, true).await().contains("secret"));
    }

    @Test
    @Tag(Screenshots.TAG)
    void whatWasAppliedIsInTheHistoryAndCanBePutBack() {
        Domain domain = host.domains().define(DOMAIN, true).await();
        LiveEditor editor = LiveEditor.open(HOST, "Domains", "of-file");
        editor.replace("</name>", "</name><title>changed</title>").save();
        Widgets.press(Widgets.button(Widgets.shell("Apply"), "Apply"));
        editor.awaitClean();
        Ui.await("history", () -> VirtWorkbench.get().history().entries().stream().anyMatch(entry -> entry.uuid().equals(domain.uuid())));
        Composite properties = PropertiesTest.pageOf(HOST, "Domains", "of-file");
        PropertiesTest.choose(properties, "History");
        Button compare = Widgets.button(properties, "Compare");
        Table past = Widgets.find(properties, Table.class, "entry", any -> any.getItemCount() == 1);
        Ui.run(() -> {
            past.select(0);
            past.notifyListeners(SWT.Selection, new Event());
        });
        Screenshots.take("properties-history");
        Widgets.press(compare);
        Shell comparison = Widgets.shell("Before and after: domain of-file");
        Screenshots.take("history-compare");
        Ui.run(comparison::close);
        LiveEditor.tree();
        Chosen.command("dev.virtworkbench.explorer.history");
        Shell history = Widgets.shell("History");
        Table table = Widgets.find(history, Table.class, "entries", any -> true);
        assertEquals(List.of("domain of-file changed test:///default"), Ui.get(() -> Arrays.stream(table.getItems())
                .map(item -> item.getText(1) + ' ' + item.getText(2) + ' ' + item.getText(3)).toList()));
        Screenshots.take("history");
        Widgets.press(Widgets.button(history, "Put Back…"));
        Shell dialog = Widgets.shell("Apply");
        assertEquals(List.of("title"), rows(dialog));
        Widgets.press(Widgets.button(dialog, "Apply"));
        Ui.await("closed history", history::isDisposed);
        assertTrue(!domain.xml(true, true).await().contains("<title>"));
        Ui.await("editor with what the host has", () -> !editor.document().get().contains("<title>"));
    }

    @Test
    void aVolumeDroppedIntoADomainBecomesItsNextDisk() {
        Pool pool = host.pools().lookup("default-pool").await();
        pool.createVolume(VOLUME).await();
        try {
            OpenFile file = OpenFile.open("of-file.xml", DOMAIN);
            HostObject.OfVolume volume = new HostObject.OfVolume(host, pool.summary().await(), pool.volume("new.qcow2").summary().await());
            Ui.run(() -> new VolumeDrop(file.editor()).insert(List.of(volume)));
            assertTrue(file.content().contains("<source pool='default-pool' volume='new.qcow2'/>\n      <target dev='vdb' bus='virtio'/>"),
                    file.content());
            file.execute("org.eclipse.ui.edit.undo");
            assertEquals(DOMAIN, file.content());
        } finally {
            pool.volume("new.qcow2").delete().await();
        }
    }

    private static Tree explorer() {
        return LiveEditor.tree();
    }

    private static List<String> rows(Shell dialog) {
        Tree tree = Widgets.find(dialog, Tree.class, "differences", any -> true);
        return Ui.get(() -> Arrays.stream(tree.getItems()).map(TreeItem::getText).toList());
    }
}
