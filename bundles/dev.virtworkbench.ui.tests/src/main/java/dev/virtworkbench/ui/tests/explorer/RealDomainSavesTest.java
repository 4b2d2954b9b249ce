package dev.virtworkbench.ui.tests.explorer;

import static dev.virtworkbench.ui.tests.explorer.Wizard.choose;
import static dev.virtworkbench.ui.tests.explorer.Wizard.combo;
import static dev.virtworkbench.ui.tests.explorer.Wizard.field;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.domains.Domain;
import dev.virtworkbench.ui.tests.driver.Screenshots;
import dev.virtworkbench.ui.tests.driver.Ui;
import dev.virtworkbench.ui.tests.driver.Widgets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A domain that really runs is saved from the explorer, and brought back. */
class RealDomainSavesTest extends OnRealHost {

    private Domain guest;
    private Tree tree;
    private TreeItem row;

    @BeforeEach
    void start() throws IOException {
        guest = host.domains().define("<domain type='qemu'><name>guest</name><memory unit='MiB'>64</memory>"
                + "<os><type arch='x86_64' machine='pc'>hvm</type></os><features><acpi/></features></domain>", true).await();
        guest.start().await();
        tree = LiveEditor.tree();
        row = Widgets.row(tree, daemon.uri(), "Domains", "guest");
        awaitState("running");
        Widgets.select(tree, row);
    }

    private void awaitState(String words) {
        Ui.await(words, () -> row.getText().endsWith(words));
    }

    @Test
    @Tag(Screenshots.TAG)
    void aStateIsSavedAndDiscarded() {
        Widgets.contextMenu(tree, "Clone and Save", "Save State…");
        Shell question = Widgets.shell("Save State");
        Screenshots.take("domain-save-state");
        Widgets.press(Widgets.button(question, "At its next start it is paused"));
        Widgets.press(Widgets.button(question, "Save State"));
        awaitState("shut off, state saved");
        Widgets.contextMenu(tree, "Start");
        awaitState("paused");
        Widgets.contextMenu(tree, "Clone and Save", "Save State…");
        Widgets.press(Widgets.button(Widgets.shell("Save State"), "Save State"));
        awaitState("shut off, state saved");
        Widgets.contextMenu(tree, "Clone and Save", "Discard Saved State…");
        Shell loss = Widgets.shell("Discard Saved State");
        assertEquals("Cancel", Ui.get(() -> loss.getDefaultButton().getText()));
        Screenshots.take("domain-discard-state");
        Widgets.press(Widgets.button(loss, "Discard Saved State"));
        awaitState("shut off");
        assertFalse(guest.summary().await().saved());
    }

    @Test
    @Tag(Screenshots.TAG)
    void aDomainIsSavedToAFileAndRestored() {
        Path file = daemon.folder().resolve("guest.save");
        Widgets.contextMenu(tree, "Clone and Save", "Save to File…");
        Shell dialog = Widgets.shell("Save Domain");
        field(dialog, "File:", "guest.save");
        assertFalse(Ui.get(Widgets.button(dialog, "Save Domain")::isEnabled), "no whole path");
        field(dialog, "File:", file.toString());
        Screenshots.take("domain-save");
        Widgets.press(Widgets.button(dialog, "Save Domain"));
        awaitState("shut off");
        assertTrue(Files.exists(file));

        Widgets.select(tree, daemon.uri());
        Widgets.contextMenu(tree, "Restore Domain…");
        Shell wizard = Widgets.shell("Restore Domain");
        field(wizard, "File:", file.toString());
        choose(combo(wizard, "Then:"), "it is paused");
        Screenshots.take("domain-restore");
        Widgets.press(Widgets.button(wizard, "Next >"));
        Widgets.find(wizard, StyledText.class, "what the file says of it", text -> text.getText().contains("<name>guest</name>"));
        Screenshots.take("domain-restore-xml");
        Widgets.press(Widgets.button(wizard, "Finish"));
        awaitState("paused");
    }
}
