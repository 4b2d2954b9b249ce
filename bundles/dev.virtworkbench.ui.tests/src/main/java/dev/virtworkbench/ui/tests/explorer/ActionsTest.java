package dev.virtworkbench.ui.tests.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.virtworkbench.engine.actions.Loss;
import dev.virtworkbench.explorer.dialogs.Confirmations;
import dev.virtworkbench.explorer.view.ExplorerView;
import dev.virtworkbench.ui.tests.driver.FreshWorkbench;
import dev.virtworkbench.ui.tests.driver.Screenshots;
import dev.virtworkbench.ui.tests.driver.Ui;
import dev.virtworkbench.ui.tests.driver.Widgets;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.commands.Command;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.commands.ICommandImageService;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is selected can be acted on as its state allows, with a question where something would be lost. */
@ExtendWith(FreshWorkbench.class)
@Tag(Screenshots.TAG)
class ActionsTest {

    private static final String NODE = """
            <node><cpu/>
              <pool type='dir'><name>images</name><target><path>/images</path></target>
                <volume><name>free.qcow2</name><capacity unit='GiB'>2</capacity><target><format type='qcow2'/></target></volume>
                <volume><name>spare.qcow2</name><capacity unit='GiB'>2</capacity><target><format type='qcow2'/></target></volume>
                <volume><name>used.qcow2</name><capacity unit='GiB'>2</capacity><target><format type='qcow2'/></target></volume>
              </pool>
              <pool type='disk'><name>partitions</name><source><device path='/dev/sdz'/></source><target><path>/dev</path></target></pool>
              <domain type='test'><name>guest</name><memory>65536</memory><os><type>hvm</type></os>
                <devices><disk type='file'><source file='/images/used.qcow2'/><target dev='vda'/></disk></devices>
              </domain>
              <network><name>lan</name><bridge name='virbr7'/><ip address='192.168.77.1'/></network>
            </node>
            """;

    private SimulatedHost host;
    private Tree tree;

    @BeforeEach
    void addHost() {
        ErrorDialog.AUTOMATED_MODE = false;
        host = SimulatedHost.of(NODE);
        ExplorerView view = FreshWorkbench.view(ExplorerView.ID, ExplorerView.class);
        tree = Ui.get(() -> (Tree) view.getSite().getSelectionProvider().getClass().getMethod("getControl")
                .invoke(view.getSite().getSelectionProvider()));
    }

    @AfterEach
    void removeHost() {
        ErrorDialog.AUTOMATED_MODE = true;
        host.close();
    }

    private TreeItem select(String... path) {
        TreeItem row = Widgets.row(tree, Stream.concat(Stream.of(host.host().uri()), Arrays.stream(path)).toArray(String[]::new));
        Widgets.select(tree, row);
        Ui.settle();
        return row;
    }

    private TreeItem volume(String name) {
        return select("Storage pools", "images", name);
    }

    /** Whether the context menu has that label, and enabled. */
    private void awaitEnabled(String label) {
        Ui.await("enabled " + label, () -> Widgets.enabledIn(tree).contains(label));
    }

    @Test
    void aPoolIsStoppedAndStartedAsItsStateAllows() {
        TreeItem pool = select("Storage pools", "images");
        List<String> active = Widgets.enabledIn(tree);
        assertTrue(active.containsAll(List.of("Stop", "Refresh")), active::toString);
        assertFalse(active.contains("Start") || active.contains("Build…") || active.contains("Undefine…"), active::toString);
        Widgets.contextMenu(tree, "Stop");
        // a domain has its disk there
        Widgets.press(Widgets.button(Widgets.shell("Stop Pool"), "Stop Pool"));
        Ui.await("inactive pool", () -> pool.getText().endsWith("inactive"));
        List<String> inactive = Widgets.enabledIn(tree);
        assertTrue(inactive.containsAll(List.of("Start", "Build…", "Delete Storage…", "Undefine…")), inactive::toString);
        assertFalse(inactive.contains("Stop"), inactive::toString);
        Widgets.contextMenu(tree, "Start");
        Ui.await("active pool", () -> pool.getText().endsWith("free"));
    }

    @Test
    void whetherAPoolStartsWithTheHostIsSwitchedByWhatTheMenuOffers() {
        select("Storage pools", "images");
        List<String> off = Widgets.enabledIn(tree);
        assertTrue(off.contains("Start with Host") && !off.contains("Do Not Start with Host"), off::toString);
        Widgets.contextMenu(tree, "Start with Host");
        awaitEnabled("Do Not Start with Host");
    }

