package dev.virtworkbench.ui.tests.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.ui.tests.driver.Keyboard;
import dev.virtworkbench.ui.tests.driver.Screenshots;
import dev.virtworkbench.ui.tests.driver.Ui;
import dev.virtworkbench.ui.tests.driver.Widgets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Menu;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The context menus: what is used most at the top, what belongs together below one entry, and none so long that nobody reads it. */
class ContextMenusTest extends ActionsOnSimulatedHost {

    private static final int MOST = 18;
    private static final int PLACE = 60;

    @Test
    @Tag(Screenshots.TAG)
    void noMenuIsLong() {
        Widgets.select(tree, host.host().uri());
        picture("host", "");
        select("Storage pools", "images");
        picture("pool", "");
        volume("free.qcow2");
        picture("volume", "o");
        select("Domains", "guest");
        picture("domain", "l");
        select("Domains", "guest", "vda");
        picture("disk", "r");
        select("Networks", "lan");
        picture("network", "");
    }

    /** Opens the menu, and one within it by its mnemonic, for people to look at. */
    private void picture(String name, String mnemonic) {
        AtomicBoolean open = new AtomicBoolean();
        Listener told = event -> open.set(event.type == SWT.Show);
        Menu menu = Ui.get(tree::getMenu);
        Ui.run(() -> {
            menu.addListener(SWT.Show, told);
            menu.addListener(SWT.Hide, told);
            tree.getShell().forceActive();
            tree.setFocus();
            menu.setLocation(tree.toDisplay(PLACE, PLACE));
        });
        Ui.start(() -> menu.setVisible(true));
        Ui.await("open menu", open::get);
        try {
            Screenshots.take("menu-" + name);
            long entries = Ui.get(() -> Arrays.stream(menu.getItems()).filter(item -> (item.getStyle() & SWT.SEPARATOR) == 0).count());
            assertTrue(entries <= MOST, () -> name + " has " + entries + " entries");
            if (!mnemonic.isEmpty()) {
                Keyboard.press(mnemonic);
                Screenshots.take("menu-" + name + "-below");
            }
        } finally {
            Ui.run(() -> menu.setVisible(false));
            Ui.await("closed menu", () -> !open.get());
            Ui.run(() -> {
                menu.removeListener(SWT.Show, told);
                menu.removeListener(SWT.Hide, told);
            });
        }
    }

    @Test
    void whatBelongsTogetherStandsBelowOneEntry() {
        select("Domains", "guest");
        Ui.await("menus of a running domain", () -> Widgets.enabledIn(tree, "Clone and Save").equals(
                List.of("Clone…", "Save State…", "Save to File…")));
        assertEquals(List.of("Attach Disk…", "Boot Order…"), Widgets.enabledIn(tree, "Disks"));
        select("Domains", "guest", "vda");
        Ui.await("menu of a disk", () -> Widgets.enabledIn(tree, "While Running").contains("Pull…"));
        assertEquals("", Widgets.toolTipIn(tree, "While Running", "Pull…"));
        host.host().domains().list().await().forEach(domain -> host.host().domains().domain(domain).destroy().await());
        Ui.await("why it is not pulled", () -> Widgets.toolTipIn(tree, "While Running", "Pull…").equals("“guest” is not active: start it first"));
        volume("free.qcow2");
        Ui.await("menu of a volume", () -> Widgets.enabledIn(tree, "Contents").equals(List.of("Download…", "Upload…", "Wipe…")));
    }
}
