package dev.virtworkbench.ui.tests.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.hosts.HostState;
import dev.virtworkbench.engine.real.PrivateLibvirtd;
import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import dev.virtworkbench.ui.tests.driver.FreshWorkbench;
import dev.virtworkbench.ui.tests.driver.Screenshots;
import dev.virtworkbench.ui.tests.driver.Ui;
import dev.virtworkbench.ui.tests.driver.Widgets;
import java.io.IOException;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Composite;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A page of the Properties view tells what a host is ready for. */
@ExtendWith(FreshWorkbench.class)
class RealReadinessTest {

    @Test
    @Tag(Screenshots.TAG)
    void aHostTellsWhatItIsReadyForAsText() throws IOException {
        try (PrivateLibvirtd daemon = PrivateLibvirtd.start()) {
            Host host = VirtWorkbench.get().contents().add(daemon.uri());
            try {
                Ui.await("connected daemon", () -> host.status().state() == HostState.CONNECTED);
                Composite page = PropertiesTest.pageOf(daemon.uri());
                PropertiesTest.choose(page, "Readiness");
                StyledText text = Widgets.find(page, StyledText.class, "what it is ready for", any -> any.getText().startsWith("To do"));
                String told = Ui.get(text::getText);
                assertTrue(told.lines().anyMatch(line -> line.equals("dir\tsupported")), told);
                assertTrue(told.lines().anyMatch(line -> line.matches("qemu-img\timage files\t/\\S+\tqemu-img version .*")), told);
                assertTrue(told.lines().anyMatch(line -> line.matches("loop\timage files\t.+")), told);
                Screenshots.take("properties-readiness");
                Widgets.press(Widgets.button(page, "Copy"));
                Ui.await("all of it in the clipboard", () -> {
                    Clipboard clipboard = new Clipboard(Ui.display());
                    try {
                        return told.equals(clipboard.getContents(TextTransfer.getInstance()));
                    } finally {
                        clipboard.dispose();
                    }
                });
                Widgets.press(Widgets.button(page, "Look Again"));
                Ui.run(host::disconnect);
                Widgets.find(page, StyledText.class, "that nobody knows", any -> any.getText().startsWith("Not connected"));
            } finally {
                Ui.run(() -> VirtWorkbench.get().contents().remove(host));
            }
        }
    }

    @Test
    void ofASimulatedHostOnlyLibvirtTells() {
        Composite page = PropertiesTest.pageOf("test:///default");
        PropertiesTest.choose(page, "Readiness");
        StyledText text = Widgets.find(page, StyledText.class, "what it is ready for", any -> any.getText().startsWith("To do"));
        String told = Ui.get(text::getText);
        assertTrue(told.contains("Programs cannot be run on this host"), told);
        assertFalse(told.contains("qemu-img"), told);
        assertEquals(1, told.lines().filter("Programs"::equals).count());
    }
}