    @Test
    void aDomainIsSuspendedResumedAndForcedOff() {
        TreeItem domain = select("Domains", "guest");
        Widgets.contextMenu(tree, "Suspend");
        Ui.await("paused domain", () -> domain.getText().endsWith("paused"));
        assertFalse(Widgets.enabledIn(tree).contains("Suspend"));
        Widgets.contextMenu(tree, "Resume");
        Ui.await("running domain", () -> domain.getText().endsWith("running"));
        Widgets.contextMenu(tree, "Force Off…");
        Shell question = Widgets.shell("Force Off");
        assertEquals("Cancel", Ui.get(() -> question.getDefaultButton().getText()));
        Widgets.press(Widgets.button(question, "Force Off"));
        Ui.await("domain that is shut off", () -> domain.getText().endsWith("shut off"));
    }

    @Test
    void aDomainIsUndefinedWithWhatWasChosen() {
        select("Domains", "guest");
        Widgets.contextMenu(tree, "Undefine…");
        Shell dialog = Widgets.shell("Undefine Domain");
        Button delete = Widgets.find(dialog, Button.class, "deleting NVRAM", box -> box.getText().startsWith("Also deletes the file with the firmware"));
        Button keep = Widgets.find(dialog, Button.class, "keeping NVRAM", box -> box.getText().startsWith("Keeps the file with the firmware"));
        Widgets.press(keep);
        Widgets.press(delete);
        Ui.await("only one of two opposites", () -> delete.getSelection() && !keep.getSelection());
        Widgets.press(delete);
        Screenshots.take("undefine-domain");
        Widgets.press(Widgets.button(dialog, "Undefine Domain"));
        Widgets.row(tree, host.host().uri(), "Domains", "guest");
        awaitEnabled("Force Off…");
        Ui.await("transient domain, which can only be ended", () -> !Widgets.enabledIn(tree).contains("Undefine…"));
    }

    @Test
    void aVolumeIsDeletedOnlyWhenSomebodySaysSo() {
        TreeItem row = volume("free.qcow2");
        Widgets.contextMenu(tree, "Delete…");
        Shell question = Widgets.shell("Delete Volume");
        Widgets.find(question, Label.class, "path of what is lost", label -> label.getText().contains("/images/free.qcow2"));
        assertEquals("Cancel", Ui.get(() -> question.getDefaultButton().getText()));
        Screenshots.take("delete-volume");
        Widgets.press(Ui.get(question::getDefaultButton));
        Ui.await("closed question", question::isDisposed);
        assertFalse(Ui.get(row::isDisposed));
        Widgets.contextMenu(tree, "Delete…");
        Widgets.press(Widgets.button(Widgets.shell("Delete Volume"), "Delete Volume"));
        Ui.await("tree without the volume", () -> row.isDisposed() || !row.getText().startsWith("free.qcow2"));
    }

    @Test
    void aVolumeIsClonedUnderANameThatIsFree() {
        volume("free.qcow2");
        Widgets.contextMenu(tree, "Clone…");
        Shell dialog = Widgets.shell("Clone Volume");
        Text name = Widgets.find(dialog, Text.class, "name", text -> text.getText().equals("free-1.qcow2"));
        Button ok = Widgets.button(dialog, "OK");
        Ui.run(() -> name.setText("used.qcow2"));
        assertFalse(Ui.get(ok::isEnabled), "a name that is taken");
        Screenshots.take("clone-volume");
        Ui.run(() -> name.setText("copy.qcow2"));
        Widgets.press(ok);
        Widgets.row(tree, host.host().uri(), "Storage pools", "images", "copy.qcow2");
    }

    @Test
    void aVolumeOnlyGrowsAndAFailureIsTold() {
        volume("free.qcow2");
        Widgets.contextMenu(tree, "Grow…");
        Shell dialog = Widgets.shell("Grow Volume");
        Text number = Widgets.find(dialog, Text.class, "size", text -> text.getText().equals("2"));
        Combo unit = Widgets.find(dialog, Combo.class, "unit", combo -> combo.getText().equals("GiB"));
        Button ok = Widgets.button(dialog, "OK");
        assertFalse(Ui.get(ok::isEnabled), "as large as it is");
        Ui.run(() -> number.setText("1.5"));
        assertFalse(Ui.get(ok::isEnabled), "smaller");
        Screenshots.take("grow-volume");
        Ui.run(() -> number.setText("2.5"));
        assertEquals("GiB", Ui.get(unit::getText));
        Widgets.press(ok);
        // the test driver cannot resize, and says so
        Widgets.find(Widgets.shell("Not done"), Label.class, "name of the volume", label -> label.getText().contains("free.qcow2"));
    }

