package dev.virtworkbench.ui.tests.explorer;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.ui.tests.driver.Screenshots;
import dev.virtworkbench.ui.tests.driver.Ui;
import dev.virtworkbench.ui.tests.driver.Widgets;
import java.util.Arrays;
import java.util.List;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.TreeItem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What can be done to pools, as their state allows, with a question where something would be lost. */
class PoolActionsTest extends ActionsOnSimulatedHost {

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
    @Tag(Screenshots.TAG)
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
}
