package dev.virtworkbench.ui.tests.explorer;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.ui.tests.driver.FreshWorkbench;
import dev.virtworkbench.ui.tests.driver.Keyboard;
import dev.virtworkbench.ui.tests.driver.Screenshots;
import dev.virtworkbench.ui.tests.driver.Ui;
import dev.virtworkbench.ui.tests.driver.Widgets;
import org.eclipse.core.commands.Command;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.commands.ICommandImageService;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is selected can be acted on from menus, toolbar and keys alike, as its state allows. */
class ActionsTest extends ActionsOnSimulatedHost {

    @Test
    void aNetworkIsStoppedAfterAQuestion() {
        TreeItem network = select("Networks", "lan");
        Widgets.contextMenu(tree, "Stop…");
        Widgets.press(Widgets.button(Widgets.shell("Stop Network"), "Stop Network"));
        Ui.await("inactive network", () -> network.getText().endsWith("inactive"));
        awaitEnabled("Undefine…");
    }

    @Test
    void keysActOnWhatIsSelected() {
        TreeItem pool = select("Storage pools", "images");
        Ui.run(() -> {
            tree.getShell().forceActive();
            tree.setFocus();
        });
        Keyboard.press("SHIFT+F9");
        Widgets.press(Widgets.button(Widgets.shell("Stop Pool"), "Stop Pool"));
        Ui.await("inactive pool", () -> pool.getText().endsWith("inactive"));
        Keyboard.press("F9");
        Ui.await("active pool", () -> pool.getText().endsWith("free"));
        Keyboard.press("F3");
        Ui.await("its XML", () -> FreshWorkbench.page().getActiveEditor() != null
                && FreshWorkbench.page().getActiveEditor().getTitle().contains("images"));
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

    @Test
    void everyActionHasANameAHandlerAndAnIcon() {
        ICommandService commands = Ui.get(() -> FreshWorkbench.window().getService(ICommandService.class));
        ICommandImageService images = Ui.get(() -> FreshWorkbench.window().getService(ICommandImageService.class));
        Ui.run(() -> {
            for (Command command : commands.getDefinedCommands()) {
                if (command.getCategory().getId().equals("dev.virtworkbench.explorer.actions")) {
                    assertFalse(command.getName().startsWith("%"), command::getId);
                    assertTrue(command.isHandled(), command::getId);
                    ImageDescriptor icon = images.getImageDescriptor(command.getId());
                    assertNotNull(icon == null ? null : icon.getImageData(100), command::getId);
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
    @Tag(Screenshots.TAG)
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