    @Test
    void severalVolumesAreDeletedAtOnce() {
        TreeItem first = volume("free.qcow2");
        TreeItem second = Widgets.row(tree, host.host().uri(), "Storage pools", "images", "spare.qcow2");
        Ui.run(() -> {
            tree.setSelection(new TreeItem[] {first, second});
            tree.notifyListeners(SWT.Selection, new Event());
        });
        List<String> offered = Widgets.enabledIn(tree);
        assertTrue(offered.contains("Delete…") && offered.contains("Copy Path") && !offered.contains("Grow…"), offered::toString);
        Widgets.contextMenu(tree, "Copy Path");
        Ui.await("paths in the clipboard", () -> {
            Clipboard clipboard = new Clipboard(Ui.display());
            try {
                return "/images/free.qcow2\n/images/spare.qcow2".equals(clipboard.getContents(TextTransfer.getInstance()));
            } finally {
                clipboard.dispose();
            }
        });
        Widgets.contextMenu(tree, "Delete…");
        Widgets.press(Widgets.button(Widgets.shell("Delete Volume"), "Delete Volume"));
        TreeItem pool = Widgets.row(tree, host.host().uri(), "Storage pools", "images");
        Ui.await("one volume left", () -> Arrays.stream(pool.getItems())
                .map(TreeItem::getText).noneMatch(text -> text.startsWith("free") || text.startsWith("spare")));
    }

    @Test
    void buildingOverWhatIsThereAsksForTheName() {
        TreeItem pool = select("Storage pools", "partitions");
        Widgets.contextMenu(tree, "Stop");
        Ui.await("inactive pool", () -> pool.getText().endsWith("inactive"));
        Widgets.contextMenu(tree, "Build…");
        Shell choice = Widgets.shell("Build Pool");
        Screenshots.take("build-pool");
        Widgets.press(Widgets.button(choice, "Refuse, and leave everything as it is"));
        Widgets.press(Widgets.find(choice, Button.class, "format anew", button -> button.getText().startsWith("Format anew")));
        Widgets.press(Widgets.button(choice, "Build Pool"));
        Shell question = Ui.find("question for the name", () -> Arrays.stream(Ui.display().getShells())
                .filter(shell -> shell != choice && shell.isVisible() && shell.getText().equals("Build Pool")).findFirst());
        Text name = Widgets.find(question, Text.class, "name to type", text -> true);
        assertFalse(Ui.get(Widgets.button(question, "Build Pool")::isEnabled));
        Ui.run(() -> name.setText("partitions"));
        Widgets.press(Widgets.button(question, "Build Pool"));
        Ui.await("closed question", question::isDisposed);
    }

    @Test
    void aNetworkIsStoppedAfterAQuestion() {
        TreeItem network = select("Networks", "lan");
        Widgets.contextMenu(tree, "Stop…");
        Widgets.press(Widgets.button(Widgets.shell("Stop Network"), "Stop Network"));
        Ui.await("inactive network", () -> network.getText().endsWith("inactive"));
        awaitEnabled("Undefine…");
    }

    @Test
    void whoDoesNotWantToBeAskedAboutWhatRunsIsNot() {
        IEclipsePreferences preferences = InstanceScope.INSTANCE.getNode(Confirmations.NODE);
        preferences.putBoolean(Confirmations.key(Loss.Of.RUN), false);
        try {
            TreeItem domain = select("Domains", "guest");
            Widgets.contextMenu(tree, "Force Off…");
            Ui.await("domain that is shut off", () -> domain.getText().endsWith("shut off"));
        } finally {
            preferences.remove(Confirmations.key(Loss.Of.RUN));
        }
    }

    @Test
    void aHostIsDisconnectedAndConnectedAgain() {
        select();
        Widgets.contextMenu(tree, "Disconnect");
        TreeItem row = Widgets.row(tree, host.host().uri());
        Ui.await("host that is not connected", () -> row.getText().endsWith("not connected"));
        Widgets.contextMenu(tree, "Connect");
        Ui.await("connected host", () -> row.getText().endsWith("simulated"));
    }

    @Test
    void commandsOfToolbarAndKeysActOnWhatIsSelected() {
        TreeItem pool = select("Storage pools", "images");
        Ui.run(tree::setFocus);
        Ui.await("stop that is enabled", () -> enabled("dev.virtworkbench.explorer.stop") && !enabled("dev.virtworkbench.explorer.start"));
        Ui.start(() -> FreshWorkbench.window().getService(IHandlerService.class).executeCommand("dev.virtworkbench.explorer.stop", null));
        Widgets.press(Widgets.button(Widgets.shell("Stop Pool"), "Stop Pool"));
        Ui.await("inactive pool", () -> pool.getText().endsWith("inactive"));
        Ui.start(() -> FreshWorkbench.window().getService(IHandlerService.class).executeCommand("org.eclipse.ui.edit.delete", null));
        Widgets.press(Widgets.button(Widgets.shell("Undefine Pool"), "Cancel"));
        Ui.start(() -> FreshWorkbench.window().getService(IHandlerService.class).executeCommand("dev.virtworkbench.explorer.start", null));
        Ui.await("active pool", () -> pool.getText().endsWith("free"));
        Ui.run(() -> FreshWorkbench.window().getService(IHandlerService.class).executeCommand("org.eclipse.ui.file.refresh", null));
    }

