package dev.virtworkbench.ui.tests.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.virtworkbench.engine.actions.Loss;
import dev.virtworkbench.explorer.dialogs.Confirmations;
import dev.virtworkbench.ui.tests.driver.FreshWorkbench;
import dev.virtworkbench.ui.tests.driver.Screenshots;
import dev.virtworkbench.ui.tests.driver.Ui;
import dev.virtworkbench.ui.tests.driver.Widgets;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IEditorPart;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What can be done to domains, as their state allows, with a question where something would be lost. */
class DomainActionsTest extends ActionsOnSimulatedHost {

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
    void aDomainThatLibvirtKeepsNothingElseOfIsUndefinedAfterAPlainQuestion() {
        select("Domains", "guest");
        Widgets.contextMenu(tree, "Undefine…");
        Shell question = Widgets.shell("Undefine Domain");
        assertEquals(List.of("Undefine Domain", "Cancel"), Ui.get(() -> Widgets.all(question, Button.class).map(Button::getText).toList()));
        Widgets.press(Widgets.button(question, "Undefine Domain"));
        Widgets.row(tree, host.host().uri(), "Domains", "guest");
        awaitEnabled("Force Off…");
        Ui.await("transient domain, which can only be ended", () -> !Widgets.enabledIn(tree).contains("Undefine…"));
    }

    @Test
    @Tag(Screenshots.TAG)
    void aDomainIsUndefinedWithWhatWasChosen() {
        host.host().domains().define("<domain type='test'><name>firm</name><memory>65536</memory><os><type>hvm</type>"
                + "<loader readonly='yes' type='pflash'>/firmware.fd</loader><nvram>/variables.fd</nvram></os></domain>", true).await();
        select("Domains", "firm");
        Widgets.contextMenu(tree, "Undefine…");
        Shell dialog = Widgets.shell("Undefine Domain");
        Button delete = Widgets.find(dialog, Button.class, "deleting NVRAM", box -> box.getText().startsWith("Also deletes the file with the firmware"));
        Button keep = Widgets.find(dialog, Button.class, "keeping NVRAM", box -> box.getText().startsWith("Keeps the file with the firmware"));
        assertEquals(4, Ui.get(() -> Widgets.all(dialog, Button.class).count()), "nothing of what it has not");
        Widgets.press(keep);
        Widgets.press(delete);
        Ui.await("only one of two opposites", () -> delete.getSelection() && !keep.getSelection());
        Widgets.press(delete);
        Screenshots.take("undefine-domain");
        Widgets.press(Widgets.button(dialog, "Undefine Domain"));
        Ui.awaitHost("no such domain", () -> host.host().domains().list().await().stream().noneMatch(domain -> domain.name().equals("firm")));
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
    @Tag(Screenshots.TAG)
    void theScreenOfADomainIsShownAsAPicture() {
        select("Domains", "guest");
        Widgets.contextMenu(tree, "Screenshot");
        IEditorPart editor = Ui.find("editor with the picture", () -> Arrays.stream(FreshWorkbench.page().getEditorReferences())
                .filter(reference -> reference.getName().startsWith("guest ")).map(reference -> reference.getEditor(true)).findFirst());
        assertTrue(Ui.get(editor::isSaveAsAllowed));
        Screenshots.take("screenshot-of-domain");
    }

    @Test
    @Tag(Screenshots.TAG)
    void whereNoViewerIsInstalledThePackageIsNamed() {
        assumeTrue(Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .noneMatch(folder -> Files.exists(Path.of(folder, "virt-viewer"))), "virt-viewer would open a window");
        select("Domains", "guest");
        Widgets.contextMenu(tree, "Console");
        Widgets.find(Widgets.shell("Open Console"), Label.class, "name of the package", label -> label.getText().contains("virt-viewer"));
        Screenshots.take("console-missing");
    }
}
