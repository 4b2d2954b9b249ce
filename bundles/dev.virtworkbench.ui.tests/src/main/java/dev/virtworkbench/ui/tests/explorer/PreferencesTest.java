package dev.virtworkbench.ui.tests.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import dev.virtworkbench.ui.tests.driver.FreshWorkbench;
import dev.virtworkbench.ui.tests.driver.Screenshots;
import dev.virtworkbench.ui.tests.driver.Ui;
import dev.virtworkbench.ui.tests.driver.Widgets;
import java.util.List;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The preferences of the workbench. */
@ExtendWith(FreshWorkbench.class)
@Tag(Screenshots.TAG)
class PreferencesTest {

    private static final String PAGES = "dev.virtworkbench.preferences";
    private static final String SIMULATED = "test:///default";
    private static final String OTHER = "test+tcp://127.0.0.1:1/default";

    @Test
    void hostsAreAddedAndRemovedWhenThePageIsApplied() {
        Shell dialog = open(".hosts");
        Widgets.press(Widgets.button(dialog, "Add..."));
        Shell adding = Widgets.shell("Add Host");
        Text uri = Widgets.find(adding, Text.class, "URI", text -> text.isEnabled() && (text.getStyle() & SWT.READ_ONLY) == 0);
        Ui.run(() -> uri.setText(OTHER));
        Widgets.press(Widgets.button(adding, "OK"));
        var list = Widgets.find(dialog, org.eclipse.swt.widgets.List.class, "hosts", each -> each.getItemCount() == 2);
        assertEquals(List.of(SIMULATED), hosts(), "nothing is done yet");
        Screenshots.take("preferences-hosts");
        Widgets.press(Widgets.button(dialog, "Apply"));
        Ui.await("added host", () -> hosts().equals(List.of(SIMULATED, OTHER)));
        Ui.run(() -> {
            list.select(1);
            list.notifyListeners(SWT.Selection, new Event());
        });
        Widgets.press(Widgets.button(dialog, "Remove"));
        Widgets.press(Widgets.button(dialog, "Apply and Close"));
        Ui.await("removed host", () -> hosts().equals(List.of(SIMULATED)));
    }

    private static List<String> hosts() {
        return VirtWorkbench.get().contents().hosts().stream().map(Host::uri).toList();
    }

    @Test
    void schemasAndConfirmationsAreChosen() {
        Shell dialog = open("");
        Widgets.find(dialog, Text.class, "folder of schemas", text -> (text.getStyle() & SWT.SEARCH) == 0);
        Screenshots.take("preferences");
        Widgets.press(Widgets.button(dialog, "Cancel"));
        Ui.await("closed preferences", dialog::isDisposed);
        Shell confirmations = open(".confirmations");
        Widgets.button(confirmations, "removing a definition (undefine)");
        Screenshots.take("preferences-confirmations");
        Widgets.press(Widgets.button(confirmations, "Cancel"));
        Ui.await("closed preferences", confirmations::isDisposed);
    }

    private static Shell open(String page) {
        Ui.start(() -> PreferencesUtil.createPreferenceDialogOn(FreshWorkbench.window().getShell(), PAGES + page, null, null).open());
        return Widgets.shell("Preferences");
    }
}