    private static boolean enabled(String command) {
        ICommandService commands = FreshWorkbench.window().getService(ICommandService.class);
        commands.getCommand(command).setEnabled(FreshWorkbench.window().getService(IHandlerService.class).createContextSnapshot(true));
        return commands.getCommand(command).isEnabled();
    }

    @Test
    void deleteInTheFilterConcernsTheFilterOnly() {
        volume("free.qcow2");
        Text filter = Widgets.find(Ui.get(tree::getParent), Text.class, "filter", field -> true);
        Ui.run(tree::setFocus);
        Ui.await("key that deletes the volume", () -> enabled("org.eclipse.ui.edit.delete"));
        Ui.run(filter::setFocus);
        Ui.await("key that deletes characters", () -> !enabled("org.eclipse.ui.edit.delete"));
    }

    @Test
    void whatManyVolumesLoseIsListed() {
        try (SimulatedHost many = SimulatedHost.with(0, 30)) {
            TreeItem first = Widgets.row(tree, many.host().uri(), "Storage pools", SimulatedHost.FULL_POOL, "disk-00000.qcow2");
            Ui.await("all rows", () -> first.getParentItem().getItemCount() == 30);
            Ui.run(() -> {
                tree.setSelection(first.getParentItem().getItems());
                tree.notifyListeners(SWT.Selection, new Event());
            });
            Widgets.contextMenu(tree, "Delete…");
            Shell question = Widgets.shell("Delete Volume");
            Widgets.find(question, Text.class, "list", text -> text.getText().contains("disk-00029.qcow2"));
            Screenshots.take("delete-many");
            Widgets.press(Widgets.button(question, "Cancel"));
            Ui.await("closed question", question::isDisposed);
        }
    }

    @Test
    void everyActionHasANameAHandlerAndAnIcon() {
        ICommandService commands = Ui.get(() -> FreshWorkbench.window().getService(ICommandService.class));
        ICommandImageService images = Ui.get(() -> FreshWorkbench.window().getService(ICommandImageService.class));
        Ui.run(() -> {
            for (Command command : commands.getDefinedCommands()) {
                if (command.getCategory().getId().equals("dev.virtworkbench.explorer.actions")) {
                    assertFalse(command.getName().startsWith("%"), command::getId);
                    assertTrue(command.isHandled(), command::getId);
                    assertNotNull(images.getImageDescriptor(command.getId()).getImageData(100), command::getId);
                }
            }
        });
    }

    @Test
    void theMainMenuHasTheSameActions() {
        TreeItem pool = select("Storage pools", "images");
        Widgets.menuBar(FreshWorkbench.window().getShell(), "Virtualization", "Storage Pool", "Stop");
        Widgets.press(Widgets.button(Widgets.shell("Stop Pool"), "Stop Pool"));
        Ui.await("inactive pool", () -> pool.getText().endsWith("inactive"));
    }

    @Test
    void theScreenOfADomainIsShownAsAPicture() {
        select("Domains", "guest");
        Widgets.contextMenu(tree, "Screenshot");
        IEditorPart editor = Ui.find("editor with the picture", () -> Arrays.stream(FreshWorkbench.page().getEditorReferences())
                .filter(reference -> reference.getName().startsWith("guest ")).map(reference -> reference.getEditor(true)).findFirst());
        assertTrue(Ui.get(editor::isSaveAsAllowed));
        Screenshots.take("screenshot-of-domain");
    }

    @Test
    void whereNoViewerIsInstalledThePackageIsNamed() {
        assumeTrue(Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .noneMatch(folder -> Files.exists(Path.of(folder, "virt-viewer"))), "virt-viewer would open a window");
        select("Domains", "guest");
        Widgets.contextMenu(tree, "Console");
        Widgets.find(Widgets.shell("Open Console"), Label.class, "name of the package", label -> label.getText().contains("virt-viewer"));
        Screenshots.take("console-missing");
    }

    @Test
    void menusLookAsTheyShould() {
        select("Storage pools", "images");
        picture("menu-pool");
        volume("free.qcow2");
        picture("menu-volume");
        select("Domains", "guest");
        picture("menu-domain");
        select();
        picture("menu-host");
    }

    private void picture(String name) {
        Menu menu = Ui.get(tree::getMenu);
        Ui.run(() -> {
            menu.setLocation(tree.toDisplay(300, 60));
            menu.setVisible(true);
        });
        Ui.await("menu " + name, menu::isVisible);
        Screenshots.take(name);
        Ui.run(() -> menu.setVisible(false));
        Ui.settle();
    }
}
